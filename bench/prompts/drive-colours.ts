// Named colours against what the browser computes. The background has to be the colour itself (±4 a channel). Components
// may be a shade of it, since a scaffold repairs contrast: the same hue (±14°) at any lightness, or, for colours without
// a hue, another grey.
import { type Driver, quotedIn } from "./drive-context.ts";
import { failed, notDrivable, passed } from "./ui-check.ts";

interface Rgb {
  r: number;
  g: number;
  b: number;
}

const backgroundTolerance = 4;
const hueTolerance = 14;
/** Below it a colour reads as grey. */
const greySaturation = 0.12;

export function parseRgb(text: string): Rgb | null {
  const [r, g, b, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
  return r === undefined || g === undefined || b === undefined || alpha === 0 ? null : { r, g, b };
}

export function hueOf({ r, g, b }: Rgb): { hue: number; saturation: number; lightness: number } {
  const [most, least] = [Math.max(r, g, b), Math.min(r, g, b)];
  const spread = most - least;
  const lightness = (most + least) / 510;
  if (spread === 0) return { hue: 0, saturation: 0, lightness };
  const turn = most === r ? (g - b) / spread : most === g ? 2 + (b - r) / spread : 4 + (r - g) / spread;
  return { hue: (turn * 60 + 360) % 360, saturation: spread / 255 / (1 - Math.abs(2 * lightness - 1)), lightness };
}

const distance = (a: Rgb, b: Rgb): number => Math.max(Math.abs(a.r - b.r), Math.abs(a.g - b.g), Math.abs(a.b - b.b));

export function isShadeOf(seen: Rgb, named: Rgb): boolean {
  const [a, b] = [hueOf(seen), hueOf(named)];
  if (b.saturation < greySaturation) return a.saturation < greySaturation && Math.abs(a.lightness - b.lightness) < 0.35;
  const turn = Math.abs(a.hue - b.hue);
  return (
    a.saturation >= greySaturation &&
    Math.min(turn, 360 - turn) <= hueTolerance &&
    Math.abs(a.lightness - b.lightness) < 0.5
  );
}

const readColours = `(() => {
  const paint = (element) => { const style = getComputedStyle(element); return [style.backgroundColor, style.color, style.borderTopColor]; };
  const shown = (element) => element.getBoundingClientRect().width > 0;
  const probe = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgb = (colour) => { probe.clearRect(0, 0, 1, 1); probe.fillStyle = colour; probe.fillRect(0, 0, 1, 1); const [r, g, b, a] = probe.getImageData(0, 0, 1, 1).data; return "rgba(" + [r, g, b, a / 255].join(", ") + ")"; };
  const body = getComputedStyle(document.body).backgroundColor;
  const root = getComputedStyle(document.documentElement).backgroundColor;
  const parts = [...document.querySelectorAll("button, a, header, nav, aside, [role=button], main svg")].filter(shown).slice(0, 200);
  return {
    background: rgb(/, 0\\)$|transparent/.test(body) ? root : body),
    components: parts.map((part) => { const [fill, text, border] = paint(part); return { fill: rgb(fill), text: rgb(text), border: rgb(border) }; }),
  };
})()`;

async function resolveName(context: Parameters<Driver>[0], name: string): Promise<Rgb | null> {
  const keyword = name.replaceAll(/[\s-]/g, "").toLowerCase();
  const value = await context.app.page.evaluate<string>(
    `CSS.supports("color", ${JSON.stringify(keyword)}) ? (() => { const probe = document.createElement("i"); probe.style.color = ${JSON.stringify(keyword)}; document.body.append(probe); const value = getComputedStyle(probe).color; probe.remove(); return value; })() : ""`,
  );
  return parseRgb(value);
}

export const driveColours: Driver = async (context) => {
  const [backgroundName, componentName] = quotedIn(context.check.task);
  if (backgroundName === undefined || componentName === undefined) return notDrivable("the check names no two colours");
  await context.app.goTo("/");
  const [background, component] = [
    await resolveName(context, backgroundName),
    await resolveName(context, componentName),
  ];
  const read = await context.app.page.evaluate<{
    background: string;
    components: { fill: string; text: string; border: string }[];
  }>(readColours);
  const seen = parseRgb(read.background);
  const say = (rgb: Rgb | null): string => (rgb === null ? "nothing" : `rgb(${rgb.r}, ${rgb.g}, ${rgb.b})`);
  // A name that CSS does not know ("azure mist") can be met in more than one way: any tint will do.
  if (background === null) {
    if (seen === null || hueOf(seen).saturation < greySaturation)
      return failed(`background: "${backgroundName}" is no CSS colour, and the page is ${say(seen)}`);
  } else if (seen === null || distance(seen, background) > backgroundTolerance)
    return failed(`background: asked for ${backgroundName} ${say(background)}, found ${say(seen)}`);
  if (component === null) return notDrivable(`"${componentName}" is no CSS colour`);
  const paints = read.components.flatMap(({ fill, text, border }) => [fill, border, text]).map(parseRgb);
  const exact = paints.filter((paint) => paint !== null && distance(paint, component) <= backgroundTolerance).length;
  const shades = paints.filter((paint) => paint !== null && isShadeOf(paint, component)).length;
  if (exact > 0) return passed(`background as named, ${exact} parts exactly ${componentName}`);
  if (shades > 1) return passed(`background as named, ${shades} parts in a shade of ${componentName}`);
  return failed(`components: none is ${componentName} ${say(component)}`);
};
