import { part } from "../../../shared/say.ts";

export const words = part("assistant", {
  greeting: (appName: string) => `Hello, this is the assistant of ${appName}. Ask a question, or choose one:`,
  supportChat: "Support chat",
  lead: "Answers come from what this app knows; no person reads along.",
  conversation: "Conversation",
  yourQuestion: "Your question",
  askQuestion: "Ask a question",
  send: "Send",
});
