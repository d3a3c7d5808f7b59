import { part } from "../../../shared/say.ts";

export const words = part("chat", {
  visitor: "Visitor",
  failed: "It did not work. Please try again.",
  conversations: "Conversations",
  conversationName: "Name of a new conversation",
  newConversation: "New conversation",
  open: "Open",
  messages: "Messages",
  nothingYet: "Nobody has written anything here yet.",
  you: "You",
  deleteIt: "Delete",
  ofMine: " your message",
  chat: "Chat",
  lead: "Everyone who can open this app can read along.",
  yourName: "Your name",
  message: "Message",
  send: "Send",
});
