// The receiving side of `git push`: one branch, forward only. The commits between the branch and the pushed one become
// versions; everything is checked before anything is written.
import { checkPathSet, RefusedInput } from "#builder/project-path.ts";
import { newId } from "#db/ids.ts";
import type { CommitSource } from "#db/queries/version-commits.ts";
import type { Manifest } from "#db/schema/index.ts";
import { mostTreeBytes, mostTreeFiles } from "../api/edit/apply-changes.ts";
import type { BlobStore } from "../storage/blobs.ts";
import type { CommitRecord, CommitRecords, RecordFile } from "./commit-records.ts";
import type { ExtraObjects } from "./extra-objects.ts";
import { buildTrees, decodeCommit, decodeTree, type FileMode, type GitObject } from "./objects.ts";
import { readPack, type Pack } from "./pack.ts";
import { decodePackets, encodeBand, encodePackets, MalformedRequest, packetText } from "./pkt-line.ts";
import { agent, branch, encodeService, listRefs } from "./upload-pack.ts";

export const mostPackBytes = 32 * 1024 * 1024;
const mostObjects = 20_000;
/** Each becomes a version. */
const mostCommits = 50;
const zero = "0".repeat(40);

/** Said to the person who pushed, beside the branch. */
export class PushRefused extends Error {}

export function advertiseReceiving(head: string | null): Uint8Array<ArrayBuffer> {
  // `no-thin`: a pack that needs objects of ours to be read would have to be completed first.
  const abilities = `report-status side-band-64k no-thin object-format=sha1 ${agent}`;
  const refs = head === null ? listRefs(null, abilities) : [`${head} ${branch}\0${abilities}\n`];
  return encodePackets([...encodeService("git-receive-pack"), ...refs, "flush"]);
}

export interface PushRequest {
  old: string;
  wanted: string;
  ref: string;
  banded: boolean;
  pack: Uint8Array<ArrayBuffer>;
}

/** null: git asks first whether it may push at all. */
export function readPush(body: Uint8Array<ArrayBuffer>): PushRequest | null {
  const { packets, rest } = decodePackets(body, true);
  const commands = packets.filter((packet) => packet !== "flush").map(packetText);
  const [first] = commands;
  if (first === undefined) return null;
  const [command = "", abilities = ""] = first.split("\0");
  const [, old, wanted, ref] = /^([0-9a-f]{40}) ([0-9a-f]{40}) (\S+)$/.exec(command) ?? [];
  if (old === undefined || wanted === undefined || ref === undefined)
    throw new MalformedRequest("The push could not be read.");
  if (commands.length > 1) throw new MalformedRequest("Push one branch at a time.");
  return { old, wanted, ref, banded: abilities.includes("side-band-64k"), pack: rest };
}

export function reportPush({ ref, banded }: PushRequest, refusal: string | null): Uint8Array<ArrayBuffer> {
  const report = encodePackets(["unpack ok\n", refusal === null ? `ok ${ref}\n` : `ng ${ref} ${refusal}\n`, "flush"]);
  return banded ? encodePackets([...encodeBand(1, report), "flush"]) : report;
}

export interface NewVersion {
  id: string;
  message: string;
  record: CommitRecord;
  files: Manifest;
}

interface Target {
  /** Oldest first, each with its commit. */
  line: readonly CommitSource[];
  records: CommitRecords;
  blobs: BlobStore;
  extras: ExtraObjects;
}

/** The versions a push makes, oldest first; their records and objects are stored, the versions are not. */
export async function preparePush(push: PushRequest, target: Target): Promise<NewVersion[]> {
  const head = target.line.at(-1);
  if (push.ref !== branch) throw new PushRefused("only main can be pushed: a branch here is a fork of the project");
  if (push.wanted === zero) throw new PushRefused("main cannot be deleted");
  if (head === undefined || head.commitSha === null)
    throw new PushRefused("there are no files yet; start a generation first");
  if (push.old !== head.commitSha) throw new PushRefused("fetch first");
  if (push.pack.byteLength > mostPackBytes) throw new PushRefused("the push is larger than 32 MB");
  const pack = await readPack(push.pack, mostObjects);
  const path = await findPath(pack, push.wanted, head.commitSha, target.line);
  if (path.length > mostCommits) throw new PushRefused(`push at most ${mostCommits} commits at once`);
  const known = new KnownObjects(target, await target.records.read(head));
  const versions: NewVersion[] = [];
  for (const oid of path) {
    const version = await makeVersion(oid, pack, known, target.blobs);
    known.add(version.record);
    versions.push(version);
  }
  await storeExtras(pack, versions, target.extras);
  for (const { id, record } of versions) await target.records.write(id, record);
  return versions;
}

/** From the old head (without it) to the pushed commit, along first parents where they lead there. */
async function findPath(pack: Pack, wanted: string, old: string, line: readonly CommitSource[]): Promise<string[]> {
  const older = new Set(line.map(({ commitSha }) => commitSha));
  const dead = new Set<string>();
  const path: string[] = [];
  // Depth first, without recursion: a long side branch must not exhaust the stack.
  const stack: { oid: string; parents: string[] }[] = [];
  const enter = async (oid: string): Promise<boolean> => {
    const commit = await pack.read(oid);
    if (commit?.type !== "commit") {
      if (!older.has(oid)) throw new PushRefused("the push is incomplete: fetch, then push again");
      dead.add(oid);
      return false;
    }
    stack.push({ oid, parents: [...decodeCommit(commit.bytes).parents] });
    return true;
  };
  if (wanted === old) throw new PushRefused("there is nothing new");
  await enter(wanted);
  while (stack.length > 0) {
    const top = stack.at(-1);
    const parent = top?.parents.shift();
    if (parent === undefined) {
      const left = stack.pop();
      if (left) dead.add(left.oid);
    } else if (parent === old) {
      path.push(...stack.map(({ oid }) => oid));
      return path.toReversed();
    } else if (!dead.has(parent)) await enter(parent);
  }
  throw new PushRefused("non-fast-forward");
}

