// What a regeneration left as people wrote it, gathered in one note.
import type { ProjectEvents } from "#protocol/project-events.ts";
import { formatCount } from "../lib/format.ts";

type Kept = ProjectEvents["file.kept"];

const words: Readonly<Record<Kept["reason"], string>> = {
  conflict: "changed on both sides; your text stands",
  deleted: "stays deleted, as you left it",
  "no-longer-generated": "no longer generated; your file stays",
  twin: "a new file of the same name; yours stays",
  unmergeable: "cannot be merged; yours stays",
  lockfile: "not merged; yours stays",
  "kept-whole": "the merged text did not build; yours stays whole",
  "set-aside": "set aside, since the app does not build with it",
};

export function keptNote(kept: readonly Kept[]): { text: string; detail: string } {
  const places = kept.reduce((sum, file) => sum + Math.max(1, file.places), 0);
  const them = places === 1 ? "as you wrote it" : "as you wrote them";
  const lines = kept.map(({ path, reason, places: count }) => {
    const where = count > 1 ? ` (${formatCount(count, "place")})` : "";
    return `${path}${where}: ${words[reason]}`;
  });
  return { text: `${formatCount(places, "place")} kept ${them}`, detail: lines.join("\n") };
}
