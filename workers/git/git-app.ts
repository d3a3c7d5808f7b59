// Git over HTTPS: /git/<workspace>/<project>.git. Every request brings an API token, as the password of Basic or as a
// bearer; git's own protocol is in upload-pack.ts and receive-pack.ts.
import { Hono, type Context } from "hono";
import { openDatabase, type Database } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { findProjectAccess, hasRole, type ProjectAccess } from "#db/queries/access.ts";
import { createPushedVersions, findProjectIdBySlugs, type CommitSource } from "#db/queries/version-commits.ts";
import { findVersion, readManifest } from "#db/queries/versions.ts";
import type { ApiEnv } from "../api/api-env.ts";
import { findTokenCaller } from "../api/auth/api-token.ts";
import { auditOf } from "../api/auth/sign-in.ts";
import { refuseWhileBusy } from "../api/edit/refuse-while-busy.ts";
import { ApiError } from "../api/errors.ts";
import type { Caller } from "../api/guard.ts";
import { limitCaller, limitSignIn } from "../api/middleware/rate-limit.ts";
import { projectStub } from "../api/project-stub.ts";
import { BlobStore } from "../storage/blobs.ts";
import { changedFiles } from "../storage/changed-files.ts";
import { collectObjects, TooMuch } from "./collect-objects.ts";
import { CommitRecords, readLine } from "./commit-records.ts";
import { ExtraObjects } from "./extra-objects.ts";
import { MalformedRequest } from "./pkt-line.ts";
import {
  advertiseReceiving,
  mostPackBytes,
  preparePush,
  PushRefused,
  readPush,
  reportPush,
  type NewVersion,
} from "./receive-pack.ts";
import { advertise, answerCommand, answerWants, type Repository } from "./upload-pack.ts";

type GitContext = Context<ApiEnv>;

export const gitApp = new Hono<ApiEnv>();
const address = "/git/:workspace/:repository{[a-z0-9-]+\\.git}";

gitApp.use(async (c, next) => {
  c.set("requestId", newId("request"));
  await next();
  c.res.headers.set("cache-control", "no-store");
  c.res.headers.set("x-content-type-options", "nosniff");
});

gitApp.get(`${address}/info/refs`, async (c) => {
  const service = c.req.query("service");
  if (service !== "git-upload-pack" && service !== "git-receive-pack")
    return c.text("Use git 1.6.6 or newer: only the smart protocol is served.\n", 403);
  const opened = await openRepository(c, service === "git-receive-pack");
  const bytes = service === "git-upload-pack" ? advertise(opened, protocolOf(c)) : advertiseReceiving(opened.head);
  return c.body(bytes, 200, { "content-type": `application/x-${service}-advertisement` });
});

gitApp.post(`${address}/git-upload-pack`, async (c) => {
  const opened = await openRepository(c, false);
  const body = await readBody(c, 1024 * 1024);
  const answer = protocolOf(c) === 2 ? await answerCommand(opened, body) : await answerWants(opened, body);
  return c.body(answer, 200, { "content-type": "application/x-git-upload-pack-result" });
});

gitApp.post(`${address}/git-receive-pack`, async (c) => {
  const opened = await openRepository(c, true);
  const push = readPush(await readBody(c, mostPackBytes + 64 * 1024));
  const headers = { "content-type": "application/x-git-receive-pack-result" };
  if (push === null) return c.body(null, 200, headers);
  let refusal: string | null = null;
  try {
    await receive(c, opened, await preparePush(push, opened));
  } catch (error) {
    if (error instanceof PushRefused || error instanceof ApiError) refusal = error.message.replaceAll("\n", " ");
    else throw error;
  }
  return c.body(reportPush(push, refusal), 200, headers);
});

gitApp.notFound((c) => c.text("There is no such repository, or you have no access to it.\n", 404));

gitApp.onError((error, c) => {
  if (error instanceof ApiError) {
    if (error.code === "AUTHENTICATION_ERROR")
      return c.text(`${error.message}\n`, 401, { "www-authenticate": 'Basic realm="NexusGen", charset="UTF-8"' });
    const status = error.code === "NOT_FOUND_ERROR" ? 404 : error.code === "RATE_LIMITED" ? 429 : 403;
    return c.text(`${error.message}\n`, status);
  }
  if (error instanceof MalformedRequest) return c.text(`${error.message}\n`, 400);
  if (error instanceof TooMuch) return c.text(`${error.message}\n`, 413);
  console.error(
    JSON.stringify({ level: "error", requestId: c.get("requestId"), path: c.req.path, error: String(error) }),
  );
  return c.text("Something went wrong on our side. Try again.\n", 500);
});

