// People who write to each other, and an assistant that answers from what the app knows.
import { quote } from "../sanitise.ts";
import type { PlannedCapability, Recogniser } from "./capability.ts";
import { findSense } from "./senses.ts";

const chatting = [
  {
    any: [
      "chat",
      "chatting",
      "chat room",
      "messaging",
      "direct message",
      "private message",
      "instant message",
      "live chat",
      "group chat",
      "communicate with each other",
      "communicate with other",
      "direct communication",
    ],
    without: ["chatbot", "chat bot", "support chat", "customer support", "contact form"],
  },
];
const assisting = [
  { any: ["chatbot", "chat bot", "virtual assistant", "support bot", "ai assistant", "help bot"] },
  {
    any: ["support"],
    with: ["chat", "online customer support", "support tool", "live support", "customer support tool"],
  },
];

export const recogniseChat: Recogniser = ({ clauses, models }) => {
  const [chat, help] = [findSense(clauses, chatting), findSense(clauses, assisting)];
  const planned: PlannedCapability[] = [];
  // Conversations that are records already are no second time a chat.
  const kept = models.filter((model) =>
    /^(chat( message| room)?|message|conversation|direct message)$/i.test(model.name),
  );
  if (chat !== null)
    planned.push({
      capability: { kind: "chat", ...(chat.first && models.length === 0 && { home: true }) },
      decision: {
        question: "How do people write to each other?",
        choice: "In a chat with rooms; new messages come within seconds. There are no private rooms without accounts",
        reason: `the prompt speaks of it: ${quote(chat.original, 100)}`,
      },
      pages: [
        {
          path: "/chat",
          title: "Chat",
          purpose: "Read and write messages in rooms.",
          components: ["Rooms", "Messages", "Form"],
        },
      ],
      endpoints: [
        { method: "GET", path: "/api/chat", purpose: "Rooms and the messages of one." },
        { method: "POST", path: "/api/chat", purpose: "Write a message." },
      ],
      task: "Chat: rooms, messages, tests",
      answers: ["chat", "chatting", "messaging", "message", "communicate", "real time", "realtime"],
      replaces: new Map(kept.length < models.length ? kept.map(({ name }) => [name, null]) : []),
    });
  if (help !== null)
    planned.push({
      capability: { kind: "chat", assistant: true, ...(help.first && { home: true }) },
      decision: {
        question: "Who answers in the support chat?",
        choice: "An assistant that finds the entry a question is about by its words; it says when it does not know",
        reason: `the prompt speaks of it: ${quote(help.original, 100)}`,
      },
      pages: [
        {
          path: "/support-chat",
          title: "Support chat",
          purpose: "Ask, and get answers from what the app knows.",
          components: ["Conversation", "Form"],
        },
      ],
      endpoints: [],
      task: "Support chat: answers from the app's records, tests",
      answers: ["chat", "chatbot", "support", "assistant", "question"],
    });
  return planned;
};
