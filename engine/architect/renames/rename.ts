/** A thing of the plan that a later request gave another name. Names as the plan has them at that time. */
export type Rename =
  | { kind: "model"; from: string; to: string }
  | { kind: "field"; model: string; from: string; to: string };

/** What one request renames; all at once, so that two things can change names. */
export type RenameBatch = readonly Rename[];
