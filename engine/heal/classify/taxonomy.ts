// What can be wrong (requirements N3.1), as a tree of two levels. A leaf says what kind of repair to look for; `other`
// inside a category is an honest answer, and so is `unknown`.

export const taxonomy = {
  dependency: ["missing", "types-missing", "version-conflict", "peer", "lockfile", "native"],
  syntax: ["parse", "unexpected-token", "unexpected-end"],
  type: ["mismatch", "missing-property", "null", "generic-constraint", "unused", "undefined-name", "lint", "other"],
  runtime: ["import", "export", "boundary", "missing-env", "file-not-found", "permission", "test-failure", "exception"],
  resource: ["memory", "disk", "timeout", "cpu", "port", "output"],
  configuration: ["json", "invalid", "missing-file"],
  network: ["registry", "service"],
  unknown: ["other"],
} as const;

type Taxonomy = typeof taxonomy;
export type Leaf = { [Category in keyof Taxonomy]: `${Category}/${Taxonomy[Category][number]}` }[keyof Taxonomy];

export const leaves: readonly Leaf[] = Object.entries(taxonomy).flatMap(([category, kinds]) =>
  kinds.map((kind) => `${category}/${kind}` as Leaf),
);

export interface Classification {
  readonly leaf: Leaf;
  /** 0–1: 0.95 where the tool's code says it, 0.8 where its words do, 0.5 where only the step does. */
  readonly confidence: number;
}
