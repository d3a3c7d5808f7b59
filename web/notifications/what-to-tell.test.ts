import { describe, expect, it } from "vitest";
import type { AppNotification } from "../lib/api-types.ts";
import { type Told, whatToTell } from "./what-to-tell.ts";

const notice = (id: string, over: Partial<AppNotification> = {}): AppNotification => ({
  id,
  projectId: `prj_${id}`,
  projectName: id,
  generationId: "gen",
  kind: "done",
  text: "",
  createdAt: "2026-01-01T00:00:00.000Z",
  readAt: null,
  ...over,
});
const elsewhere = { openProject: null, isVisible: true };
const knowing = (...ids: string[]): Told => ({ known: new Set(ids) });
const idsOf = (items: readonly AppNotification[]): string[] => items.map(({ id }) => id);

describe("news for an open page", () => {
  it("are not what was there before it opened", () => {
    const { news, told } = whatToTell({ known: null }, [notice("b"), notice("a")], elsewhere);
    expect(news).toEqual([]);
    expect([...(told.known ?? [])]).toEqual(["b", "a"]);
  });

  it("are what came since, oldest first, once", () => {
    const items = [notice("c"), notice("b"), notice("a")];
    const first = whatToTell(knowing("a"), items, elsewhere);
    expect(idsOf(first.news)).toEqual(["b", "c"]);
    expect(whatToTell(first.told, items, elsewhere).news).toEqual([]);
  });

  it("are not what was read in another tab", () => {
    expect(whatToTell(knowing(), [notice("a", { readAt: "2026-01-01T00:00:00.000Z" })], elsewhere).news).toEqual([]);
  });

  it("are not of the project one looks at, which counts as read", () => {
    const looking = { openProject: "prj_a", isVisible: true };
    const { news, seen } = whatToTell(knowing(), [notice("b"), notice("a")], looking);
    expect(idsOf(news)).toEqual(["b"]);
    expect(idsOf(seen)).toEqual(["a"]);
  });

  it("are of every project while nobody looks", () => {
    const { news, seen } = whatToTell(knowing(), [notice("a")], { openProject: "prj_a", isVisible: false });
    expect(idsOf(news)).toEqual(["a"]);
    expect(seen).toEqual([]);
  });
});
