// The prompt is a stranger's text: plain words are kept, everything that could steer a terminal, a page or a reader of
// the plan (control characters, bidi marks, zero-width characters, tags) is dropped before anything else reads it.

export const longestPrompt = 20_000;
/** Grammar is read from this much text; the rest would cost time and seldom names anything new. */
export const readLimit = 6_000;

export interface CleanPrompt {
  readonly text: string;
  /** Characters beyond `readLimit` that were not read. */
  readonly unread: number;
  /** Whether tags, script or invisible characters were removed. */
  readonly removed: boolean;
}

export function sanitisePrompt(prompt: string): CleanPrompt {
  const normal = stripTags(prompt.slice(0, longestPrompt).toWellFormed().normalize("NFKC").slice(0, longestPrompt));
  let text = "";
  let removed = normal.removed;
  for (const char of normal.text) {
    const code = char.codePointAt(0) ?? 0;
    if (char === "\n" || char === "\t") text += char === "\t" ? " " : "\n";
    else if (char === "\r") text += "\n";
    else if (isInvisible(code)) removed = true;
    else text += plainPunctuation[char] ?? char;
  }
  const unread = Math.max(0, text.length - readLimit);
  return { text: unread > 0 ? cutAtSpace(text) : text, unread, removed };
}

const plainPunctuation: Readonly<Record<string, string>> = {
  "\u2018": "'",
  "\u2019": "'",
  "\u201c": '"',
  "\u201d": '"',
  "\u00ab": '"',
  "\u00bb": '"',
  "\u2013": " - ",
  "\u2014": " - ",
  "\u00a0": " ",
};

function isInvisible(code: number): boolean {
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return true;
  if (code === 0xad || code === 0xfeff || code === 0x061c || code === 0x180e) return true;
  if (code >= 0x200b && code <= 0x200f) return true;
  if (code >= 0x202a && code <= 0x202e) return true;
  if (code >= 0x2060 && code <= 0x206f) return true;
  if (code >= 0xfe00 && code <= 0xfe0f) return true;
  return code >= 0xe0000 && code <= 0xe0fff;
}

/** Removes `<tag …>`; what stood inside `<script>` or `<style>` goes too. One pass, so unclosed tags cost nothing. */
function stripTags(source: string): { text: string; removed: boolean } {
  let text = "";
  let removed = false;
  // ASCII only: full lower-casing can change the length and with it every offset.
  const lower = source.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase());
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf("<", at);
    if (open === -1) break;
    const isTag = /[a-zA-Z/!?]/.test(source.charAt(open + 1));
    const close = isTag ? source.indexOf(">", open) : -1;
    if (close === -1) {
      if (isTag) break;
      text += source.slice(at, open + 1);
      at = open + 1;
      continue;
    }
    text += `${source.slice(at, open)} `;
    removed = true;
    at = close + 1;
    const tag = lower.slice(open + 1, Math.min(close, open + 8));
    const hidden = tag.startsWith("script") ? "</script" : tag.startsWith("style") ? "</style" : null;
    if (hidden !== null) {
      const end = lower.indexOf(hidden, at);
      if (end !== -1) at = end;
    }
  }
  return { text: text + source.slice(at), removed };
}

function cutAtSpace(text: string): string {
  const cut = text.slice(0, readLimit);
  const space = cut.lastIndexOf(" ");
  return space > readLimit - 200 ? cut.slice(0, space) : cut.toWellFormed();
}

/** A name people can read: letters, digits, spaces and few marks; never longer than `limit`; never empty. */
export function sanitiseName(raw: string, limit: number, fallback: string): string {
  let kept = "";
  for (const char of raw.slice(0, limit * 4)) kept += /[\p{L}\p{M}\p{N} '&+.-]/u.test(char) ? char : " ";
  const name = [...kept.split(/\s+/).filter(Boolean).join(" ")]
    .slice(0, limit)
    .join("")
    .slice(0, limit)
    .toWellFormed()
    .trim();
  return /[\p{L}\p{N}]/u.test(name) ? name : fallback;
}

/** A piece of the prompt as it may be shown back in the plan. */
export function quote(clause: string, limit = 160): string {
  const flat = clause.split(/\s+/).filter(Boolean).join(" ").replaceAll('"', "'");
  return `"${flat.length > limit ? `${flat.slice(0, limit - 1).toWellFormed()}…` : flat}"`;
}
