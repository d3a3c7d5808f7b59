// Where code on top of the scaffold still says what a changed plan calls otherwise. Records are read by key
// (`record["text"]`), so the compiler does not find these places. Pure.
import { resolvePrd } from "#engine/prd/resolve.ts";
import type { Prd } from "#engine/prd/schema.ts";
import { matchSchemas } from "#engine/stacks/edge/migrations/match-schemas.ts";

interface GoneName {
  readonly name: string;
  /** `Post's field is called "body" now` */
  readonly now: string;
}

const mostPlaces = 30;

/** `own`: the files that are not as the generator writes them now, which is `generated`. One line a place, for a prompt. */
export function findStaleNames(
  before: Prd,
  after: Prd,
  own: ReadonlyMap<string, string>,
  generated: ReadonlyMap<string, string>,
): string[] {
  const gone = goneNames(before, after);
  if (gone.length === 0) return [];
  const found: string[] = [];
  for (const [path, text] of own) {
    if (!/\.tsx?$/.test(path)) continue;
    const theirs = new Set(generated.get(path)?.split("\n"));
    for (const [at, line] of text.split("\n").entries()) {
      if (theirs.has(line) || line.startsWith("import ")) continue;
      for (const { name, now } of gone) if (says(line, name)) found.push(`${path}:${at + 1} "${name}": ${now}`);
    }
  }
  return found.slice(0, mostPlaces);
}

/** As a text of its own, a property or an argument; not as a part of another word. */
function says(line: string, name: string): boolean {
  const word = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(["'\`/])${word}(["'\`/?])|\\.${word}\\b|\\b${word}\\s*[:,}]`).test(line);
}

function goneNames(before: Prd, after: Prd): GoneName[] {
  const [old, next] = [resolvePrd(before), resolvePrd(after)];
  const { models } = matchSchemas(old, next);
  const gone: GoneName[] = [];
  for (const model of old.models) {
    const pair = models.find((candidate) => candidate.old === model);
    if (!pair) {
      const now = `the model ${model.label} is gone`;
      gone.push({ name: model.key, now }, { name: model.slug, now });
      continue;
    }
    const { label, key, slug, fields } = pair.next;
    if (key !== model.key) gone.push({ name: model.key, now: `the model's key is "${key}" now` });
    if (slug !== model.slug) gone.push({ name: model.slug, now: `the model's address is "${slug}" now` });
    for (const field of model.fields) {
      const [continued] = [...pair.fields].find(([, older]) => older === field) ?? [];
      if (!continued && fields.some(({ key: used }) => used === field.key)) continue;
      if (!continued) gone.push({ name: field.key, now: `this field of ${label} is gone` });
      else if (continued.key !== field.key)
        gone.push({ name: field.key, now: `this field of ${label} is "${continued.key}" now` });
      const values = new Set(fields.flatMap((one) => one.values ?? []).map(({ value }) => value));
      for (const { value } of field.values ?? [])
        if (!values.has(value)) gone.push({ name: value, now: `${label} has no such value any more` });
    }
  }
  return gone;
}
