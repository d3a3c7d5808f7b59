import { createInboxTicket } from "./create-inbox-ticket.ts";
import { openInbox } from "./open-inbox.ts";
import { readMe } from "./read-me.ts";
import { updateMe } from "./update-me.ts";

export const userOperations = [readMe, updateMe, createInboxTicket, openInbox];
