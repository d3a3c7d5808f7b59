// "MIT licence", "under the ISC license": what the owner allows others to do with the code.
import type { PrdLicense } from "#engine/prd/schema.ts";

export function readLicense(text: string): PrdLicense | null {
  const [, named] = /\b(mit|isc)(?:[- ]licen[cs]ed?\b| licen[cs]e\b)/i.exec(text) ?? [];
  if (named === undefined) return null;
  return named.toUpperCase() === "MIT" ? "MIT" : "ISC";
}
