// Which classes set the same thing, for those that the web app uses: tailwind-merge knows all of Tailwind, which is a
// twentieth of a first load. class-groups.test.ts holds this against it, for every two classes that stand in the sources.
import { createTailwindMerge } from "tailwind-merge";

type Config = Parameters<typeof createTailwindMerge>[0] extends () => infer C ? C : never;

const any = (): boolean => true;
const isNumber = (value: string): boolean => /^\d/.test(value);
const isLength = (value: string): boolean => /^(\d|\[\d)/.test(value);
const isTextSize = (value: string): boolean => /^(2xs|xs|sm|base|lg|\d?xl)$/.test(value);
const isWeight = (value: string): boolean => /^(normal|medium|bold|\[\d+\])$/.test(value);

/** Groups whose classes all begin with their own name. */
const named = (...names: string[]): Record<string, [Record<string, [typeof any]>]> =>
  Object.fromEntries(names.map((name) => [name, [{ [name]: [any] }]]));
const corners = ["s", "e", "t", "r", "b", "l", "ss", "se", "ee", "es", "tl", "tr", "br", "bl"];
const sides = ["t", "r", "b", "l", "x", "y"];

const classGroups = {
  display: ["block", "inline-block", "inline", "flex", "inline-flex", "table", "grid", "contents", "hidden"],
  sr: ["sr-only", "not-sr-only"],
  position: ["static", "fixed", "absolute", "relative", "sticky"],
  visibility: ["visible", "invisible", "collapse"],
  ...named("inset-x", "inset-y", "inset", "top", "right", "bottom", "left", "z", "order", "basis", "aspect", "columns"),
  flex: [{ flex: ["auto", "none", "initial", isNumber] }],
  "flex-direction": [{ flex: ["row", "col", "row-reverse", "col-reverse"] }],
  "flex-wrap": [{ flex: ["wrap", "nowrap", "wrap-reverse"] }],
  grow: [{ grow: ["", isNumber] }],
  shrink: [{ shrink: ["", isNumber] }],
  ...named("grid-cols", "grid-rows", "col-start", "col-end", "row-start", "row-end"),
  "col-start-end": [{ col: ["auto", { span: [any] }] }],
  "row-start-end": [{ row: ["auto", { span: [any] }] }],
  ...named("gap-x", "gap-y", "gap", "justify-self", "place-content", "place-items", "items", "self"),
  "justify-content": [{ justify: [any] }],
  ...named(...["p", "m"].flatMap((box) => [`${box}x`, `${box}y`, `${box}t`, `${box}r`, `${box}b`, `${box}l`, box])),
  ...named("scroll-mt", "size", "w", "min-w", "max-w", "h", "min-h", "max-h"),
  "font-size": [{ text: [isTextSize] }],
  "text-alignment": [{ text: ["left", "center", "right"] }],
  "text-wrap": [{ text: ["wrap", "nowrap", "balance", "pretty"] }],
  "text-color": [{ text: [any] }],
  "font-weight": [{ font: [isWeight] }],
  "font-family": [{ font: [any] }],
  "font-style": ["italic", "not-italic"],
  "line-clamp": [{ "line-clamp": [any] }],
  "list-style-type": [{ list: [any] }],
  "text-decoration": ["underline", "line-through", "no-underline"],
  "text-decoration-thickness": [{ decoration: [isNumber] }],
  "text-overflow": ["truncate", "text-ellipsis", "text-clip"],
  "text-transform": ["uppercase", "lowercase", "capitalize", "normal-case"],
  ...named("leading", "tracking", "underline-offset", "whitespace", "wrap", "break-inside"),
  "vertical-align": [{ align: [any] }],
  ...named("overflow-x", "overflow-y", "overflow", "overscroll", "object"),
  "object-fit": [{ object: ["contain", "cover", "fill", "none"] }],
  "bg-color": [{ bg: [any] }],
  rounded: [{ rounded: ["", any] }],
  ...Object.fromEntries(corners.map((corner) => [`rounded-${corner}`, [{ [`rounded-${corner}`]: ["", any] }]])),
  "border-spacing": [{ "border-spacing": [any] }],
  "border-collapse": [{ border: ["collapse", "separate"] }],
  "border-style": [{ border: ["solid", "dashed", "dotted", "none"] }],
  "border-w": [{ border: ["", isLength] }],
  "border-color": [{ border: [any] }],
  ...Object.fromEntries(
    sides.flatMap((side) => [
      [`border-w-${side}`, [{ [`border-${side}`]: ["", isLength] }]],
      [`border-color-${side}`, [{ [`border-${side}`]: [any] }]],
    ]),
  ),
  "divide-y": [{ "divide-y": ["", isLength] }],
  "divide-color": [{ divide: [any] }],
  "outline-offset": [{ "outline-offset": [any] }],
  "outline-style": [{ outline: ["none", "hidden", "solid", "dashed"] }],
  "outline-w": [{ outline: ["", isLength] }],
  "outline-color": [{ outline: [any] }],
  "ring-w-inset": ["ring-inset"],
  "ring-w": [{ ring: ["", isLength] }],
  "ring-color": [{ ring: [any] }],
  shadow: [{ shadow: ["", any] }],
  blur: [{ blur: ["", any] }],
  ...named("opacity", "accent", "appearance", "cursor", "pointer-events", "select", "touch", "field-sizing"),
  resize: [{ resize: ["", "none", "x", "y"] }],
  ...named("transition", "duration", "ease", "delay", "animate", "origin", "rotate", "scale"),
  ...named("translate-x", "translate-y", "translate"),
} as unknown as Config["classGroups"];

const conflictingClassGroups = {
  overflow: ["overflow-x", "overflow-y"],
  inset: ["inset-x", "inset-y", "right", "left", "top", "bottom"],
  "inset-x": ["right", "left"],
  "inset-y": ["top", "bottom"],
  flex: ["basis", "grow", "shrink"],
  gap: ["gap-x", "gap-y"],
  ...Object.fromEntries(
    ["p", "m"].flatMap((box) => [
      [box, ["x", "y", "t", "r", "b", "l"].map((side) => box + side)],
      [`${box}x`, [`${box}r`, `${box}l`]],
      [`${box}y`, [`${box}t`, `${box}b`]],
    ]),
  ),
  size: ["w", "h"],
  "font-size": ["leading"],
  "line-clamp": ["display", "overflow"],
  rounded: corners.map((corner) => `rounded-${corner}`),
  "rounded-t": ["rounded-tl", "rounded-tr"],
  "rounded-b": ["rounded-br", "rounded-bl"],
  "border-w": sides.map((side) => `border-w-${side}`),
  "border-w-x": ["border-w-r", "border-w-l"],
  "border-w-y": ["border-w-t", "border-w-b"],
  "border-color": sides.map((side) => `border-color-${side}`),
  "border-color-x": ["border-color-r", "border-color-l"],
  "border-color-y": ["border-color-t", "border-color-b"],
  translate: ["translate-x", "translate-y"],
} as unknown as Config["conflictingClassGroups"];

export const mergeClasses = createTailwindMerge(() => ({
  cacheSize: 500,
  theme: {},
  classGroups,
  conflictingClassGroups,
  conflictingClassGroupModifiers: { "font-size": ["leading"] } as Config["conflictingClassGroupModifiers"],
  postfixLookupClassGroups: [],
  orderSensitiveModifiers: ["*", "**", "after", "before", "placeholder", "file", "marker", "selection"],
}));
