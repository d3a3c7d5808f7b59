// Packages that a coder may add. Each runs without code from strings, native parts or install scripts, in a browser and
// where the app's API runs, within the app's content security policy. `on`: where it may be imported.

export interface AllowedPackage {
  readonly name: string;
  /** What it is for, as a model looks for it. */
  readonly why: string;
  readonly on: "browser" | "both";
  /** The range that is known to work; the builder takes the newest of it, exactly. */
  readonly range: string;
  /** The package of its types, which comes along, where it has none of its own. */
  readonly types?: { readonly name: string; readonly range: string };
}

export const allowedPackages: readonly AllowedPackage[] = [
  { name: "@dnd-kit/core", why: "drag and drop, also by keyboard", on: "browser", range: "^6" },
  {
    name: "@dnd-kit/sortable",
    why: "lists that are sorted by dragging; needs @dnd-kit/core",
    on: "browser",
    range: "^10",
  },
  { name: "@tanstack/react-virtual", why: "very long lists", on: "browser", range: "^3" },
  {
    name: "canvas-confetti",
    why: "confetti",
    on: "browser",
    range: "^1",
    types: { name: "@types/canvas-confetti", range: "^1" },
  },
  { name: "chess.js", why: "rules of chess", on: "both", range: "^1" },
  {
    name: "culori",
    why: "colour spaces and conversions",
    on: "both",
    range: "^4",
    types: { name: "@types/culori", range: "^4" },
  },
  {
    name: "d3-scale",
    why: "scales of charts",
    on: "both",
    range: "^4",
    types: { name: "@types/d3-scale", range: "^4" },
  },
  {
    name: "d3-shape",
    why: "lines, areas and arcs of charts",
    on: "both",
    range: "^3",
    types: { name: "@types/d3-shape", range: "^3" },
  },
  { name: "date-fns", why: "arithmetic with dates beyond Intl and src/shared/day.ts", on: "both", range: "^4" },
  { name: "decimal.js", why: "exact decimal numbers", on: "both", range: "^10" },
  { name: "diff", why: "differences of two texts", on: "both", range: "^8" },
  { name: "embla-carousel-react", why: "carousels", on: "browser", range: "^8" },
  { name: "fuse.js", why: "fuzzy search in a list in the browser", on: "both", range: "^7" },
  { name: "jsbarcode", why: "bar codes; draws into an SVG", on: "browser", range: "^3" },
  {
    name: "lucide-react",
    why: "icons that src/client/components/icon.tsx does not have",
    on: "browser",
    range: "^0.500",
  },
  { name: "motion", why: "animation beyond CSS", on: "browser", range: "^12" },
  { name: "qrcode.react", why: "QR codes as SVG", on: "browser", range: "^4" },
  { name: "recharts", why: "charts with axes and tooltips", on: "browser", range: "^3" },
  { name: "rrule", why: "recurring dates", on: "both", range: "^2" },
  { name: "simple-statistics", why: "regression, percentiles and other statistics", on: "both", range: "^7" },
  { name: "zustand", why: "state shared between far apart components", on: "browser", range: "^5" },
];

export function findAllowed(name: string): AllowedPackage | undefined {
  return allowedPackages.find((candidate) => candidate.name === name.trim());
}

/** Why a package is not to be had, with the nearest that are. */
export function refusePackage(name: string): string {
  const near = allowedPackages
    .map((candidate) => ({
      candidate,
      likeness: Math.max(likeness(name, candidate.name), likeness(name, candidate.why)),
    }))
    .filter(({ likeness: score }) => score > 0.2)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, 3)
    .map(({ candidate }) => `${candidate.name} (${candidate.why})`);
  const instead = near.length > 0 ? ` Near to it: ${near.join("; ")}.` : "";
  return `${name} is not among the packages that may be added.${instead} All of them: ${allowedPackages.map((each) => each.name).join(", ")}. Write it yourself with what the app has when none fits.`;
}

/** Shared pairs of letters (Dice): 1 for the same, 0 for nothing in common. */
function likeness(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  if (a.size + b.size === 0) return 0;
  return (2 * [...a].filter((pair) => b.has(pair)).length) / (a.size + b.size);
}

function pairsOf(text: string): Set<string> {
  const letters = text.toLowerCase().replace(/[^a-z0-9]/g, "");
  return new Set(Array.from({ length: Math.max(0, letters.length - 1) }, (_unused, at) => letters.slice(at, at + 2)));
}
