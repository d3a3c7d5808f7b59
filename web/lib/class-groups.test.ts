import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { twMerge } from "tailwind-merge";
import { expect, it } from "vitest";
import { mergeClasses } from "./class-groups.ts";

const web = join(import.meta.dirname, "..");

/** Everything in the sources that may be a class, without what it depends on (`md:`) and what makes it stronger (`!`). */
function classesInSources(): string[] {
  const found = new Set<string>();
  for (const entry of readdirSync(web, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith(".tsx")) continue;
    const text = readFileSync(join(entry.parentPath, entry.name), "utf8");
    for (const [, string = ""] of text.matchAll(/["'`]([^"'`\n]{1,600})["'`]/g))
      for (const token of string.split(/\s+/)) found.add(token.replace(/^.*:(?=[^\]()]*$)/, "").replace(/!$/, ""));
  }
  // One that sets nothing in its eyes merges with nothing; a shadow written out it takes for a colour.
  const isClass = (token: string): boolean =>
    /^-?[a-z]/.test(token) && !token.startsWith("shadow-[") && twMerge(`${token} ${token}`) === token;
  return [...found].filter(isClass).toSorted();
}

it("merges every two classes of the sources as tailwind-merge itself does", () => {
  const classes = classesInSources();
  expect(classes.length).toBeGreaterThan(400);
  const differing: string[] = [];
  for (const first of classes)
    for (const second of classes) {
      const both = `${first} ${second}`;
      if (mergeClasses(both) !== twMerge(both)) differing.push(`${both}: ${mergeClasses(both)} | ${twMerge(both)}`);
    }
  expect(differing.slice(0, 40)).toEqual([]);
});

it("keeps what depends on something else apart", () => {
  expect(mergeClasses("h-8 md:h-9 hover:bg-line h-10 md:h-11 hover:bg-hover h-4!")).toBe(
    "h-10 md:h-11 hover:bg-hover h-4!",
  );
});
