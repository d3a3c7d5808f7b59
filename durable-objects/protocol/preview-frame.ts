// What the project page and an app in its frame say to each other by `postMessage`. They are different origins: each side
// names the other's origin when it sends, and checks it when it hears. The app's own code can say all of this too, so the
// page takes nothing from it on trust and parses everything.
// The page loads this with its preview: zod's small build weighs a fifth of the other.
import * as z from "zod/mini";

export { frameMark } from "./frame-mark.ts";

const short = z.string().check(z.maxLength(500));

/** An element of the app, as someone points at it. */
export const pickedElementSchema = z.object({
  tag: z.string().check(z.maxLength(60)),
  selector: z.string().check(z.minLength(1), z.maxLength(500)),
  /** Its own visible text, shortened. */
  text: short,
  /** `class` attribute. */
  classes: z.string().check(z.maxLength(4_000)),
  /** Where it stands in the source, `path:line:column`, innermost first: the element itself, then components it came through. */
  sources: z.array(z.string().check(z.maxLength(300))).check(z.maxLength(2)),
  page: z.string().check(z.maxLength(1_000)),
  box: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
});
export type PickedElement = z.infer<typeof pickedElementSchema>;

export const accessibilityFindingSchema = z.object({
  rule: z.string().check(z.maxLength(80)),
  impact: z.enum(["minor", "moderate", "serious", "critical"]),
  help: short,
  helpUrl: z.string().check(z.maxLength(300)),
  tags: z.array(z.string().check(z.maxLength(40))).check(z.maxLength(40)),
  places: z
    .array(
      z.object({
        selector: z.string().check(z.maxLength(500)),
        html: short,
        why: z.string().check(z.maxLength(1_000)),
        source: z.nullable(z.string().check(z.maxLength(300))),
      }),
    )
    .check(z.maxLength(20)),
  /** Of all places, also those that are not listed. */
  count: z.int(),
});
export type AccessibilityFinding = z.infer<typeof accessibilityFindingSchema>;

const headingSchema = z.object({ level: z.int().check(z.gte(1), z.lte(6)), text: short, selector: short });
export type PageHeading = z.infer<typeof headingSchema>;
const tabStopSchema = z.object({ name: short, role: z.string().check(z.maxLength(60)), selector: short });
export type TabStop = z.infer<typeof tabStopSchema>;

export const fromFrameSchema = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("place"),
    path: z.string().check(z.startsWith("/"), z.maxLength(1_000)),
    title: z.string().check(z.maxLength(300)),
  }),
  z.object({ type: z.literal("picked"), element: pickedElementSchema }),
  /** Picking was ended from within the frame, by Escape. */
  z.object({ type: z.literal("left-picking") }),
  z.object({
    type: z.literal("audited"),
    findings: z.array(accessibilityFindingSchema).check(z.maxLength(100)),
    passes: z.int(),
    headings: z.array(headingSchema).check(z.maxLength(300)),
    stops: z.array(tabStopSchema).check(z.maxLength(500)),
  }),
  z.object({ type: z.literal("failed"), what: z.enum(["pick", "audit"]), message: short }),
]);
export type FromFrame = z.infer<typeof fromFrameSchema>;

export type FrameTool = "pick" | "tab-order";

export type ToFrame =
  /** Another address of the same app. */
  | { do: "go"; path: string }
  | { do: "tool"; tool: FrameTool | null }
  /** Picks what the selector finds, as after the page was drawn anew. */
  | { do: "pick"; selector: string }
  /** Moves the picked element through the page's tree. */
  | { do: "walk"; to: "parent" | "child" | "next" | "previous" }
  | { do: "audit" }
  /** Outlines what the selector finds, and brings it into sight; null ends it. */
  | { do: "highlight"; selector: string | null };
