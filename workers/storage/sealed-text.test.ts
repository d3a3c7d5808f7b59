import { describe, expect, it } from "vitest";
import { canSeal, openSealedText, sealText } from "./sealed-text.ts";

const env = { ENCRYPTION_KEY: "one-secret-of-at-least-thirty-two-signs" };
const next = { ENCRYPTION_KEY: "another-secret-of-at-least-thirty-two-signs" };
const place = ["wsp_ada", "anthropic"];

describe("a sealed text", () => {
  it("opens where it was sealed for, and shows nothing before", async () => {
    const sealed = await sealText(env, "sk-secret ✓", place);
    expect(sealed).not.toContain("secret");
    expect(await openSealedText(env, sealed, place)).toBe("sk-secret ✓");
  });

  it("looks different every time", async () => {
    expect(await sealText(env, "same", place)).not.toBe(await sealText(env, "same", place));
  });

  it.each([
    { where: "another workspace", boundTo: ["wsp_bob", "anthropic"] },
    { where: "another provider", boundTo: ["wsp_ada", "openai"] },
    { where: "the same words, cut elsewhere", boundTo: ["wsp_adaa", "nthropic"] },
  ])("does not open in $where", async ({ boundTo }) => {
    expect(await openSealedText(env, await sealText(env, "key", place), boundTo)).toBeNull();
  });

  it("does not open once a sign of it was changed", async () => {
    const sealed = await sealText(env, "a key", place);
    const at = sealed.length - 4;
    const changed = sealed.slice(0, at) + (sealed[at] === "A" ? "B" : "A") + sealed.slice(at + 1);
    expect(await openSealedText(env, changed, place)).toBeNull();
    expect(await openSealedText(env, "v1.nonsense", place)).toBeNull();
  });

  it("opens after the secret was changed, as long as the one before is named", async () => {
    const sealed = await sealText(env, "key", place);
    expect(await openSealedText(next, sealed, place)).toBeNull();
    expect(await openSealedText({ ...next, ENCRYPTION_KEY_BEFORE: env.ENCRYPTION_KEY }, sealed, place)).toBe("key");
  });

  it("is not made without a secret, or under a short one", async () => {
    for (const weak of [{}, { ENCRYPTION_KEY: "short" }]) {
      expect(canSeal(weak)).toBe(false);
      await expect(sealText(weak, "key", place)).rejects.toThrow("ENCRYPTION_KEY");
    }
  });
});
