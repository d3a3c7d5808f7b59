/** Lines of a `.env` file: `NAME=value`, with quotes, `export` and comments as shells take them. */
export function readAssignments(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const line of text.split("\n")) {
    const [, name, raw = ""] = /^\s*(?:export\s+)?([^\s=#][^\s=]*)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (name !== undefined) found[name] = unquote(raw);
  }
  return found;
}

function unquote(raw: string): string {
  const quoted = /^(["'])(.*)\1(?:\s+#.*)?$/.exec(raw);
  if (!quoted) return raw.replace(/\s+#.*$/, "");
  const [, quote, inner = ""] = quoted;
  return quote === '"' ? inner.replaceAll("\\n", "\n").replaceAll('\\"', '"') : inner;
}
