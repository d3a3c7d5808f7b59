// Guessing passwords is slowed down: a few attempts for an account from one address, some more for the account from
// everywhere. Counted in the database, since the next request may meet another instance of the app.
import { inArray, lt, sql } from "drizzle-orm";
import type { Context } from "hono";
import type { Db } from "../db/client.ts";
import type { AppEnv } from "../env.ts";
import { ApiError } from "../errors.ts";
import { attempts } from "./tables.ts";
import { hashToken } from "./tokens.ts";
import { words } from "./words.ts";

const window = 15 * 60_000;

interface Limit {
  readonly id: string;
  readonly most: number;
}

/** Cloudflare says where a request comes from; elsewhere all come from one place. */
const addressOf = (context: Context<AppEnv>): string => context.req.header("CF-Connecting-IP") ?? "unknown";

export async function limitsOf(context: Context<AppEnv>, account: string): Promise<Limit[]> {
  const [pair, alone] = await Promise.all([hashToken(`${account}\n${addressOf(context)}`), hashToken(account)]);
  return [
    { id: pair, most: 5 },
    { id: alone, most: 50 },
  ];
}

/** Counted before the password is looked at, so that many guesses at once count as many. */
export async function countAttempt(db: Db, limits: readonly Limit[], now: number = Date.now()): Promise<void> {
  const time = new Date(now).toISOString();
  const endsAt = new Date(now + window).toISOString();
  await db.batch([
    db.delete(attempts).where(lt(attempts.endsAt, time)),
    ...limits.map(({ id }) =>
      db
        .insert(attempts)
        .values({ id, count: 1, endsAt })
        .onConflictDoUpdate({ target: attempts.id, set: { count: sql`${attempts.count} + 1` } }),
    ),
  ]);
  const counted = await db
    .select()
    .from(attempts)
    .where(
      inArray(
        attempts.id,
        limits.map(({ id }) => id),
      ),
    );
  const over = limits.flatMap((limit) => counted.filter(({ id, count }) => id === limit.id && count > limit.most));
  const [first] = over;
  if (!first) return;
  const seconds = Math.max(1, Math.ceil((Date.parse(first.endsAt) - now) / 1_000));
  throw new ApiError("RATE_LIMITED", words.tooManyAttempts(Math.ceil(seconds / 60)), undefined, {
    retryAfter: seconds,
  });
}

/** After the right password. */
export const forgetAttempts = (db: Db, limits: readonly Limit[]) =>
  db.delete(attempts).where(
    inArray(
      attempts.id,
      limits.map(({ id }) => id),
    ),
  );
