import { describe, expect, test } from "vitest";
import type { ChatView } from "../src/shared/chat/chat.ts";
import { chatSettings } from "../src/shared/chat/settings.ts";
import { startApp } from "./app.ts";

const path = `/${chatSettings.slug}`;
const [ada, ben] = ["visitor-ada", "visitor-ben"];

describe("the chat", () => {
  test("shows what everyone wrote in a room, the oldest first, and says what is one's own", async () => {
    const app = startApp();
    await app.call("POST", path, { visitor: ada, author: "Ada", room: "Garden", body: "Hello" });
    const { body } = await app.call<ChatView>("POST", path, { visitor: ben, author: "Ben", room: "Garden", body: "Hi" });
    expect(body.messages.map(({ author, isMine }) => [author, isMine])).toEqual([
      ["Ada", false],
      ["Ben", true],
    ]);
    expect(body.rooms).toContainEqual({ name: "Garden", messages: 2 });
    const other = await app.call<ChatView>("GET", `${path}?room=Kitchen&visitor=${ada}`);
    expect(other.body.messages).toEqual([]);
  });

  test("lets nobody delete what another wrote", async () => {
    const app = startApp();
    const { body } = await app.call<ChatView>("POST", path, { visitor: ada, room: "Garden", body: "Hello" });
    const message = `${path}/${body.messages[0]?.id}?room=Garden`;
    expect((await app.call("DELETE", `${message}&visitor=${ben}`)).status).toBe(404);
    expect((await app.call<ChatView>("DELETE", `${message}&visitor=${ada}`)).body.messages).toEqual([]);
  });

  test("refuses empty messages", async () => {
    expect((await startApp().call("POST", path, { visitor: ada, room: "Garden", body: " " })).status).toBe(400);
  });
});
