// The colours of a sketch, from the theme of its plan.
import { luminance, shade } from "#engine/architect/css-colours.ts";
import type { Prd } from "#engine/prd/schema.ts";

export interface Palette {
  readonly primary: string;
  readonly onPrimary: string;
  readonly soft: string;
  readonly page: string;
  readonly surface: string;
  readonly ink: string;
  readonly muted: string;
  /** Of text that is only hinted at. */
  readonly hint: string;
  readonly line: string;
}

/** Tones of badges; the same in both schemes. */
export const badgeColours = {
  info: ["#dbeafe", "#1d4ed8"],
  success: ["#dcfce7", "#15803d"],
  warning: ["#fef3c7", "#a16207"],
  danger: ["#fee2e2", "#b91c1c"],
} as const;

const lightEnoughForInk = 0.4;

export function paletteOf({ primary, background, scheme }: Prd["theme"]): Palette {
  const onPrimary = luminance(primary) > lightEnoughForInk ? "#1c1917" : "#ffffff";
  if (scheme === "dark") {
    const soft = shade(primary, "black", 0.7);
    return {
      primary,
      onPrimary,
      soft,
      page: "#12161a",
      surface: "#1b2127",
      ink: "#eef1f3",
      muted: "#aab4bc",
      hint: "#38424b",
      line: "#2c353d",
    };
  }
  return {
    primary,
    onPrimary,
    soft: shade(primary, "white", 0.86),
    page: background ?? "#f7f8f9",
    surface: "#ffffff",
    ink: "#1f2529",
    muted: "#66727b",
    hint: "#dde2e6",
    line: "#e4e8eb",
  };
}
