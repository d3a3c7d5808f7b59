// The styles of an element that can be chosen without writing code: groups of utility classes that exclude each other.
// Colours are the app's own tokens, read from its style sheets. Pure.

export interface StyleGroup {
  id: string;
  label: string;
  options: { value: string; label: string }[];
  /** Classes without a condition (`md:`, `hover:`) that this group decides. */
  owns(name: string): boolean;
}

export interface StyleReading {
  id: string;
  label: string;
  /** Classes of this group that stand there now. */
  current: string[];
  options: { value: string; label: string }[];
}

const steps = ["0", "1", "2", "3", "4", "5", "6", "8", "10", "12", "16"];

function spacing(id: string, label: string, prefix: string, owned: RegExp): StyleGroup {
  return {
    id,
    label,
    options: steps.map((step) => ({ value: `${prefix}-${step}`, label: `${Number(step) * 4} px` })),
    owns: (name) => owned.test(name),
  };
}

const named = (
  id: string,
  label: string,
  options: readonly [value: string, label: string][],
  owned?: RegExp,
): StyleGroup => ({
  id,
  label,
  options: options.map(([value, name]) => ({ value, label: name })),
  owns: (name) => options.some(([value]) => value === name) || owned?.test(name) === true,
});

const sizes = ["xs", "sm", "base", "lg", "xl", "2xl", "3xl", "4xl", "5xl"] as const;

/** `sheets`: the app's style sheets. */
export function styleGroups(sheets: readonly string[]): StyleGroup[] {
  const tokens = [
    ...new Set(
      sheets.flatMap((sheet) => [...sheet.matchAll(/--color-([a-z][\w-]*)\s*:/g)].map(([, name = ""]) => name)),
    ),
  ];
  const colours = (id: string, label: string, prefix: string): StyleGroup => ({
    id,
    label,
    options: tokens.map((token) => ({ value: `${prefix}-${token}`, label: token.replaceAll("-", " ") })),
    owns: (name) => name.startsWith(`${prefix}-`) && tokens.includes(name.slice(prefix.length + 1).split("/")[0] ?? ""),
  });
  const all = [
    colours("text-colour", "Text colour", "text"),
    colours("background", "Background", "bg"),
    named(
      "text-size",
      "Text size",
      sizes.map((size) => [`text-${size}`, size] as const),
    ),
    named("weight", "Weight", [
      ["font-normal", "Normal"],
      ["font-medium", "Medium"],
      ["font-semibold", "Semibold"],
      ["font-bold", "Bold"],
    ]),
    spacing("padding", "Padding", "p", /^p[xytblrse]?-/),
    spacing("gap", "Gap", "gap", /^gap(?:-[xy])?-/),
    spacing("space-above", "Space above", "mt", /^mt-/),
    spacing("space-below", "Space below", "mb", /^mb-/),
    named(
      "corners",
      "Corners",
      [
        ["rounded-none", "Square"],
        ["rounded-sm", "Small"],
        ["rounded-md", "Medium"],
        ["rounded-lg", "Large"],
        ["rounded-xl", "Extra large"],
        ["rounded-full", "Round"],
      ],
      /^rounded(?:-(?:xs|2xl|3xl))?$/,
    ),
  ];
  return all.filter(({ options }) => options.length > 0);
}

const split = (classes: string): string[] => classes.split(/\s+/).filter((name) => name !== "");

export function readStyles(groups: readonly StyleGroup[], classes: string): StyleReading[] {
  const names = split(classes);
  return groups.map(({ id, label, options, owns }) => ({ id, label, options, current: names.filter(owns) }));
}

/** `value`: one of the group's options, or null for none of them. In the place of what stood there. */
export function chooseStyle({ owns }: StyleGroup, classes: string, value: string | null): string {
  const names = split(classes);
  const at = names.findIndex(owns);
  const rest = names.filter((name) => !owns(name));
  if (value !== null)
    rest.splice(at < 0 ? rest.length : names.slice(0, at).filter((name) => !owns(name)).length, 0, value);
  return rest.join(" ");
}
