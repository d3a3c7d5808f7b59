import { env as testEnv } from "cloudflare:workers";
import { expect, it } from "vitest";
import { pngOf } from "#engine/attachments/fixtures.ts";
import { readImageSize } from "#engine/attachments/image-size.ts";
import type { Env } from "../env.ts";
import { shrinkImage } from "./shrink-image.ts";

const { IMAGES } = testEnv as unknown as Env;
const shrink = (bytes: Uint8Array<ArrayBuffer>) =>
  shrinkImage(IMAGES, bytes, "image/png", readImageSize(bytes, "image/png"));

it("leaves a small picture as it is", async () => {
  expect(await shrink(pngOf(1_568, 20))).toBeNull();
});

it("makes a large picture as small as models see it, in its own proportions", async () => {
  const small = await shrink(pngOf(4_000, 1_000));
  expect(small?.type).toBe("image/png");
  expect(small && readImageSize(small.bytes, "image/png")).toEqual({ width: 1_568, height: 392 });
});

it("refuses what only begins as a picture, and pictures that would fill the memory", async () => {
  await expect(shrink(pngOf(4_000, 1_000).slice(0, 40))).rejects.toMatchObject({ name: "UnreadableFile" });
  await expect(shrink(pngOf(20_000, 20_000).slice(0, 60))).rejects.toThrow("100 million pixels");
  await expect(shrink(pngOf(10, 10).slice(0, 12))).rejects.toThrow("damaged");
});
