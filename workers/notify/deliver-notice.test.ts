import { eq, like } from "drizzle-orm";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { openDatabase } from "#db/client.ts";
import { newId, randomBase32 } from "#db/ids.ts";
import { claimJob, enqueueJob, findJob } from "#db/queries/job-queue.ts";
import { newestMails } from "#db/queries/notifications.ts";
import { generations, mails, notifications } from "#db/schema/index.ts";
import type { NoticeKind } from "#db/vocabulary.ts";
import type { NotificationView } from "../api/schemas/notifications.ts";
import type { PageOf } from "../api/schemas/lists.ts";
import type { ProjectView } from "../api/schemas/projects.ts";
import { call, createProject, env, read, signUp, type SignedUp } from "../api/test-client.ts";
import { handleRequest } from "../handle-request.ts";
import { forgetNotices } from "../jobs/forget-notices.ts";
import { deliverNotice } from "./deliver-notice.ts";

const db = openDatabase(env.DB);
const mailUrl = inject("mailUrl" as never) as string;
const withProvider = { ...env, RESEND_API_KEY: inject("mailKey" as never) as string, RESEND_BASE_URL: mailUrl };

let ada: SignedUp;
let project: ProjectView;
beforeAll(async () => {
  ada = await signUp();
  project = await createProject(ada.accessToken, { name: "Northlight" });
});

/** A generation of its user that came to rest, and the job that tells them. */
async function askFor(
  { user }: SignedUp,
  of: { projectId: string; workedMs?: number; kind?: NoticeKind },
): Promise<string> {
  const generationId = newId("generation");
  await db.insert(generations).values({
    id: generationId,
    projectId: of.projectId,
    prompt: "A planner",
    mode: "auto",
    provider: "builtin",
    stack: "edge",
    status: "complete",
    startedAt: new Date().toISOString(),
    createdBy: user.id,
  });
  const jobId = `job_ntf_${generationId.slice("gen_".length)}_7`;
  const { workedMs = 90_000, kind = "done" } = of;
  await enqueueJob(db, {
    id: jobId,
    type: "notify",
    payload: { generationId, run: 7, kind, text: "It is built.", workedMs },
    priority: 0,
    maxAttempts: 5,
    projectId: of.projectId,
    generationId,
  });
  return jobId;
}

async function deliver(jobId: string, bindings = env): Promise<void> {
  // A failed attempt waits for its time; the test does not.
  const job = await claimJob(db, jobId, Date.now() + 60_000);
  if (!job) throw new Error("The job is not free.");
  await deliverNotice(bindings, db, job);
}

const notices = async ({ accessToken }: SignedUp, query = ""): Promise<NotificationView[]> =>
  (await read<PageOf<NotificationView>>(await call(`/api/v1/notifications${query}`, { token: accessToken }), 200))
    .items;

const mailsTo = async (recipient: string) =>
  (await newestMails(db, 100)).filter((mail) => mail.recipient === recipient);

const delivered = async (to: string): Promise<{ subject: string; text: string }[]> =>
  (await fetch(`${mailUrl}/delivered?${new URLSearchParams({ to })}`)).json();

async function signUpAs(name: string): Promise<{ person: SignedUp; projectId: string }> {
  const person = await signUp(`${name}@${randomBase32(10)}.example`);
  return { person, projectId: (await createProject(person.accessToken)).id };
}

describe("a notice", () => {
  it("is told to the person who started the run, once however often its job comes, and to nobody else", async () => {
    const bob = await signUp();
    const jobId = await askFor(ada, { projectId: project.id, workedMs: 5_000 });
    await deliver(jobId);
    expect(await claimJob(db, jobId)).toBeNull();
    const job = await findJob(db, jobId);
    if (job) await deliverNotice(env, db, job);
    const told = (await notices(ada)).filter(({ generationId }) => generationId === job?.generationId);
    expect(told).toMatchObject([
      { kind: "done", text: "It is built.", projectName: "Northlight", projectId: project.id, readAt: null },
    ]);
    expect(await notices(bob)).toEqual([]);
  });

  it("is read when its reader says so, and not when another one does", async () => {
    const bob = await signUp();
    await deliver(await askFor(ada, { projectId: project.id, workedMs: 0 }));
    const [newest] = await notices(ada, "?unread=true");
    const markAs = (token: string) =>
      call("/api/v1/notifications/read", { method: "POST", token, body: { ids: [newest?.id] } });
    expect((await markAs(bob.accessToken)).status).toBe(204);
    expect((await notices(ada, "?unread=true")).map(({ id }) => id)).toContain(newest?.id);
    expect((await markAs(ada.accessToken)).status).toBe(204);
    expect((await notices(ada, "?unread=true")).map(({ id }) => id)).not.toContain(newest?.id);
  });

  it("goes with its project: who may not see that any more reads nothing of it", async () => {
    const { person, projectId } = await signUpAs("leaver");
    await deliver(await askFor(person, { projectId }));
    expect(await notices(person)).toHaveLength(1);
    await read(await call(`/api/v1/projects/${projectId}`, { method: "DELETE", token: person.accessToken }), 204);
    expect(await notices(person)).toEqual([]);
    const late = await askFor(person, { projectId });
    await deliver(late);
    expect((await findJob(db, late))?.status).toBe("cancelled");
  });

  it("pages without losing or repeating one", async () => {
    const { person, projectId } = await signUpAs("reader");
    for (let at = 0; at < 5; at += 1) await deliver(await askFor(person, { projectId, workedMs: 0 }));
    const seen: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const query = cursor === "" ? "?limit=2" : `?limit=2&cursor=${encodeURIComponent(cursor)}`;
      const page: PageOf<NotificationView> = await read(
        await call(`/api/v1/notifications${query}`, { token: person.accessToken }),
        200,
      );
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toHaveLength(5);
    expect(new Set(seen).size).toBe(5);
  });
});

