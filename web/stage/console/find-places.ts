// Places in the project's own files that a line of output names: `src/app.tsx:3:5`, `src/app.tsx(3,5)`. Pure.

export interface NamedPlace {
  /** Where the words stand in the line. */
  start: number;
  end: number;
  path: string;
  /** From 1. */
  line: number;
}

const place =
  /(?<![\w./@-])(?:\.\/)?(?<path>(?:(?:[\w@.$-]+|\([\w.-]+\)|\[[\w.[\]-]+\])\/)*(?:[\w@$-][\w@.$-]*|\[[\w.-]+\])\.(?:[cm]?[jt]sx?|css|json|html|sql|md|toml|ya?ml))(?::(?<line>\d+)(?::\d+)?|\((?<row>\d+),\d+\))/g;

/** Not of dependencies, and not of paths of the machine that built it. */
export function findPlaces(text: string): NamedPlace[] {
  const places: NamedPlace[] = [];
  for (const match of text.matchAll(place)) {
    const { path = "", line, row } = match.groups ?? {};
    const number = Number(line ?? row);
    if (number < 1 || path.includes("node_modules/") || path.startsWith("../")) continue;
    places.push({ start: match.index, end: match.index + match[0].length, path, line: number });
  }
  return places;
}
