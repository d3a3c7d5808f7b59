// Many records in one request, each by itself: a row that is refused leaves the others standing.
import type { BatchResult } from "../../shared/model.ts";
import type { Db } from "../db/client.ts";
import { ApiError } from "../errors.ts";
import type { Resource } from "./table.ts";
import { createRecord } from "./write.ts";
import { words } from "../words.ts";

export const largestBatch = 25;

async function createOne(db: Db, resource: Resource, values: unknown): Promise<BatchResult> {
  try {
    return { id: (await createRecord(db, resource, values)).id };
  } catch (error) {
    if (error instanceof ApiError) return { message: error.message, fields: error.fields ?? {} };
    console.error(error);
    return { message: words.notStored, fields: {} };
  }
}

export async function createRecords(db: Db, resource: Resource, records: unknown): Promise<{ results: BatchResult[] }> {
  if (!Array.isArray(records) || records.length === 0 || records.length > largestBatch) {
    throw new ApiError("VALIDATION_ERROR", words.batchOf(largestBatch));
  }
  const results: BatchResult[] = [];
  // One after the other: a later row may repeat a unique value of an earlier one.
  // oxlint-disable-next-line no-await-in-loop
  for (const values of records) results.push(await createOne(db, resource, values));
  return { results };
}
