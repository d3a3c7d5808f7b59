"use server";

import { revalidatePath } from "next/cache";
import { RequestError } from "../../lib/api.ts";
import { modelOf } from "../../shared/lookup.ts";
import { say } from "../../shared/say.ts";
import { saveRecord as save } from "../api.ts";

export type SaveState =
  | { status: "open" }
  | { status: "saved"; id: string }
  /** `fields` holds one message for each input that is wrong. */
  | { status: "refused"; message: string; fields: Readonly<Record<string, string>> };

/** Creates a record, or with an id changes that one. The API checks the values with the form's own schema. */
export async function saveRecord(
  modelKey: string,
  id: string | null,
  _before: SaveState,
  values: Record<string, unknown>,
): Promise<SaveState> {
  try {
    const saved = await save(modelOf(modelKey), id, values);
    revalidatePath("/", "layout");
    return { status: "saved", id: saved.id };
  } catch (failure) {
    if (failure instanceof RequestError) {
      return { status: "refused", message: failure.message, fields: failure.fields };
    }
    console.error(failure);
    return { status: "refused", message: say.notSaved, fields: {} };
  }
}
