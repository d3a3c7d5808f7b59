import { describe, expect, test } from "vitest";
import { modelOf } from "../src/shared/lookup.ts";
import type { ApiErrorBody } from "../src/shared/model.ts";
import type { ReactionsView } from "../src/shared/reactions/reactions.ts";
import { reactionSettings as settings } from "../src/shared/reactions/settings.ts";
import { startApp, type TestApp } from "./app.ts";
import { credentials } from "./credentials.ts";
import { createSample } from "./sample.ts";

const base = `/${settings.slug}`;

describe.each(Object.entries(settings.models))("reactions on %s", (key, allowed) => {
  const model = modelOf(key);
  const path = async (app: TestApp): Promise<string> => `${base}/${model.slug}/${await createSample(app, model)}`;

  /** Two visitors; where people sign in, two of them. */
  const open = async () => {
    const app = startApp();
    return { one: await path(app), ada: app, ben: app.as(credentials(app.database)) };
  };
  const ids = { ada: "visitor-ada", ben: "visitor-ben" };
  type Name = keyof typeof ids;

  test("each visitor counts once, and may change their mind", async () => {
    const { one, ...people } = await open();
    const put = async (kind: string, name: Name, value: number): Promise<ReactionsView> =>
      (await people[name].call<ReactionsView>("PUT", `${one}/${kind}`, { visitor: ids[name], value })).body;
    const list = async (kind: string, name: Name): Promise<number> =>
      (await people[name].call<{ items: unknown[] }>("GET", `${base}/${kind}?visitor=${ids[name]}`)).body.items.length;
    if (allowed.includes("likes")) {
      await put("like", "ada", 1);
      await put("like", "ada", 1);
      expect(await put("like", "ben", 1)).toMatchObject({ likes: 2, isLiked: true });
      expect(await put("like", "ben", 0)).toMatchObject({ likes: 1, isLiked: false });
    }
    if (allowed.includes("ratings")) {
      await put("rating", "ada", 2);
      await put("rating", "ada", 4);
      expect(await put("rating", "ben", 5)).toMatchObject({ average: 4.5, ratings: 2, myRating: 5 });
      expect((await people.ada.call("PUT", `${one}/rating`, { visitor: ids.ada, value: 6 })).status).toBe(400);
    }
    if (allowed.includes("follows")) {
      await put("follow", "ada", 1);
      expect(await put("follow", "ben", 1)).toMatchObject({ followers: 2, isFollowed: true });
      expect(await list("following", "ada")).toBe(1);
    }
    if (allowed.includes("favourites")) {
      await put("favourite", "ada", 1);
      expect([await list("favourites", "ada"), await list("favourites", "ben")]).toEqual([1, 0]);
    }
  });

  test("comments belong to who wrote them", async () => {
    if (!allowed.includes("comments")) return;
    const { one, ada, ben } = await open();
    const empty = await ada.call<ApiErrorBody>("POST", `${one}/comments`, { visitor: ids.ada, body: "  " });
    expect(empty.status).toBe(400);
    const sent = { visitor: ids.ada, author: "Ada", body: "Good" };
    const { body } = await ada.call<ReactionsView>("POST", `${one}/comments`, sent);
    expect(body.comments).toMatchObject([{ author: body.writer ?? "Ada", body: "Good", isMine: true, mayDelete: true }]);
    const seen = (await ben.call<ReactionsView>("GET", `${one}?visitor=${ids.ben}`)).body.comments[0];
    expect(seen).toMatchObject({ isMine: false });
    const comment = `${one}/comments/${seen?.id}`;
    // Where people sign in, this one administrates, and may take any comment away.
    if (seen?.mayDelete === false) expect((await ben.call("DELETE", `${comment}?visitor=${ids.ben}`)).status).toBe(403);
    expect((await ada.call<ReactionsView>("DELETE", `${comment}?visitor=${ids.ada}`)).body.comments).toEqual([]);
  });

  test("are refused for records that do not exist", async () => {
    const app = startApp();
    expect((await app.call("GET", `${base}/${model.slug}/nothing?visitor=${ids.ada}`)).status).toBe(404);
  });
});
