// Changes on their way to the server. The pages show them as if they were stored already; a refusal puts the form back with
// what was typed into it. Of each record at most one change is under way.
import { recordLabel } from "../../shared/record-label.ts";
import type { ApiRecord, ModelMeta } from "../../shared/model.ts";
import { say } from "../../shared/say.ts";
import { api, RequestError } from "../api.ts";
import type { FormValues } from "../record-form-state.ts";

/** What a form held when its change was refused. */
export interface Refusal {
  /** Tells one refusal from the next, and with it one filling of the form. */
  id: number;
  /** As the form was filled when it was opened. */
  base: FormValues;
  values: FormValues;
  /** Names of the records that reference fields point to. */
  names: Record<string, string>;
  message: string;
  fields: Readonly<Record<string, string>>;
  /** Somebody else changed the record meanwhile. */
  isOutdated: boolean;
}

const underway = new Map<string, ApiRecord>();
const refused = new Map<string, Refusal>();

/** The record as it is about to be. */
export const savedSoon = (id: string): ApiRecord | undefined => underway.get(id);

export const refusalOf = (id: string): Refusal | null => refused.get(id) ?? null;

/** The form was left. */
export function forget(id: string, refusal: Refusal): void {
  if (refused.get(id) === refusal) refused.delete(id);
}

let refusals = 0;

const warn = (event: BeforeUnloadEvent): void => event.preventDefault();

function preview(model: ModelMeta, record: ApiRecord, body: object, names: Record<string, string>): ApiRecord {
  const next: ApiRecord = { ...record, ...body };
  next._refs = Object.fromEntries(
    Object.entries(names)
      .filter(([key]) => typeof next[key] === "string")
      .map(([key, label]) => [key, { id: String(next[key]), label }]),
  );
  next._label = recordLabel(model, next, next._refs);
  return next;
}

/** Starts to save; answers whether it was stored. */
export async function save(
  model: ModelMeta,
  record: ApiRecord,
  body: object,
  form: Pick<Refusal, "base" | "values" | "names">,
): Promise<boolean> {
  refused.delete(record.id);
  underway.set(record.id, preview(model, record, body, form.names));
  // Closing the tab now would lose it.
  addEventListener("beforeunload", warn);
  try {
    await api.update(model, record, body);
    return true;
  } catch (failure) {
    const known = failure instanceof RequestError ? failure : undefined;
    refusals += 1;
    refused.set(record.id, {
      id: refusals,
      ...form,
      message: known?.message ?? say.notSaved,
      fields: known?.fields ?? {},
      isOutdated: known?.isOutdated ?? false,
    });
    return false;
  } finally {
    underway.delete(record.id);
    if (underway.size === 0) removeEventListener("beforeunload", warn);
  }
}
