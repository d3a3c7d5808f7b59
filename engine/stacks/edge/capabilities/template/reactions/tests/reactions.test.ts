import { describe, expect, test } from "vitest";
import { modelOf } from "../src/shared/lookup.ts";
import type { ApiErrorBody } from "../src/shared/model.ts";
import type { ReactionsView } from "../src/shared/reactions/reactions.ts";
import { reactionSettings as settings } from "../src/shared/reactions/settings.ts";
import { startApp, type TestApp } from "./app.ts";
import { createSample } from "./sample.ts";

const [ada, ben] = ["visitor-ada", "visitor-ben"];
const base = `/${settings.slug}`;

describe.each(Object.entries(settings.models))("reactions on %s", (key, allowed) => {
  const model = modelOf(key);
  const path = async (app: TestApp): Promise<string> => `${base}/${model.slug}/${await createSample(app, model)}`;

  test("each visitor counts once, and may change their mind", async () => {
    const app = startApp();
    const one = await path(app);
    const put = async (kind: string, visitor: string | undefined, value: number): Promise<ReactionsView> =>
      (await app.call<ReactionsView>("PUT", `${one}/${kind}`, { visitor, value })).body;
    if (allowed.includes("likes")) {
      await put("like", ada, 1);
      await put("like", ada, 1);
      expect(await put("like", ben, 1)).toMatchObject({ likes: 2, isLiked: true });
      expect(await put("like", ben, 0)).toMatchObject({ likes: 1, isLiked: false });
    }
    if (allowed.includes("ratings")) {
      await put("rating", ada, 2);
      await put("rating", ada, 4);
      expect(await put("rating", ben, 5)).toMatchObject({ average: 4.5, ratings: 2, myRating: 5 });
      expect((await app.call("PUT", `${one}/rating`, { visitor: ada, value: 6 })).status).toBe(400);
    }
    if (allowed.includes("follows")) {
      await put("follow", ada, 1);
      expect(await put("follow", ben, 1)).toMatchObject({ followers: 2, isFollowed: true });
      const { body } = await app.call<{ items: unknown[] }>("GET", `${base}/following?visitor=${ada}`);
      expect(body.items).toHaveLength(1);
    }
    if (allowed.includes("favourites")) {
      await put("favourite", ada, 1);
      const list = async (visitor: string | undefined) =>
        (await app.call<{ items: unknown[] }>("GET", `${base}/favourites?visitor=${visitor}`)).body.items.length;
      expect([await list(ada), await list(ben)]).toEqual([1, 0]);
    }
  });

  test("comments belong to who wrote them", async () => {
    if (!allowed.includes("comments")) return;
    const app = startApp();
    const one = await path(app);
    const empty = await app.call<ApiErrorBody>("POST", `${one}/comments`, { visitor: ada, body: "  " });
    expect(empty.status).toBe(400);
    const { body } = await app.call<ReactionsView>("POST", `${one}/comments`, { visitor: ada, author: "Ada", body: "Good" });
    const comment = `${one}/comments/${body.comments[0]?.id}`;
    expect(body.comments).toMatchObject([{ author: "Ada", body: "Good", isMine: true }]);
    expect((await app.call("DELETE", `${comment}?visitor=${ben}`)).status).toBe(403);
    expect((await app.call<ReactionsView>("DELETE", `${comment}?visitor=${ada}`)).body.comments).toEqual([]);
  });

  test("are refused for records that do not exist", async () => {
    const app = startApp();
    expect((await app.call("GET", `${base}/${model.slug}/nothing?visitor=${ada}`)).status).toBe(404);
  });
});
