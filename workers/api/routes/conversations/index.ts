import { listConversations } from "./list.ts";
import { listConversationMessages } from "./list-messages.ts";

export const conversationOperations = [listConversations, listConversationMessages];
