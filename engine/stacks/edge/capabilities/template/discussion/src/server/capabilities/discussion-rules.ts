// What is checked before a discussion or a reply is stored: nobody answers what is closed, only moderators pin and close,
// and whoever is signed in writes in their own name.
import { eq } from "drizzle-orm";
import { discussionSettings as settings } from "../../shared/discussions/settings.ts";
import { modelOf } from "../../shared/lookup.ts";
import type { Db } from "../db/client.ts";
import { ApiError } from "../errors.ts";
import { mayModerate, writerOf } from "../permissions.ts";
import { tableOf } from "../resource/labels.ts";
import type { Row } from "../resource/table.ts";
import type { RecordRule } from "./rule.ts";
import { words } from "./discussion-words.ts";

type Values = Readonly<Record<string, unknown>>;

async function findStored(db: Db, model: string, id: unknown): Promise<Row | undefined> {
  if (typeof id !== "string") return undefined;
  const table = tableOf(modelOf(model));
  const rows = await db.select().from(table).where(eq(table.id, id)).limit(1);
  return rows[0] as Row | undefined;
}

interface Writing {
  readonly author?: string;
  readonly anonymous?: string;
}

function refuseOtherName(db: Db, { author, anonymous }: Writing, values: Values, stored: Row | undefined): void {
  const writer = writerOf(db);
  if (author === undefined || writer === null || values[author] === (stored ? stored[author] : writer)) return;
  if (anonymous !== undefined && values[anonymous] === true) return;
  if (!stored && (values[author] ?? "") === "") return;
  throw new ApiError("VALIDATION_ERROR", words.ownName, { [author]: words.sayName(writer) });
}

/** For discussions. Moderators may do it all. */
export const keepModeration: RecordRule = async (db, _resource, values) => {
  const { model, pinned, closed } = settings.threads;
  if (mayModerate(db, modelOf(model))) return;
  const stored = await findStored(db, model, values["id"]);
  for (const key of [pinned, closed])
    if (key !== undefined && (values[key] === true) !== (stored?.[key] === true))
      throw new ApiError("AUTHORIZATION_ERROR", words.moderatorsOnly);
  refuseOtherName(db, settings.threads, values, stored);
};

/** For replies. */
export const refuseClosed: RecordRule = async (db, _resource, values) => {
  const { threads, replies } = settings;
  const stored = await findStored(db, replies.model, values["id"]);
  if (!mayModerate(db, modelOf(replies.model))) refuseOtherName(db, replies, values, stored);
  // What stands there already may be changed.
  if (threads.closed === undefined || stored?.[replies.thread] === values[replies.thread]) return;
  const thread = await findStored(db, threads.model, values[replies.thread]);
  if (thread?.[threads.closed] === true) throw new ApiError("CONFLICT", words.closed);
};
