// The few shapes that a sketch is made of, as SVG text. Numbers are rounded, so that the same plan gives the same bytes.
const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign);
// Neither XML nor a reader has a use for them.
// oxlint-disable-next-line no-control-regex
const plain = (text: string): string => text.replaceAll(/[\u0000-\u001f\u007f\ufffe\uffff]/g, " ");
const round = (value: number): string => String(Math.round(value * 10) / 10);

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function rect(box: Box, fill: string, options: { radius?: number; stroke?: string } = {}): string {
  const { radius = 0, stroke } = options;
  const place = `x="${round(box.x)}" y="${round(box.y)}" width="${round(Math.max(0, box.width))}" height="${round(Math.max(0, box.height))}"`;
  const rounded = radius > 0 ? ` rx="${round(radius)}"` : "";
  return `<rect ${place}${rounded} fill="${fill}"${stroke === undefined ? "" : ` stroke="${stroke}"`}/>`;
}

export function circle(x: number, y: number, radius: number, fill: string): string {
  return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" fill="${fill}"/>`;
}

interface TextOptions {
  readonly size: number;
  readonly fill: string;
  readonly weight?: number;
  readonly anchor?: "start" | "middle" | "end";
  /** The text is cut to fit it. */
  readonly width?: number;
}

/** Of a sans-serif letter, by its size. */
const letterWidth = 0.54;

/** `y` is the baseline. */
export function text(x: number, y: number, words: string, options: TextOptions): string {
  const { size, fill, weight = 400, anchor = "start", width } = options;
  const room = width === undefined ? 80 : Math.max(1, Math.floor(width / (size * letterWidth)));
  const letters = [...plain(words).trim()];
  const shown = letters.length > room ? `${letters.slice(0, Math.max(1, room - 1)).join("")}…` : letters.join("");
  const more = `${weight === 400 ? "" : ` font-weight="${weight}"`}${anchor === "start" ? "" : ` text-anchor="${anchor}"`}`;
  return `<text x="${round(x)}" y="${round(y)}" font-size="${round(size)}" fill="${fill}"${more}>${escape(shown)}</text>`;
}

/** How wide it will be, about. */
export const textWidth = (words: string, size: number): number => [...words].length * size * letterWidth;

export function svg(width: number, height: number, title: string, parts: readonly string[]): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ` +
    `font-family="ui-sans-serif, system-ui, sans-serif" role="img"><title>${escape(plain(title))}</title>${parts.join("")}</svg>`
  );
}
