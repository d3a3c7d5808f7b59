// What the project page and an app in its frame say to each other by `postMessage`. They are different origins: each side
// names the other's origin when it sends, and checks it when it hears. The app's own code can say all of this too, so the
// page takes nothing from it on trust and parses everything.
import { z } from "zod";

export { frameMark } from "./frame-mark.ts";

const short = z.string().max(500);

/** An element of the app, as someone points at it. */
export const pickedElementSchema = z.object({
  tag: z.string().max(60),
  selector: z.string().min(1).max(500),
  /** Its own visible text, shortened. */
  text: short,
  /** `class` attribute. */
  classes: z.string().max(4_000),
  /** Where it stands in the source, `path:line:column`, innermost first: the element itself, then components it came through. */
  sources: z.array(z.string().max(300)).max(2),
  page: z.string().max(1_000),
  box: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
});
export type PickedElement = z.infer<typeof pickedElementSchema>;

export const accessibilityFindingSchema = z.object({
  rule: z.string().max(80),
  impact: z.enum(["minor", "moderate", "serious", "critical"]),
  help: short,
  helpUrl: z.string().max(300),
  tags: z.array(z.string().max(40)).max(40),
  places: z
    .array(
      z.object({
        selector: z.string().max(500),
        html: short,
        why: z.string().max(1_000),
        source: z.string().max(300).nullable(),
      }),
    )
    .max(20),
  /** Of all places, also those that are not listed. */
  count: z.int(),
});
export type AccessibilityFinding = z.infer<typeof accessibilityFindingSchema>;

const headingSchema = z.object({ level: z.int().min(1).max(6), text: short, selector: short });
export type PageHeading = z.infer<typeof headingSchema>;
const tabStopSchema = z.object({ name: short, role: z.string().max(60), selector: short });
export type TabStop = z.infer<typeof tabStopSchema>;

export const fromFrameSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("place"), path: z.string().startsWith("/").max(1_000), title: z.string().max(300) }),
  z.object({ type: z.literal("picked"), element: pickedElementSchema }),
  /** Picking was ended from within the frame, by Escape. */
  z.object({ type: z.literal("left-picking") }),
  z.object({
    type: z.literal("audited"),
    findings: z.array(accessibilityFindingSchema).max(100),
    passes: z.int(),
    headings: z.array(headingSchema).max(300),
    stops: z.array(tabStopSchema).max(500),
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
