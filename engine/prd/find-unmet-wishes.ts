// What a plan asks for and would not get: the scaffold leaves out what does not fit, which nobody should learn from the app.
import { singularize, words } from "../stacks/shared/naming.ts";
import { resolvePrd } from "./resolve.ts";
import type { Prd, PrdCapability } from "./schema.ts";

/** One sentence each; empty when everything comes out as planned. */
export function findUnmetWishes(prd: Prd): string[] {
  const identity = (name: string) =>
    words(name)
      .map((word, at, all) => (at === all.length - 1 ? singularize(word) : word))
      .join(" ");
  const known = new Set(prd.models.map(({ name }) => identity(name)));
  const isMissing = (name: string) => !known.has(identity(name));
  const says = (what: string, name: string) => `${what} names the model "${name}", which is not in models.`;
  return [
    ...(prd.badges ?? [])
      .filter(({ model }) => isMissing(model))
      .map(({ label, model }) => says(`The badge "${label}"`, model)),
    ...(prd.capabilities ?? []).flatMap((capability) =>
      modelsOf(capability)
        .filter(isMissing)
        .map((name) => says(`The capability "${capability.kind}"`, name)),
    ),
    ...(prd.site?.contact !== undefined && isMissing(prd.site.contact) ? [says("site.contact", prd.site.contact)] : []),
    ...(prd.site?.shows ?? []).filter(isMissing).map((name) => says("site.shows", name)),
    ...resolvePrd(prd).notes.filter((note) => /left out|not made public/.test(note)),
  ];
}

/** `home`, `kind` and the like name no model; `result` and `inputs` of an estimate are words for people. */
const modelKeys = [
  "questions",
  "products",
  "orders",
  "lines",
  "bookings",
  "model",
  "target",
  "entries",
  "polls",
  "options",
  "cards",
  "from",
  "results",
] as const;

function modelsOf(capability: PrdCapability): string[] {
  const values = capability as Readonly<Record<string, unknown>>;
  return modelKeys.flatMap((key) => (typeof values[key] === "string" ? [values[key]] : []));
}