interface Opened extends Repository, ProjectAccess {
  db: Database;
  caller: Caller;
  line: CommitSource[];
  records: CommitRecords;
  blobs: BlobStore;
  extras: ExtraObjects;
}

async function openRepository(c: GitContext, writes: boolean): Promise<Opened> {
  const db = openDatabase(c.env.DB);
  const caller = await authenticateGit(c, db);
  await limitCaller(c, caller);
  const { workspace = "", repository = "" } = c.req.param() as Record<string, string>;
  const projectId = await findProjectIdBySlugs(db, workspace, repository.slice(0, -".git".length));
  const access = projectId === undefined ? undefined : await findProjectAccess(db, caller.userId, projectId);
  if (!access) throw new ApiError("NOT_FOUND_ERROR", "There is no such repository, or you have no access to it.");
  if (writes && caller.scope === "read")
    throw new ApiError("AUTHORIZATION_ERROR", "This token may only read. Make one that may write.");
  if (writes && !hasRole(access.role, "member"))
    throw new ApiError("AUTHORIZATION_ERROR", `Your role in this project is ${access.role}; pushing needs member.`);
  const blobs = new BlobStore(c.env.BLOBS);
  const { id } = access.project;
  const records = new CommitRecords({ db, bucket: c.env.BLOBS, blobs, projectId: id });
  const extras = new ExtraObjects(c.env.BLOBS, id);
  const line = await readLine(db, id);
  await records.complete(line);
  const commits = new Set(line.flatMap(({ commitSha }) => commitSha ?? []));
  return {
    ...access,
    db,
    caller,
    line,
    records,
    blobs,
    extras,
    commits,
    head: line.at(-1)?.commitSha ?? null,
    collect: (haves) => collectObjects(line, haves, { records, blobs, extras }),
  };
}

async function authenticateGit(c: GitContext, db: Database): Promise<Caller> {
  const header = c.req.header("authorization") ?? "";
  const basic = /^Basic ([\w+/=-]{1,4000})$/i.exec(header)?.[1];
  const token = basic === undefined ? /^Bearer (\S{1,2000})$/i.exec(header)?.[1] : passwordOf(basic);
  if (token === undefined) throw new ApiError("AUTHENTICATION_ERROR", "Give an API token as the password.");
  const caller = await findTokenCaller(c, db, token);
  if (caller) return caller;
  await limitSignIn(c);
  throw new ApiError("AUTHENTICATION_ERROR", "This API token is not valid, has expired or was revoked.");
}

function passwordOf(basic: string): string | undefined {
  try {
    const text = new TextDecoder().decode(Uint8Array.fromBase64(basic));
    return text.slice(text.indexOf(":") + 1);
  } catch {
    return undefined;
  }
}

async function receive(c: GitContext, opened: Opened, versions: readonly NewVersion[]): Promise<void> {
  const { db, project, caller, line } = opened;
  const stub = projectStub(c.env, project.id);
  await refuseWhileBusy(stub, "push again");
  const head = line.at(-1);
  const newest = await findVersion(db, project.id, "latest");
  if (!head || !newest) throw new PushRefused("fetch first");
  const written = await createPushedVersions(db, {
    projectId: project.id,
    baseId: head.id,
    after: newest.number,
    actorId: caller.userId,
    versions: versions.map(({ id, message, record, files }) => ({ id, message, commitSha: record.commit, files })),
    audit: auditOf(c, {
      action: "version.pushed",
      actorId: caller.userId,
      targetId: project.id,
      details: { base: head.number, versions: versions.length },
    }),
  });
  if (!written) throw new PushRefused("fetch first");
  let before = await readManifest(db, head.id);
  for (const { id, files } of versions) {
    const changes = changedFiles(before, files);
    await stub.appendVersionCreated({ actorId: caller.userId, versionId: id, changes });
    before = files;
  }
}

function protocolOf(c: GitContext): 0 | 1 | 2 {
  const wanted = c.req.header("git-protocol") ?? "";
  if (/(^|:)version=2($|:)/.test(wanted)) return 2;
  return /(^|:)version=1($|:)/.test(wanted) ? 1 : 0;
}

/** git compresses long requests. */
async function readBody(c: GitContext, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const zipped = c.req.header("content-encoding") === "gzip";
  const stream = zipped ? c.req.raw.body?.pipeThrough(new DecompressionStream("gzip")) : c.req.raw.body;
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of stream ?? []) {
    size += part.byteLength;
    if (size > most) throw new MalformedRequest("The request is too long.");
    parts.push(part);
  }
  return new Uint8Array(await new Blob(parts as Uint8Array<ArrayBuffer>[]).arrayBuffer());
}
