import { env as testEnv } from "cloudflare:workers";
import { expect, it } from "vitest";
import type { Env } from "../env.ts";
import { BlobStore } from "./blobs.ts";

const blobs = new BlobStore((testEnv as unknown as Env).BLOBS);

it("names bytes by their SHA-256 and hands them back", async () => {
  const { sha256, size } = await blobs.put("hello");
  expect(sha256).toBe("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
  expect(size).toBe(5);
  expect(await blobs.text(sha256)).toBe("hello");
  expect(await blobs.get(sha256)).toEqual(new TextEncoder().encode("hello"));
  expect(await blobs.put(new TextEncoder().encode("hello"))).toEqual({ sha256, size });
});

it("answers null for what is not there and for names that are no hash", async () => {
  expect(await blobs.get("0".repeat(64))).toBeNull();
  expect(await blobs.has("../secrets")).toBe(false);
  expect(await blobs.open("../secrets")).toBeNull();
});
