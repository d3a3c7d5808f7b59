import type { AccessibilityFinding } from "#protocol/preview-frame.ts";

const mostPlaces = 5;
const longest = 12_000;

/** The request that sends findings of a page to the loop. Pure. */
export function fixRequest(findings: readonly AccessibilityFinding[], path: string): string {
  const listed = findings.map(({ help, rule, impact, places, count }) => {
    const where = places.slice(0, mostPlaces).map(({ selector, source, why }) => {
      const reason = why.split("\n").slice(1).join(" ").trim();
      return `  - ${source ?? selector}${reason === "" ? "" : `: ${reason}`}`;
    });
    const rest = count > where.length ? [`  - and ${count - where.length} more`] : [];
    return [`- ${help} (${rule}, ${impact})`, ...where, ...rest].join("\n");
  });
  const text = `Fix these accessibility problems of the page ${path}. Change nothing else.\n\n${listed.join("\n")}`;
  return text.length > longest ? `${text.slice(0, longest)}\n…` : text;
}
