import { z } from "zod";
import { readSourcePlace } from "#engine/design/source-place.ts";

/** `src/client/pages/list.tsx:40:7`. */
const placeText = z
  .string()
  .max(300)
  .refine((text) => readSourcePlace(text) !== null, "A place is path:line:column of a file under src/.");
const visible = z.string().max(500);

export const markedPreviewSchema = z.object({
  /** Opens in a frame of the project page; its access expires. */
  url: z.string(),
  versionId: z.string(),
});
export type MarkedPreview = z.infer<typeof markedPreviewSchema>;

export const readElementsSchema = z.strictObject({
  /** Where the marked preview says that the element stands. */
  places: z.array(placeText).min(1).max(2),
  /** The text that it shows. */
  text: visible,
});

const option = z.object({ value: z.string(), label: z.string() });
const textReadingSchema = z.discriminatedUnion("kind", [
  z.object({
    /** `element`: in it. `catalogue`: among the messages it names. `elsewhere`: in the one place that says exactly this. */
    kind: z.enum(["element", "catalogue", "elsewhere"]),
    value: z.string(),
    path: z.string(),
    line: z.int(),
  }),
  /** In several places, `path:line` each: which is meant cannot be known. */
  z.object({ kind: z.literal("many"), places: z.array(z.string()) }),
  /** `record`: in no file; it comes from a record, or is put together. `none`: there is no text. */
  z.object({ kind: z.enum(["record", "none"]) }),
]);

export const elementReadingSchema = z.object({
  place: z.object({ path: z.string(), line: z.int(), column: z.int() }),
  /** `button`, or the component's name. */
  name: z.string(),
  text: textReadingSchema,
  styles: z.discriminatedUnion("kind", [
    z.object({
      kind: z.literal("classes"),
      groups: z.array(
        z.object({ id: z.string(), label: z.string(), current: z.array(z.string()), options: z.array(option) }),
      ),
    }),
    z.object({ kind: z.literal("refused"), why: z.string() }),
  ]),
});
export const elementReadingsSchema = z.object({ items: z.array(elementReadingSchema) });
export type ElementReadings = z.infer<typeof elementReadingsSchema>;

export const editElementSchema = z.strictObject({
  place: placeText,
  text: visible,
  change: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("text"), from: visible, to: z.string().trim().min(1).max(2_000) }),
    /** `value`: one of the group's options; null takes them all away. */
    z.strictObject({ kind: z.literal("style"), group: z.string().max(40), value: z.string().max(80).nullable() }),
  ]),
});
export type EditElementBody = z.input<typeof editElementSchema>;

/** To be sent as they are to `POST …/versions`. */
export const elementEditSchema = z.object({
  message: z.string(),
  changes: z.array(z.object({ path: z.string(), content: z.string() })),
});
export type ElementEditView = z.infer<typeof elementEditSchema>;
