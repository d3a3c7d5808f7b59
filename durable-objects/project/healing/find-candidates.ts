// What the fix cache has for the causes of a failure, best first: the workspace's own fixes for the same signature, then what
// others lend for it; or, where asked, the workspace's own for signatures that are near. Others' fixes are never taken for
// a signature that is only near.
import { findFixes, findSharedFixes, keepFix, type SharedFix, standingOf } from "#db/queries/fix-memory.ts";
import type { Database } from "#db/client.ts";
import type { FixRow } from "#db/schema/index.ts";
import type { Fix } from "#engine/heal/cache/fix.ts";
import type { Candidate } from "#engine/heal/cache/propose-from-cache.ts";
import { isSameKind } from "#engine/heal/cache/similar.ts";
import { confidenceOf, isOffered } from "#engine/heal/cache/standing.ts";
import type { Signature } from "#engine/heal/signature/sign-error.ts";
import type { Env } from "../../../workers/env.ts";
import { FixStore } from "../../../workers/storage/fix-store.ts";

/** For one signature: reading them costs a request each. */
const mostRead = 6;
/** A failure with more is a landslide that no cache mends. */
const mostSignatures = 20;

export interface CacheOf {
  readonly env: Pick<Env, "BLOBS" | "FIXES">;
  readonly db: Database;
  readonly workspaceId: string;
}

export interface Found {
  /** By the hash of the signature. */
  readonly candidates: ReadonlyMap<string, readonly Candidate[]>;
  /** By the id of the candidate: those that other workspaces lend. */
  readonly lent: ReadonlyMap<string, Lent>;
}

interface Lent {
  readonly row: SharedFix;
  readonly fix: Fix;
}

export async function findExact(cache: CacheOf, signatures: readonly Signature[]): Promise<Found> {
  const { env, db, workspaceId } = cache;
  const asked = distinct(signatures);
  const hashes = asked.map(({ hash }) => hash);
  const [own, shared] = await Promise.all([
    findFixes(db, workspaceId, hashes),
    findSharedFixes(db, workspaceId, hashes),
  ]);
  // How a borrowed fix did here counts here: then there is a row of one's own.
  const known = new Set(own.map(keyOf));
  const lent = new Map<string, Lent>();
  const candidates = new Map<string, readonly Candidate[]>();
  for (const { hash } of asked) {
    const found = await readOwn(env, ordered(own.filter(({ signature }) => signature === hash)));
    const others = shared.filter((each) => each.signature === hash && !known.has(keyOf(each)));
    for (const row of others.slice(0, mostRead - found.length)) {
      const fix = await new FixStore(env.BLOBS, row.workspaceId).get(row.fingerprint);
      if (fix === null) continue;
      lent.set(keyOf(row), { row, fix });
      found.push({ id: keyOf(row), fix, isShared: true });
    }
    candidates.set(hash, found);
  }
  return { candidates, lent };
}

export async function findSimilar(cache: CacheOf, signatures: readonly Signature[]): Promise<Found> {
  const { env, db, workspaceId } = cache;
  const index = env.FIXES.get(env.FIXES.idFromName(workspaceId));
  const candidates = new Map<string, readonly Candidate[]>();
  for (const { hash, text } of distinct(signatures)) {
    const near = new Map((await index.nearest(hash, text)).map(({ id, score }) => [id, score]));
    const rows = await findFixes(db, workspaceId, [...near.keys()]);
    const offered = ordered(rows.filter(({ signatureText }) => isSameKind(signatureText, text))).toSorted(
      (one, other) => (near.get(other.signature) ?? 0) - (near.get(one.signature) ?? 0),
    );
    candidates.set(hash, await readOwn(env, offered));
  }
  return { candidates, lent: new Map() };
}

/** Ids of the workspace's own: what was lent becomes so when it is used. */
export async function takeOver(
  { env, db, workspaceId }: CacheOf,
  ids: readonly string[],
  lent: Found["lent"],
): Promise<string[]> {
  const own: string[] = [];
  for (const id of new Set(ids)) {
    const borrowed = lent.get(id);
    if (borrowed === undefined) {
      own.push(id);
      continue;
    }
    const { signature, signatureText, summary, origin } = borrowed.row;
    const fingerprint = await new FixStore(env.BLOBS, workspaceId).put(borrowed.fix);
    const origins = { origin, message: null, projectId: null, shareable: true, borrowed: true };
    const kept = await keepFix(db, { workspaceId, signature, signatureText, fingerprint, summary, ...origins });
    own.push(kept.id);
  }
  return own;
}

const keyOf = ({ signature, fingerprint }: Pick<FixRow, "signature" | "fingerprint">) => `${signature} ${fingerprint}`;

function distinct(signatures: readonly Signature[]): Signature[] {
  return [...new Map(signatures.map((each) => [each.hash, each])).values()].slice(0, mostSignatures);
}

/** Those that may be used, most trusted first. */
function ordered(rows: readonly FixRow[]): FixRow[] {
  const now = Date.now();
  const trust = new Map(rows.map((row) => [row.id, confidenceOf(standingOf(row), now)]));
  return rows
    .filter((row) => isOffered(standingOf(row), now))
    .toSorted(
      (one, other) =>
        (trust.get(other.id) ?? 0) - (trust.get(one.id) ?? 0) ||
        other.successes - one.successes ||
        (one.id < other.id ? -1 : 1),
    );
}

async function readOwn({ BLOBS }: CacheOf["env"], rows: readonly FixRow[]): Promise<Candidate[]> {
  const read = await Promise.all(
    rows.slice(0, mostRead).map(async ({ id, workspaceId, fingerprint, borrowed }) => {
      const fix = await new FixStore(BLOBS, workspaceId).get(fingerprint);
      return fix && { id, fix, isShared: borrowed };
    }),
  );
  return read.filter((candidate) => candidate !== null);
}
