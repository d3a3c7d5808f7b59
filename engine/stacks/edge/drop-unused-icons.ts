const place = "src/client/components/icon.tsx";
const outline = /^ {2}(\w+):\s+"[^"]+",\n/gm;
/** Drawn where nothing has the name that was asked for. */
const standIn = "layers";

/** The icon set without the outlines that no other file of the app names: every page downloads it. */
export function dropUnusedIcons(files: ReadonlyMap<string, string>): [path: string, text: string] {
  const code = [...files]
    .filter(([path]) => path.startsWith("src/") && path !== place)
    .map(([, text]) => text)
    .join("\n");
  const isNamed = (name: string): boolean => name === standIn || code.includes(`"${name}"`);
  const set = files.get(place) ?? "";
  return [place, set.replaceAll(outline, (line, name: string) => (isNamed(name) ? line : ""))];
}
