// A `notify` job: a row for the person it concerns, and an e-mail where the run was long and they want one. Each step may
// run twice and matters once: ids come from the state of the loop that is told of.
import type { Database } from "#db/client.ts";
import { endJob, failJob } from "#db/queries/job-queue.ts";
import { findRecipient, insertNotification, putMail, settleMail } from "#db/queries/notifications.ts";
import type { Job } from "#db/schema/jobs.ts";
import { variables, type Env } from "../env.ts";
import { noticePayloadSchema, type NoticePayload } from "../jobs/job.ts";
import { chooseMailSender, mailFrom } from "./mail/choose-mail-sender.ts";
import { MailError } from "./mail/mail-sender.ts";
import { writeMail } from "./mail/write-mail.ts";
import { tellInbox } from "./tell-inbox.ts";

const usualAfterSeconds = 60;
const sendMs = 20_000;

export async function deliverNotice(env: Env, db: Database, job: Job): Promise<void> {
  const parsed = noticePayloadSchema.safeParse(job.payload);
  if (!parsed.success) return endJob(db, job.id, "dead", "The job is of a kind this version does not know.");
  try {
    const isDelivered = await deliver(env, db, job, parsed.data);
    await endJob(db, job.id, isDelivered ? "completed" : "cancelled");
  } catch (error) {
    await giveBack(env, db, job, parsed.data, error);
  }
}

const suffixOf = ({ generationId, run }: NoticePayload): string => `${generationId.replace(/^gen_/, "")}_${run}`;
const mailIdOf = (notice: NoticePayload): string => `mal_${suffixOf(notice)}`;

/** False when nobody is left to be told. */
async function deliver(env: Env, db: Database, job: Job, notice: NoticePayload): Promise<boolean> {
  const { generationId, kind, text, workedMs } = notice;
  const recipient = await findRecipient(db, generationId);
  if (!recipient) return false;
  const { userId, projectId, projectName, email, name, preferences } = recipient;
  const told = { userId, projectId, generationId, kind, text, workedMs };
  await insertNotification(db, { id: `ntf_${suffixOf(notice)}`, ...told, createdAt: job.createdAt });
  await tellInbox(env, userId, "notifications");
  const isLong = workedMs > afterSeconds(env) * 1_000;
  if (!isLong || preferences.notifications?.email === false) return true;
  const origin = variables(env).APP_ORIGIN;
  const words = writeMail({
    kind,
    text,
    workedMs,
    project: { name: projectName, url: `${origin}/projects/${projectId}` },
    recipient: { name },
    settingsUrl: `${origin}/settings`,
  });
  const mail = await putMail(db, { id: mailIdOf(notice), userId, recipient: email, ...words });
  if (mail.status !== "pending") return true;
  const sender = chooseMailSender(env);
  if (sender === null) {
    await settleMail(db, mail.id, { status: "kept" });
    return true;
  }
  const outgoing = { id: mail.id, from: mailFrom(env), to: mail.recipient };
  const { subject, text: plain, html } = mail;
  const { providerId } = await sender.send({ ...outgoing, subject, text: plain, html }, AbortSignal.timeout(sendMs));
  await settleMail(db, mail.id, { status: "sent", providerId, error: null, sentAt: new Date().toISOString() });
  return true;
}

function afterSeconds({ NEXUSGEN_MAIL_AFTER_SECONDS: set }: Env): number {
  const seconds = Number(set ?? "");
  return set !== undefined && set !== "" && seconds >= 0 ? seconds : usualAfterSeconds;
}

/** Tried again after 1, 2, 4, 8 s (requirements N12.1). */
async function giveBack(env: Env, db: Database, job: Job, notice: NoticePayload, error: unknown): Promise<void> {
  const reason = error instanceof Error ? error.message : String(error);
  console.error(
    JSON.stringify({ level: "error", message: "a notice was not delivered", jobId: job.id, error: reason }),
  );
  const isLast = job.attempts >= job.maxAttempts || (error instanceof MailError && !error.isPassing);
  await settleMail(db, mailIdOf(notice), { error: reason, ...(isLast && { status: "failed" as const }) });
  if (isLast) return endJob(db, job.id, "dead", reason);
  const delaySeconds = 2 ** (job.attempts - 1);
  await failJob(db, job.id, reason, delaySeconds * 1_000);
  await env.JOBS.send({ jobId: job.id }, { delaySeconds });
}
