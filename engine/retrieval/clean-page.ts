// A page of a website as Markdown: its main part, headings, lists, tables' cells and code. Menus, scripts and forms go.

const dropped = "script|style|noscript|template|svg|nav|header|footer|aside|form|button|iframe|dialog";
/** Stands for a code block meanwhile: a character of private use, which no page has. */
const mark = "\ue000";
const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  hellip: "…",
  mdash: "—",
  ndash: "–",
  rsquo: "’",
  lsquo: "‘",
  rdquo: "”",
  ldquo: "“",
};

export function cleanPage(html: string): string {
  const main =
    /<(main|article)\b[^>]*>([\s\S]*)<\/\1>/i.exec(html)?.[2] ?? /<body\b[^>]*>([\s\S]*)/i.exec(html)?.[1] ?? html;
  const codes: string[] = [];
  const text = main
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<pre\b[^>]*>([\s\S]*?)<\/pre>/gi, (_all, code: string) => {
      const plain = decode(code.replace(/<br\s*\/?>/gi, "\n").replace(/<[^>]*>/g, "")).replace(/^\n+|\s+$/g, "");
      codes.push(plain);
      return `\n\n${mark}${codes.length - 1}${mark}\n\n`;
    })
    .replace(new RegExp(`<(${dropped})\\b[^>]*>[\\s\\S]*?</\\1>`, "gi"), "")
    .replace(/<h([1-6])\b[^>]*>([\s\S]*?)<\/h\1>/gi, (_all, level: string, title: string) => {
      const words = title
        .replace(/<[^>]*>/g, "")
        .replace(/\s+/g, " ")
        .trim();
      return `\n\n${"#".repeat(Number(level))} ${words}\n\n`;
    })
    .replace(/<code\b[^>]*>([\s\S]*?)<\/code>/gi, "`$1`")
    .replace(/<li\b[^>]*>/gi, "\n- ")
    .replace(/<\/t[dh]>/gi, " | ")
    .replace(/<(?:\/?(?:p|div|section|ul|ol|table|tr|blockquote|dl|dt|dd)|br|hr)\b[^>]*>/gi, "\n")
    .replace(/<[^>]*>/g, "");
  return decode(text)
    .split("\n")
    .map((line) => line.replace(/[ \t]+/g, " ").trim())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .replace(
      new RegExp(`${mark}(\\d+)${mark}`, "g"),
      (_all, at: string) => `\`\`\`\n${codes[Number(at)] ?? ""}\n\`\`\``,
    )
    .trim();
}

function decode(text: string): string {
  return text.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]+));/gi,
    (all, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return entities[name.toLowerCase()] ?? all;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
    },
  );
}
