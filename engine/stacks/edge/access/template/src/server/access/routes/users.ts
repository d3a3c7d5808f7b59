// For administrators:
//   GET    /users                   → { items: UserView[], roles }
//   POST   /users                   { name, email, role } → 201 Invitation
//   PATCH  /users/:id               { role } or { isActive } → UserView
//   POST   /users/:id/invitation    → Invitation: a new link to choose a password
//   DELETE /examples                204: the example people of a preview go
import { and, asc, eq, inArray, ne } from "drizzle-orm";
import { type Context, Hono } from "hono";
import { z } from "zod";
import type { Invitation, UserView } from "../../../shared/access/access.ts";
import { adminRole } from "../../../shared/access/roles.ts";
import { connect, type Db } from "../../db/client.ts";
import { newId } from "../../db/columns.ts";
import type { AppEnv } from "../../env.ts";
import { ApiError } from "../../errors.ts";
import { anotherAdmin } from "../another-admin.ts";
import { emailInput, nameInput, roleInput } from "../inputs.ts";
import { readBody } from "../read-body.ts";
import { endSessions } from "../sessions.ts";
import { keys, sessions, users } from "../tables.ts";
import { traceUser } from "../trace-user.ts";
import { hashToken, newToken } from "../tokens.ts";
import { words } from "../words.ts";

const inviteSchema = z.strictObject({ name: nameInput, email: emailInput, role: roleInput });
const changeSchema = z.union([z.strictObject({ role: roleInput }), z.strictObject({ isActive: z.boolean() })]);

type User = typeof users.$inferSelect;

const invitationDays = 7;

const viewOf = ({ id, name, email, role, isExample, isActive, password, createdAt, lastSeenAt }: User): UserView => ({
  id,
  name,
  email,
  role,
  state: !isActive ? "inactive" : password === null && !isExample ? "invited" : "active",
  isExample,
  createdAt,
  lastSeenAt,
});

async function newInvitation() {
  const token = newToken();
  const inviteEndsAt = new Date(Date.now() + invitationDays * 86_400_000).toISOString();
  return { token, stored: { inviteHash: await hashToken(token), inviteEndsAt } };
}

async function findUser(db: Db, id: string): Promise<User> {
  const [user] = await db.select().from(users).where(eq(users.id, id)).limit(1);
  if (!user) throw new ApiError("NOT_FOUND_ERROR", words.noAccount);
  return user;
}

async function changeUser(context: Context<AppEnv>, user: User, values: Partial<Pick<User, "role" | "isActive">>) {
  const db = connect(context);
  const losesAdmin =
    user.role === adminRole &&
    !user.isExample &&
    (values.isActive === false || (values.role !== undefined && values.role !== adminRole));
  const changed = await db
    .update(users)
    .set(values)
    .where(and(eq(users.id, user.id), losesAdmin ? anotherAdmin(user.id) : undefined))
    .returning();
  const [after] = changed;
  if (!after) throw new ApiError("CONFLICT", words.lastAdmin);
  const fields = Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, [user[key as "role" | "isActive"], value]]),
  );
  await traceUser(context, user, "update", fields);
  if (values.isActive === false) await endSessions(db, user.id, null);
  return after;
}

export const userRoutes = new Hono<AppEnv>()
  .get("/users", async (context) => {
    const rows = await connect(context).select().from(users).orderBy(asc(users.createdAt), asc(users.id)).limit(1_000);
    return context.json({ items: rows.map(viewOf) });
  })
  .post("/users", async (context) => {
    const { name, email, role } = await readBody(context, inviteSchema);
    const { token, stored } = await newInvitation();
    const db = connect(context);
    const [user] = await db
      .insert(users)
      .values({
        id: newId(),
        createdAt: new Date().toISOString(),
        email,
        name,
        role,
        isExample: false,
        isActive: true,
        ...stored,
      })
      .onConflictDoNothing()
      .returning();
    const message = words.emailTaken;
    if (!user) throw new ApiError("CONFLICT", message, { email: message });
    await traceUser(context, user, "create", { role: [null, role] });
    return context.json({ user: viewOf(user), token } satisfies Invitation, 201);
  })
  .patch("/users/:id", async (context) => {
    const values = await readBody(context, changeSchema);
    const user = await findUser(connect(context), context.req.param("id"));
    return context.json(viewOf(await changeUser(context, user, values)));
  })
  .post("/users/:id/invitation", async (context) => {
    const db = connect(context);
    const user = await findUser(db, context.req.param("id"));
    if (user.isExample || !user.isActive) throw new ApiError("CONFLICT", words.needsNoLink);
    const { token, stored } = await newInvitation();
    const [changed] = await db.update(users).set(stored).where(eq(users.id, user.id)).returning();
    await traceUser(context, user, "invite");
    return context.json({ user: viewOf(changed ?? user), token } satisfies Invitation);
  })
  .delete("/examples", async (context) => {
    const db = connect(context);
    const { user } = context.get("viewer");
    const examples = await db.select().from(users).where(eq(users.isExample, true));
    const [real] = await db
      .select({ id: users.id })
      .from(users)
      .where(
        and(eq(users.isExample, false), eq(users.isActive, true), eq(users.role, adminRole), ne(users.password, "")),
      )
      .limit(1);
    if (!real || examples.some(({ id }) => id === user?.id)) throw new ApiError("CONFLICT", words.ownAccountFirst);
    const ids = db.select({ id: users.id }).from(users).where(eq(users.isExample, true));
    await db.batch([
      db.delete(sessions).where(inArray(sessions.userId, ids)),
      db.delete(keys).where(inArray(keys.userId, ids)),
      db.delete(users).where(eq(users.isExample, true)),
    ]);
    await traceUser(context, { id: "examples", name: words.examplePeople }, "delete");
    return context.body(null, 204);
  });
