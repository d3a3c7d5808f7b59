// A fix as data that another app can use. Either the name of the rule that made it, or changes of tokens with holes: what
// the error itself names is bound by the error, everything else by finding the same shape around the place.
import { z } from "zod";
import { tokenKinds } from "./split-tokens.ts";

export const fixLimits = { changes: 8, tokens: 400, created: 3, createdCharacters: 8_000, packages: 3 } as const;

const holeSchema = z.strictObject({
  /** `A`, `B` …: a name of the error's message; `path0` …: a path in it; `1`, `2` …: bound by what stands at the place. */
  hole: z.string().regex(/^(?:[A-Z]|path\d|\d{1,3})$/),
  kind: z.enum(tokenKinds),
});
const textSchema = z.strictObject({
  text: z.string().min(1).max(400),
  kind: z.enum(tokenKinds),
  /** A name that the file has elsewhere: without it the fix means nothing. */
  expected: z.literal(true).optional(),
});
const patternSchema = z.union([holeSchema, textSchema]);
export type PatternToken = z.infer<typeof patternSchema>;

/** White space before a token. With lines, `indent` counts from the indentation of the line before the change. */
const spaceSchema = z.strictObject({
  lines: z.int().min(0).max(3),
  indent: z.int().min(-40).max(80),
});
export type Space = z.infer<typeof spaceSchema>;

const writtenSchema = z.strictObject({ token: patternSchema, space: spaceSchema });
export type WrittenToken = z.infer<typeof writtenSchema>;

const placeSchema = z.discriminatedUnion("in", [
  /** The file that the error is in. */
  z.strictObject({ in: z.literal("error") }),
  /** What the error's file imports by the path that the message names. */
  z.strictObject({ in: z.literal("import"), path: z.int().min(0).max(9) }),
  z.strictObject({ in: z.literal("path"), path: z.string().min(1).max(300) }),
]);
export type Place = z.infer<typeof placeSchema>;

const changeSchema = z.strictObject({
  file: placeSchema,
  /** Tokens from the one that the error points at to the first that changes; null where the error is elsewhere. */
  at: z.int().nullable(),
  /** The file begins, or ends, with the context. */
  opens: z.boolean(),
  closes: z.boolean(),
  left: z.array(patternSchema),
  before: z.array(patternSchema),
  right: z.array(patternSchema),
  after: z.array(writtenSchema),
  /** Between what is written and what follows. */
  trailing: spaceSchema,
});
export type PatternChange = z.infer<typeof changeSchema>;

const packageSchema = z.strictObject({ name: z.string().min(1).max(214), range: z.string().min(1).max(40) });

export const fixSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("rule"), rule: z.string().min(1).max(60) }),
  z.strictObject({
    kind: z.literal("edits"),
    /** The message with letters for names, as it was: only one of the same form binds them. */
    message: z.string().max(2_000),
    changes: z.array(changeSchema).max(fixLimits.changes),
    creates: z
      .array(z.strictObject({ file: placeSchema, text: z.string().max(fixLimits.createdCharacters) }))
      .max(fixLimits.created),
    packages: z.array(packageSchema).max(fixLimits.packages),
  }),
]);
export type Fix = z.infer<typeof fixSchema>;
export type EditsFix = Extract<Fix, { kind: "edits" }>;

/** One text for one fix: its name in storage is the hash of this. */
export const writeFix = (fix: Fix): string => JSON.stringify(fixSchema.parse(fix));

/** null for what is no fix, or one of another version of this format. */
export function readFix(text: string): Fix | null {
  try {
    const parsed = fixSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
