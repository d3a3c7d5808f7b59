import { describe, expect, it } from "vitest";
import { planFromPrompt } from "#engine/architect/architect.ts";
import { stacks } from "../../stacks.ts";

function filesOf(prompt: string, stack: keyof typeof stacks = "edge"): ReadonlyMap<string, string> {
  const planned = planFromPrompt(prompt);
  if (!planned.ok) throw new Error(planned.message);
  return stacks[stack].generate(planned.prd);
}
const settingsOf = (files: ReadonlyMap<string, string>): string =>
  files.get("src/shared/discussions/settings.ts") ?? "left out";

describe("discussions", () => {
  it.each([
    "A discussion forum with categories, threads, replies and upvotes, where members sign in",
    "A Q&A site where people ask questions and answer them",
    "A course site with lessons and a discussion for every lesson",
    "A message board for our allotment club",
  ])("are built in both stacks: %s", (prompt) => {
    expect(settingsOf(filesOf(prompt))).toContain("replies: {");
    expect(settingsOf(filesOf(prompt, "next"))).toContain("replies: {");
  });

  it("are moderated by everybody in a tool without accounts, and by roles with them", () => {
    expect(settingsOf(filesOf("A message board for our club"))).toMatch(/hasAccounts: false,\s+isModerated: true/);
    expect(settingsOf(filesOf("A message board for our club, with login"))).toMatch(/hasAccounts: true/);
  });

  it("check both models, and share one of them with another rule where that has to be", () => {
    const rules = filesOf("A message board for our club").get("src/server/capabilities/rules.ts") ?? "";
    expect(rules).toMatch(/: keepModeration,/);
    expect(rules).toMatch(/: refuseClosed,/);
  });
});
