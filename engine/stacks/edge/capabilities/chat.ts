// A chat with rooms, and an assistant that answers from what the app knows.
import type { ResolvedApp } from "#engine/prd/resolved.ts";
import type { PrdCapability } from "#engine/prd/schema.ts";
import { literal, sqlName } from "../../shared/source-text.ts";
import { type Contribution, freeSlug, freeTable } from "./capability.ts";

type Chat = Extract<PrdCapability, { kind: "chat" }>;

function contributeRooms(app: ResolvedApp, { home }: Chat): Contribution {
  const [slug, table] = [freeSlug(app, "chat"), freeTable(app, "chat_messages")];
  const migration = `CREATE TABLE IF NOT EXISTS ${sqlName(table)} (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "room" TEXT NOT NULL,
  "visitor" TEXT NOT NULL,
  "author" TEXT NOT NULL,
  "body" TEXT NOT NULL
);
--> statement-breakpoint
CREATE INDEX IF NOT EXISTS ${sqlName(`${table}_room`)} ON ${sqlName(table)} ("room", "created_at");
`;
  return {
    folders: ["chat"],
    pages: [
      { path: slug, title: "Chat", icon: "message", module: "chat/chat.tsx", ...(home === true && { isHome: true }) },
    ],
    routes: [
      {
        path: `/${slug}`,
        module: "chat.ts",
        name: "chat",
        summaries: {
          "GET /": "Read the messages of a room",
          "POST /": "Send a message",
          "DELETE /:message": "Delete an own message",
        },
      },
    ],
    files: new Map([
      ["migrations/0902_chat.sql", migration],
      [
        "src/shared/chat/settings.ts",
        `// Where the chat is, and where everyone starts.\nimport type { ChatSettings } from "./chat.ts";\n\nexport const chatSettings: ChatSettings = ${literal({ slug, table, room: "Everyone" }, "", 44)};\n`,
      ],
    ]),
  };
}

/** What people ask of an app with these abilities. */
function knownAnswers(app: ResolvedApp): { title: string; text: string }[] {
  const kinds = new Set((app.prd.capabilities ?? []).map(({ kind }) => kind));
  const names = app.models.slice(0, 4).map(({ pluralLabel }) => pluralLabel.toLowerCase());
  return [
    {
      title: "What can I find here?",
      text: `${app.prd.name} keeps ${names.join(", ")}. Choose one of them in the menu, and search or filter the list.`,
    },
    ...(kinds.has("shop")
      ? [
          {
            title: "How do I place an order?",
            text: "Open the shop, add what you like to the cart, open the cart, fill in your name and address, and place the order. You see its number at once.",
          },
          {
            title: "How do I return a product?",
            text: "Write to us with the number of your order and say what you want to send back. You get an answer with the address for the return.",
          },
        ]
      : [
          {
            title: "How do I order something?",
            text: "Open what you want in the menu and add a new entry with your name and your wish. It is kept, and someone gets back to you.",
          },
          {
            title: "How do I return something?",
            text: "Send a message that names your order and what you want to return. You get an answer that says how to send it back.",
          },
        ]),
    ...(kinds.has("booking")
      ? [
          {
            title: "How do I book?",
            text: "Open the free times in the menu, choose a day and a time, and fill in the form. A time that is taken is refused.",
          },
        ]
      : []),
    {
      title: "How do I reach a person?",
      text: "Leave your name and an address where you can be reached in a message. It is read as soon as possible.",
    },
  ];
}

function contributeAssistant(app: ResolvedApp, { home }: Chat): Contribution {
  const slug = freeSlug(app, "support-chat");
  const settings = { slug, entries: knownAnswers(app) };
  return {
    folders: ["assistant"],
    pages: [
      {
        path: slug,
        title: "Support chat",
        icon: "message",
        module: "assistant/assistant.tsx",
        ...(home === true && { isHome: true }),
      },
    ],
    files: new Map([
      [
        "src/shared/assistant/settings.ts",
        `// What the assistant knows besides the records. Add what people ask.\nimport type { AssistantSettings } from "./assistant.ts";\n\nexport const assistantSettings: AssistantSettings = ${literal(settings, "", 54)};\n`,
      ],
    ]),
  };
}

export const contributeChat = (app: ResolvedApp, capability: Chat): Contribution =>
  capability.assistant === true ? contributeAssistant(app, capability) : contributeRooms(app, capability);
