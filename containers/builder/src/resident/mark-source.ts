// Writes into every element of the app's JSX where it stands in the source, for whoever points at it in a preview. Made
// in the builder's memory while it bundles: no file, no export and no published app has it.
//   an element of the page     data-nx-at="src/page.tsx:12:7"
//   the use of a component     data-nx-use="…", which arrives in the page where the component hands its properties on
interface Spot {
  type: string;
  start: number;
  end: number;
}

/** These take no properties but their own. */
const closed = /(?:^|\.)(?:Fragment|Suspense|StrictMode|Profiler|Activity|Provider|Consumer)$/;

export function markSource(code: string, path: string, module: unknown): string {
  const openings: { at: number; name: string; start: number }[] = [];
  visit(module, (node) => {
    if (node.type !== "JSXOpeningElement") return;
    const { name, typeArguments, start } = node as Spot & { name: Spot; typeArguments?: Spot | null };
    openings.push({ at: typeArguments?.end ?? name.end, name: code.slice(name.start, name.end), start });
  });
  const lines = lineStarts(code);
  let marked = "";
  let copied = 0;
  for (const { at, name, start } of openings.toSorted((a, b) => a.at - b.at)) {
    if (closed.test(name)) continue;
    const isOfPage = /^[a-z][a-z0-9-]*$/.test(name);
    const line = lines.findLastIndex((from) => from <= start);
    const place = `${path}:${line + 1}:${start - (lines[line] ?? 0) + 1}`;
    // First of the properties, so that those handed on by a component win.
    marked += `${code.slice(copied, at)} ${isOfPage ? "data-nx-at" : "data-nx-use"}=${JSON.stringify(place)}`;
    copied = at;
  }
  return marked + code.slice(copied);
}

function visit(value: unknown, see: (node: Spot) => void): void {
  if (Array.isArray(value)) {
    for (const each of value) visit(each, see);
  } else if (typeof value === "object" && value !== null) {
    if ("type" in value && typeof value.type === "string") see(value as Spot);
    for (const each of Object.values(value)) visit(each, see);
  }
}

function lineStarts(code: string): number[] {
  const starts = [0];
  for (let at = code.indexOf("\n"); at >= 0; at = code.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
