import { expect, test } from "vitest";
import { deal, faces } from "../src/shared/games/memory.ts";

test("every face is dealt twice", () => {
  let seed = 0;
  const cards = deal(() => {
    seed = (seed * 16_807 + 11) % 2_147_483_647;
    return seed / 2_147_483_647;
  });
  expect([...cards].sort()).toEqual([...faces, ...faces].sort());
});