describe("old notices", () => {
  const ago = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();

  it("are forgotten after three months, and mail after one", async () => {
    const { person, projectId } = await signUpAs("keeper");
    for (const days of [0, 31, 91]) {
      const jobId = await askFor(person, { projectId });
      await deliver(jobId);
      const generationId = (await findJob(db, jobId))?.generationId ?? "";
      await db
        .update(notifications)
        .set({ createdAt: ago(days) })
        .where(eq(notifications.generationId, generationId));
      await db
        .update(mails)
        .set({ createdAt: ago(days) })
        .where(like(mails.id, `%${generationId.slice("gen_".length)}%`));
    }
    await forgetNotices(db, Date.now());
    expect(await notices(person)).toHaveLength(2);
    expect(await mailsTo(person.user.email)).toHaveLength(1);
  });
});

describe("its mail", () => {
  it("is sent for a run that took over a minute", async () => {
    const { person, projectId } = await signUpAs("patient");
    await deliver(await askFor(person, { projectId, workedMs: 61_000, kind: "waiting" }), withProvider);
    expect(await delivered(person.user.email)).toMatchObject([
      { subject: "Inventory waits for you", text: expect.stringContaining(`/projects/${projectId}`) },
    ]);
    expect(await mailsTo(person.user.email)).toMatchObject([
      { status: "sent", providerId: expect.stringMatching(/^stand-in-mal_/) },
    ]);
  });

  it("is not written for a short run, nor for who wants none", async () => {
    const { person, projectId } = await signUpAs("quick");
    await deliver(await askFor(person, { projectId, workedMs: 59_000 }), withProvider);
    const preferences = { notifications: { email: false } };
    await read(
      await call("/api/v1/users/me", { method: "PATCH", token: person.accessToken, body: { preferences } }),
      200,
    );
    await deliver(await askFor(person, { projectId }), withProvider);
    expect(await mailsTo(person.user.email)).toEqual([]);
    expect(await notices(person)).toHaveLength(2);
  });

  it("is tried again when the provider is busy, and arrives once", async () => {
    const { person, projectId } = await signUpAs("busy");
    const jobId = await askFor(person, { projectId });
    await deliver(jobId, withProvider);
    expect(await findJob(db, jobId)).toMatchObject({ status: "failed", lastError: expect.stringContaining("429") });
    expect(await mailsTo(person.user.email)).toMatchObject([{ status: "pending" }]);
    await deliver(jobId, withProvider);
    expect(await delivered(person.user.email)).toHaveLength(1);
    expect(await mailsTo(person.user.email)).toMatchObject([{ status: "sent", error: null }]);
    expect(await notices(person)).toHaveLength(1);
  });

  it("is given up after the fifth refusal, with pauses that double", async () => {
    const { person, projectId } = await signUpAs("broken");
    const jobId = await askFor(person, { projectId });
    for (const seconds of [1, 2, 4, 8]) {
      const before = Date.now();
      await deliver(jobId, withProvider);
      const runAt = Date.parse((await findJob(db, jobId))?.runAt ?? "");
      expect(runAt - before).toBeGreaterThanOrEqual(seconds * 1_000);
      expect(runAt - before).toBeLessThan(seconds * 1_000 + 30_000);
    }
    await deliver(jobId, withProvider);
    expect(await findJob(db, jobId)).toMatchObject({ status: "dead", attempts: 5 });
    expect(await mailsTo(person.user.email)).toMatchObject([
      { status: "failed", error: expect.stringContaining("500") },
    ]);
  });

  it("is given up at once when the provider says that it never will do it", async () => {
    const { person, projectId } = await signUpAs("wrong");
    const jobId = await askFor(person, { projectId });
    await deliver(jobId, withProvider);
    expect(await findJob(db, jobId)).toMatchObject({ status: "dead", attempts: 1 });
  });

  it("stays in the outbox where no provider is set up, to be read on a local machine alone", async () => {
    const { person, projectId } = await signUpAs("local");
    await deliver(await askFor(person, { projectId }));
    expect(await mailsTo(person.user.email)).toMatchObject([{ status: "kept" }]);
    const ask = (host: string, bindings: typeof env) =>
      handleRequest(new Request(`http://${host}/dev/mail`), bindings, undefined as never);
    const local = { ...env, NEXUSGEN_LOCAL: "true" };
    expect(await (await ask("localhost:8787", local)).text()).toContain(person.user.email);
    expect(await (await ask("localhost:8787", env)).text()).not.toContain(person.user.email);
    expect(await (await ask("elsewhere.example", local)).text()).not.toContain(person.user.email);
  });
});
