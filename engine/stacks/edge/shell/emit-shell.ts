// src/client/shell/{slots,routes}.ts: what the parts of this app hang into its shell.
import { quote } from "../../shared/source-text.ts";
import type { Exported, NavLink, ShellPart } from "./shell-part.ts";

const importLines = (entries: readonly Exported[]): string => {
  const names = new Map<string, Set<string>>();
  for (const { module, name } of entries) names.set(module, (names.get(module) ?? new Set()).add(name));
  return [...names]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([module, imported]) => `import { ${[...imported].sort().join(", ")} } from ${quote(`../${module}`)};\n`)
    .join("");
};

const list = (entries: readonly string[]): string => (entries.length === 0 ? "[]" : `[\n${entries.join("")}]`);

const named = (entries: readonly Exported[]): string => `[${entries.map(({ name }) => name).join(", ")}]`;

const spread = (entries: readonly Exported[]): string => `[${entries.map(({ name }) => `...${name}`).join(", ")}]`;

function navEntry({ to, icon, title, isOutside, isShown }: NavLink): string {
  const outside = isOutside === true ? ", isOutside: true" : "";
  const shown = isShown === undefined ? "" : `, isShown: () => ${isShown}`;
  return `  { to: ${quote(to)}, icon: ${quote(icon)}, title: () => ${title}${outside}${shown} },\n`;
}

/** `basename` is the path below which the shell's pages live. */
export function emitShell(parts: readonly ShellPart[], basename: string): Map<string, string> {
  const all = <Key extends keyof ShellPart>(key: Key): NonNullable<ShellPart[Key]>[number][] =>
    parts.flatMap((part) => (part[key] ?? []) as NonNullable<ShellPart[Key]>[number][]);
  const [tools, overlays, beginnings, routes, bareRoutes] = [
    all("tools"),
    all("overlays"),
    all("beginnings"),
    all("routes"),
    all("bareRoutes"),
  ];
  const slots = `// What the parts of this app hang into the shell. A new entry, tool or overlay is a line here.
${importLines([...tools, ...overlays, ...beginnings, ...all("imports")])}import type { Beginning, NavEntry, Overlay, Tool } from "./slot.ts";

/** The path below which the pages of the shell live. */
export const basename: string = ${quote(basename)};

/** Behind the models in the menu. */
export const moreEntries: readonly NavEntry[] = ${list(all("more").map(navEntry))};

/** At the foot of the menu. */
export const lastEntries: readonly NavEntry[] = ${list(all("last").map(navEntry))};

export const tools: readonly Tool[] = ${named(tools)};

export const overlays: readonly Overlay[] = ${named(overlays)};

export const beginnings: readonly Beginning[] = ${named(beginnings)};
`;
  const table = `// The pages beside the models' and the capabilities' own, from the modules of their parts.
import type { PageRoute } from "../routing/router.ts";
${importLines([...routes, ...bareRoutes])}
/** Inside the shell. */
export const partRoutes: readonly PageRoute[] = ${spread(routes)};

/** Without the shell around them. */
export const bareRoutes: readonly PageRoute[] = ${spread(bareRoutes)};
`;
  return new Map([
    ["src/client/shell/slots.ts", slots],
    ["src/client/shell/routes.ts", table],
  ]);
}
