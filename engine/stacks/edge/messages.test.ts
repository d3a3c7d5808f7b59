import { describe, expect, it } from "vitest";
import { template as capabilities } from "./capabilities/template.generated.ts";
import { template as access } from "./access/template.generated.ts";
import { template as looks } from "./looks/template.generated.ts";
import { template as edge } from "./template.generated.ts";
import { template as nextLooks } from "../next/looks/template.generated.ts";
import { template as next } from "../next/template.generated.ts";

const parts = { edge, access, capabilities, looks, next, "next/looks": nextLooks };
const files = Object.entries(parts).flatMap(([part, template]) =>
  Object.entries(template).map(([path, text]) => ({ path: `${part}/${path}`, text })),
);

/** Without comments, and without what only developers read: errors about the code itself. */
const codeOf = (text: string): string =>
  text
    .replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, "")
    .replace(/new Error\((?:"[^"]*"|`[^`]*`)\)/g, "")
    .replace(/console\.\w+\([^;]*;/g, "");

const found = (isMeant: (path: string) => boolean, pattern: RegExp): string[] =>
  files
    .filter(({ path }) => isMeant(path))
    .flatMap(({ path, text }) => [...codeOf(text).matchAll(pattern)].map(([match]) => `${path}: ${match}`));

describe("the catalogue of texts", () => {
  it("holds every sentence that the API says", () => {
    // The reference of the API is written for developers.
    const isServer = (path: string): boolean =>
      path.includes("/src/server/") && !path.includes("/openapi/") && !path.endsWith("words.ts");
    expect(found(isServer, /["`][A-Z][^"`\n]* [^"`\n]*[.!?]["`]/g)).toEqual([]);
  });

  it("holds every text between tags, and every title and label", () => {
    const isPage = (path: string): boolean => path.endsWith(".tsx");
    expect(found(isPage, />\s*(?!Promise<|Authorization:)[A-Z][a-z]+[^<>{}=;]*</g)).toEqual([]);
    expect(
      found(isPage, /\b(?:[a-z]*[tT]itle|[a-z]*[tT]ext|label|rules|placeholder|alt|aria-label)="[A-Z][^"]*"/g),
    ).toEqual([]);
    expect(found(isPage, /(?:\btitle: |[?|] |[?|]{2} |[^a-z?]: )["`][A-Z][a-z]+[^"`]*["`]/g)).toEqual([]);
  });
});
