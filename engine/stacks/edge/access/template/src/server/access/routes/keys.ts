// API keys, for programs that send `Authorization: Bearer`. A key acts for who made it, in one role; administrators see
// and revoke everybody's.
//   GET /keys → { items: KeyView[] }   POST /keys { name, role? } → 201 { key: KeyView, token }   DELETE /keys/:id 204
import { and, desc, eq } from "drizzle-orm";
import { type Context, Hono } from "hono";
import { z } from "zod";
import type { KeyView, Role } from "../../../shared/access/access.ts";
import { connect } from "../../db/client.ts";
import { newId } from "../../db/columns.ts";
import type { AppEnv } from "../../env.ts";
import { ApiError } from "../../errors.ts";
import { nameInput, roleInput } from "../inputs.ts";
import { readBody } from "../read-body.ts";
import { keys, users } from "../tables.ts";
import { hashToken, newToken } from "../tokens.ts";
import { words } from "../words.ts";

const keySchema = z.strictObject({ name: nameInput, role: roleInput.optional() });
const mostKeys = 50;
const shownLetters = 8;

function personOf(context: Context<AppEnv>): { user: { id: string; name: string }; role: Role } {
  const { user, role } = context.get("viewer");
  if (!user || !role) throw new ApiError("AUTHENTICATION_ERROR", words.signInFirst);
  return { user, role };
}

/** One's own; administrators are shown all. */
const mine = (context: Context<AppEnv>) => {
  const { user, role } = personOf(context);
  return role.isAdmin ? undefined : eq(keys.userId, user.id);
};

const viewOf = (key: typeof keys.$inferSelect, owner: string): KeyView => ({
  id: key.id,
  name: key.name,
  role: key.role,
  owner,
  start: key.start,
  createdAt: key.createdAt,
  lastUsedAt: key.lastUsedAt,
});

export const keyRoutes = new Hono<AppEnv>()
  .get("/keys", async (context) => {
    const rows = await connect(context)
      .select({ key: keys, owner: users.name })
      .from(keys)
      .innerJoin(users, eq(users.id, keys.userId))
      .where(mine(context))
      .orderBy(desc(keys.createdAt), desc(keys.id))
      .limit(500);
    return context.json({ items: rows.map(({ key, owner }) => viewOf(key, owner)) });
  })
  .post("/keys", async (context) => {
    const { name, role: wished } = await readBody(context, keySchema);
    const { user, role } = personOf(context);
    const chosen = wished ?? role.key;
    if (chosen !== role.key && !role.isAdmin) throw new ApiError("AUTHORIZATION_ERROR", words.roleTooHigh);
    const db = connect(context);
    const existing = await db.select({ id: keys.id }).from(keys).where(eq(keys.userId, user.id)).limit(mostKeys);
    if (existing.length >= mostKeys) throw new ApiError("CONFLICT", words.tooManyKeys(mostKeys));
    const token = `key_${newToken()}`;
    const [key] = await db
      .insert(keys)
      .values({
        id: newId(),
        tokenHash: await hashToken(token),
        userId: user.id,
        name,
        role: chosen,
        start: token.slice(0, shownLetters),
        createdAt: new Date().toISOString(),
      })
      .returning();
    return context.json({ key: key && viewOf(key, user.name), token }, 201);
  })
  .delete("/keys/:id", async (context) => {
    const isIt = and(eq(keys.id, context.req.param("id")), mine(context));
    const gone = await connect(context).delete(keys).where(isIt).returning({ id: keys.id });
    if (gone.length === 0) throw new ApiError("NOT_FOUND_ERROR", words.noKey);
    return context.body(null, 204);
  });
