// Theme colours from one brand colour. Contrast follows WCAG 2.1 (relative luminance, 1.4.3 and 1.4.11).

type Rgb = readonly [number, number, number];

function parse(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

const format = (rgb: Rgb): string =>
  `#${rgb.map((channel) => Math.round(channel).toString(16).padStart(2, "0")).join("")}`;

export function mix(from: string, to: string, share: number): string {
  const [a, b] = [parse(from), parse(to)];
  return format([a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share]);
}

export function luminance(hex: string): number {
  const [red, green, blue] = parse(hex).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** 1 to 21. */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** `color`, moved towards black or white in small steps until it reaches `ratio` on every background. */
export function readableOn(color: string, backgrounds: readonly string[], ratio: number): string {
  const average = backgrounds.reduce((sum, background) => sum + luminance(background), 0) / backgrounds.length;
  const towards = average > 0.18 ? "#000000" : "#ffffff";
  for (let share = 0; share <= 1; share += 0.02) {
    const candidate = mix(color, towards, share);
    if (backgrounds.every((background) => contrast(candidate, background) >= ratio)) return candidate;
  }
  return towards;
}

const white = "#ffffff";
const ink = "#0b0f14";
/** A little above the 4.5 of WCAG AA, so that rounding and hover shades stay above it. */
const textRatio = 4.6;

/** Fill and text of a button: white text where it can be read, dark text on light colours, else the fill is darkened. */
export function buttonColors(primary: string): { fill: string; text: string; hover: string } {
  if (contrast(primary, white) >= textRatio)
    return { fill: primary, text: white, hover: mix(primary, "#000000", 0.14) };
  if (contrast(primary, ink) >= 8) return { fill: primary, text: ink, hover: mix(primary, white, 0.2) };
  const fill = readableOn(primary, [white], textRatio);
  return { fill, text: white, hover: mix(fill, "#000000", 0.14) };
}

export interface Palette {
  background: string;
  surface: string;
  muted: string;
  border: string;
  /** Edges of inputs: 3:1 against the surface. */
  control: string;
  text: string;
  subtle: string;
  primary: string;
  primaryHover: string;
  onPrimary: string;
  /** Links, active navigation, icons in the brand colour. */
  accent: string;
  /** A tint behind the accent. */
  accentSoft: string;
  tones: Record<"info" | "success" | "warning" | "danger", { text: string; soft: string; solid: string }>;
}

const toneBase = { info: "#2563eb", success: "#15803d", warning: "#b45309", danger: "#dc2626" } as const;

function paletteOn(primary: string, background: string, surface: string, text: string): Palette {
  const dark = luminance(background) < 0.18;
  // Of the page as well, or a tinted section would look like another white.
  const muted = mix(mix(surface, background, 0.5), text, dark ? 0.07 : 0.04);
  const accentSoft = mix(surface, primary, dark ? 0.2 : 0.09);
  const button = buttonColors(primary);
  const grounds = [background, surface, muted];
  const tone = (base: string) => {
    const soft = mix(surface, base, dark ? 0.22 : 0.11);
    return { soft, text: readableOn(base, [...grounds, soft], textRatio), solid: readableOn(base, [white], textRatio) };
  };
  return {
    background,
    surface,
    muted,
    border: mix(surface, text, dark ? 0.14 : 0.11),
    control: readableOn(mix(surface, text, 0.3), [surface, background], 3.1),
    text,
    subtle: readableOn(mix(surface, text, 0.6), grounds, textRatio),
    primary: button.fill,
    primaryHover: button.hover,
    onPrimary: button.text,
    accent: readableOn(primary, [...grounds, accentSoft], textRatio),
    accentSoft,
    tones: {
      info: tone(toneBase.info),
      success: tone(toneBase.success),
      warning: tone(toneBase.warning),
      danger: tone(toneBase.danger),
    },
  };
}

/** A page colour between light and dark leaves no text readable on all its shades: it moves to the nearer end. */
function settlePage(color: string): string {
  const isDark = luminance(color) < 0.18;
  return readableOn(color, [isDark ? white : "#000000"], 12);
}

/** Light and dark palettes; neutrals carry a breath of the brand colour. A dark `background` makes both dark. */
export function palettes(primary: string, background: string | undefined): { light: Palette; dark: Palette } {
  const base = primary.toLowerCase();
  const page = settlePage(background?.toLowerCase() ?? mix("#f7f8fa", base, 0.02));
  const isDark = luminance(page) < 0.18;
  const surface = isDark ? mix(page, white, 0.05) : mix(page, white, 0.85);
  const onPage = isDark ? mix("#f3f5f7", base, 0.04) : mix("#101418", base, 0.08);
  const night = mix("#0c0f13", base, 0.05);
  const nightPage = isDark ? page : night;
  return {
    light: paletteOn(base, page, surface, readableOn(onPage, [page, surface], 9)),
    dark: paletteOn(base, nightPage, isDark ? surface : mix(night, white, 0.045), mix("#f0f3f6", base, 0.04)),
  };
}
