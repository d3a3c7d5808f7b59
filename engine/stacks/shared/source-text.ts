// Writing TypeScript and SQL literals.

export const quote = (text: string): string =>
  JSON.stringify(text)
    .replace(/\u2028/g, "\\u2028")
    .replace(/\u2029/g, "\\u2029");

const isIdentifier = (key: string): boolean => /^[A-Za-z_$][\w$]*$/.test(key);

type Literal = string | number | boolean | null | undefined | readonly Literal[] | { readonly [key: string]: Literal };

/** A value as TypeScript, in the formatter's layout for a line width of 120; undefined properties are left out. */
export function literal(value: Literal, indent = "", column = indent.length): string {
  if (typeof value === "string") return quote(value);
  if (value === null || typeof value !== "object") return String(value);
  const inner = `${indent}  `;
  const isList = Array.isArray(value);
  const parts: [string, Literal][] = isList
    ? (value as readonly Literal[]).map((item): [string, Literal] => ["", item])
    : Object.entries(value as Record<string, Literal>)
        .filter(([, item]) => item !== undefined)
        .map(([key, item]): [string, Literal] => [`${isIdentifier(key) ? key : quote(key)}: `, item]);
  const [open, close] = isList ? ["[", "]"] : ["{", "}"];
  if (parts.length === 0) return `${open}${close}`;
  const flat = parts.map(([key, item]) => `${key}${literal(item, "", 0)}`).join(", ");
  const oneLine = isList ? `[${flat}]` : `{ ${flat} }`;
  if (!oneLine.includes("\n") && column + oneLine.length <= 116) return oneLine;
  const lines = parts.map(([key, item]) => `${inner}${key}${literal(item, inner, inner.length + key.length)},\n`);
  return `${open}\n${lines.join("")}${indent}${close}`;
}

export const sqlText = (text: string): string => `'${text.replaceAll("\0", "").replaceAll("'", "''")}'`;
export const sqlName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Text inside HTML or an attribute. */
export const html = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** One line of Markdown that stays one line of Markdown. */
export const markdown = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .replace(/([\\`*_[\]<>#|])/g, "\\$1")
    .trim();