/** Blobs by their name in git, and trees, of the versions there are. The older ones are read when they are needed. */
class KnownObjects {
  readonly #target: Target;
  readonly #files = new Map<string, RecordFile>();
  readonly #trees = new Map<string, GitObject>();
  #complete = false;
  #head: CommitRecord;

  constructor(target: Target, head: CommitRecord) {
    this.#target = target;
    this.#head = head;
    this.add(head);
  }

  get head(): CommitRecord {
    return this.#head;
  }

  add(record: CommitRecord): void {
    this.#head = record;
    for (const file of record.files) this.#files.set(file.oid, file);
  }

  async blob(oid: string): Promise<RecordFile | undefined> {
    if (!this.#files.has(oid)) await this.#readAll();
    return this.#files.get(oid);
  }

  async tree(oid: string): Promise<GitObject | undefined> {
    if (this.#trees.size === 0) await this.#addTrees(this.#head);
    if (!this.#trees.has(oid)) await this.#readAll();
    return this.#trees.get(oid);
  }

  async #readAll(): Promise<void> {
    if (this.#complete) return;
    this.#complete = true;
    for (const version of this.#target.line) {
      const record = await this.#target.records.read(version);
      for (const file of record.files) this.#files.set(file.oid, file);
      await this.#addTrees(record);
    }
  }

  async #addTrees(record: CommitRecord): Promise<void> {
    for (const [oid, tree] of (await buildTrees(record.files)).trees) this.#trees.set(oid, tree);
  }
}

async function makeVersion(oid: string, pack: Pack, known: KnownObjects, blobs: BlobStore): Promise<NewVersion> {
  const object = await pack.read(oid);
  if (object?.type !== "commit") throw new PushRefused("the push is incomplete: fetch, then push again");
  const { tree, parents, message } = decodeCommit(object.bytes);
  const found: { path: string; mode: FileMode; oid: string }[] = [];
  await listTree(tree, "", found, pack, known);
  if (found.length > mostTreeFiles) throw new PushRefused(`a version has at most ${mostTreeFiles} files`);
  try {
    checkPathSet(found.map(({ path }) => path));
  } catch (error) {
    if (error instanceof RefusedInput) throw new PushRefused(oneLine(error.message));
    throw error;
  }
  const files: RecordFile[] = [];
  let left = mostTreeBytes;
  for (const file of found) {
    const stored = await storeBlob(file.oid, pack, known, blobs);
    left -= stored.size;
    if (left < 0) throw new PushRefused(`a version has at most ${mostTreeBytes / 2 ** 20} MB`);
    files.push({ ...file, ...stored });
  }
  // What is served later is made from the files: it must be the same tree.
  if ((await buildTrees(files)).root !== tree) throw new PushRefused("a folder of it is not in git's order");
  const record = { commit: oid, bytes: object.bytes.toBase64(), tree, parents, files, extras: [] };
  const manifest: Manifest = Object.fromEntries(
    files.toSorted((a, b) => (a.path < b.path ? -1 : 1)).map(({ path, sha256, size }) => [path, { sha256, size }]),
  );
  return { id: newId("version"), message: titleOf(message), record, files: manifest };
}

async function listTree(
  oid: string,
  prefix: string,
  found: { path: string; mode: FileMode; oid: string }[],
  pack: Pack,
  known: KnownObjects,
): Promise<void> {
  const tree = (await pack.read(oid)) ?? (await known.tree(oid));
  if (tree?.type !== "tree") throw new PushRefused("the push is incomplete: fetch, then push again");
  for (const entry of decodeTree(tree.bytes)) {
    const path = `${prefix}${entry.name}`;
    if (found.length > mostTreeFiles || prefix.length > 2_000) throw new PushRefused("a version has fewer files");
    if (entry.mode === "40000") await listTree(entry.oid, `${path}/`, found, pack, known);
    else if (entry.mode === "100644" || entry.mode === "100755") found.push({ path, mode: entry.mode, oid: entry.oid });
    else throw new PushRefused(`${oneLine(path)} is a link or a submodule, which versions do not hold`);
  }
}

async function storeBlob(oid: string, pack: Pack, known: KnownObjects, blobs: BlobStore) {
  const pushed = await pack.read(oid);
  if (pushed?.type === "blob") return blobs.put(pushed.bytes);
  const file = await known.blob(oid);
  if (file === undefined) throw new PushRefused("the push is incomplete: fetch, then push again");
  return { sha256: file.sha256, size: file.size };
}

/** Whatever no version can give back stays as it came, with the last version. */
async function storeExtras(pack: Pack, versions: readonly NewVersion[], extras: ExtraObjects): Promise<void> {
  const held = new Set<string>();
  for (const { record } of versions) {
    held.add(record.commit);
    for (const file of record.files) held.add(file.oid);
    for (const oid of (await buildTrees(record.files)).trees.keys()) held.add(oid);
  }
  const last = versions.at(-1);
  for (const oid of pack.oids) {
    if (held.has(oid)) continue;
    const object = await pack.read(oid);
    if (object === undefined) continue;
    await extras.put(oid, object);
    last?.record.extras.push(oid);
  }
}

function titleOf(message: string): string {
  const [first = ""] = message.split("\n");
  return first.trim().slice(0, 500) || "Pushed without a message";
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ");
