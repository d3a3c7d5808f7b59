// Documentation in SQLite: the pieces, their words (FTS5), and which source of which stack is indexed. Vectors stand in a
// VectorStore beside it. Knows neither Cloudflare nor the network: `sql` is a Durable Object's or node:sqlite's.
import { type Chunk, retrievalLimits } from "#engine/retrieval/chunk.ts";
import { intentsOf } from "#engine/retrieval/intents.ts";
import { fuseRanks } from "#engine/retrieval/fuse-ranks.ts";
import { rerank } from "#engine/retrieval/rerank.ts";
import { alikeTerms, expandIdentifiers, queryTerms } from "#engine/retrieval/split-terms.ts";
import type { Embedder } from "#engine/llm/embeddings.ts";
import type { Sql } from "../../workers/storage/vectors/sql.ts";
import type { VectorStore } from "../../workers/storage/vectors/vector-store.ts";

export interface DocsQuery {
  readonly question: string;
  /** Sources that may answer, `hono@4.13.19`; see `sourcesOf`. */
  readonly sources: readonly string[];
}

/** How each way of searching did, for measuring them apart. */
export interface Found {
  readonly vector: readonly string[];
  readonly text: readonly string[];
  readonly hybrid: readonly string[];
  readonly reranked: readonly Chunk[];
}

interface ChunkRow extends Record<string, string | number> {
  id: string;
  source: string;
  path: string;
  kind: string;
  heading: string;
  line: number;
  text: string;
}

/** A word in the heading counts as much as this many in the text. */
const titleWeight = 3;
/** Of words and of vectors when their lists become one: measured by `npm run bench -- retrieval`. */
const weights = [1, 0.5];
/** Vectors cannot be asked for some sources alone: more than are wanted, then those of the sources. */
const vectorsAsked = 60;
const schema = [
  `CREATE TABLE IF NOT EXISTS sources (
    source TEXT NOT NULL, version TEXT NOT NULL, embedder TEXT NOT NULL, chunks INTEGER NOT NULL, indexed_at INTEGER NOT NULL,
    PRIMARY KEY (source, embedder))`,
  `CREATE TABLE IF NOT EXISTS scopes (
    scope TEXT NOT NULL, source TEXT NOT NULL, embedder TEXT NOT NULL, PRIMARY KEY (scope, source))`,
  `CREATE TABLE IF NOT EXISTS chunks (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, source TEXT NOT NULL, path TEXT NOT NULL, kind TEXT NOT NULL,
    heading TEXT NOT NULL, line INTEGER NOT NULL, text TEXT NOT NULL)`,
  `CREATE INDEX IF NOT EXISTS chunks_source ON chunks (source)`,
  `CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(title, body, content='', contentless_delete=1, tokenize='porter unicode61')`,
];

export class DocsIndex {
  readonly #sql: Sql;
  readonly #vectors: VectorStore;

  constructor(sql: Sql, vectors: VectorStore) {
    this.#sql = sql;
    this.#vectors = vectors;
    for (const statement of schema) sql(statement);
  }

  /** Whether this version of the source stands in the index with vectors of this embedder. */
  holds(source: string, version: string, embedder: string): boolean {
    const [row] = this.#sql<{ version: string }>(
      "SELECT version FROM sources WHERE source = ? AND embedder = ?",
      source,
      embedder,
    );
    return row?.version === version;
  }

  /** Replaces what the source had. `version`: what makes another one necessary, when it changes. */
  async put(
    source: string,
    version: string,
    chunks: readonly Chunk[],
    vectors: readonly Float32Array[],
    embedder: string,
  ) {
    const namespace = namespaceOf(embedder);
    const before = this.#sql<{ id: string }>("SELECT id FROM chunks WHERE source = ?", source).map(({ id }) => id);
    const ids = new Set(chunks.map(({ id }) => id));
    // The vectors first: a piece that is found by its words alone is better than a vector that leads nowhere.
    await this.#vectors.upsert(
      namespace,
      chunks.flatMap(({ id }, at) => {
        const vector = vectors[at];
        return vector ? [{ id, vector }] : [];
      }),
    );
    await this.#vectors.remove(
      namespace,
      before.filter((id) => !ids.has(id)),
    );
    this.#dropChunks(source);
    for (const { id, path, kind, heading, line, text } of chunks) {
      const [written] = this.#sql<{ row: number }>(
        "INSERT INTO chunks (id, source, path, kind, heading, line, text) VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING row",
        id,
        source,
        path,
        kind,
        heading,
        line,
        text,
      );
      if (!written) throw new Error(`The piece ${id} was not stored.`);
      const title = titleOf(source, heading, path);
      this.#sql("INSERT INTO words (rowid, title, body) VALUES (?, ?, ?)", written.row, title, expandIdentifiers(text));
    }
    this.#sql(
      "INSERT INTO sources (source, version, embedder, chunks, indexed_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (source, embedder) DO UPDATE SET version = excluded.version, chunks = excluded.chunks, indexed_at = excluded.indexed_at",
      source,
      version,
      embedder,
      chunks.length,
      Date.now(),
    );
  }

  /** `scope`: a stack, or the pages. From now on these sources are its own; those of no scope go. */
  async assign(scope: string, sources: readonly string[], embedder: string): Promise<void> {
    this.#sql("DELETE FROM scopes WHERE scope = ?", scope);
    for (const source of sources)
      this.#sql("INSERT OR IGNORE INTO scopes (scope, source, embedder) VALUES (?, ?, ?)", scope, source, embedder);
    const unused = this.#sql<{ source: string; embedder: string }>(
      "SELECT source, embedder FROM sources WHERE source NOT IN (SELECT source FROM scopes)",
    );
    for (const { source, embedder } of unused) {
      const ids = this.#sql<{ id: string }>("SELECT id FROM chunks WHERE source = ?", source).map(({ id }) => id);
      await this.#vectors.remove(namespaceOf(embedder), ids);
      this.#dropChunks(source);
      this.#sql("DELETE FROM sources WHERE source = ?", source);
    }
  }

  sourcesOf(scope: string): string[] {
    return this.#sql<{ source: string }>("SELECT source FROM scopes WHERE scope = ? ORDER BY source", scope).map(
      ({ source }) => source,
    );
  }

  /** Whose vectors a scope's sources have; null while it has none. */
  embedderOf(scope: string): string | null {
    const [row] = this.#sql<{ embedder: string }>("SELECT embedder FROM scopes WHERE scope = ? LIMIT 1", scope);
    return row?.embedder ?? null;
  }

  /** The pieces that answer a question, best first; without an embedder, or when it does not answer, by their words alone. */
  async search(query: DocsQuery, embedder: Embedder | null, signal: AbortSignal): Promise<Found> {
    const { candidates } = retrievalLimits;
    const text = this.#searchWords(query, candidates);
    const vector = embedder ? await this.#searchVectors(query, embedder, candidates, signal) : [];
    const hybrid = fuseRanks([text, vector], weights).slice(0, candidates);
    const found = this.read([...new Set([...hybrid, ...text, ...vector])]);
    const ordered = fuseRanks([text, vector], weights).flatMap((id) => found.get(id) ?? []);
    return { vector, text, hybrid, reranked: rerank(query.question, ordered) };
  }

  get size(): { chunks: number; sources: number } {
    const [row] = this.#sql<{ chunks: number; sources: number }>(
      "SELECT (SELECT count(*) FROM chunks) AS chunks, (SELECT count(DISTINCT source) FROM sources) AS sources",
    );
    return row ?? { chunks: 0, sources: 0 };
  }

  #searchWords({ question, sources }: DocsQuery, most: number): string[] {
    const terms = queryTerms(question);
    const match = [...terms, ...alikeTerms(terms)].map((term) => `"${term}"`).join(" OR ");
    if (match === "" || sources.length === 0) return [];
    return this.#sql<{ id: string }>(
      `SELECT chunks.id AS id FROM words JOIN chunks ON chunks.row = words.rowid
       WHERE words MATCH ? AND chunks.source IN (SELECT value FROM json_each(?))
       ORDER BY bm25(words, ${titleWeight}, 1.0) LIMIT ?`,
      match,
      JSON.stringify(sources),
      most,
    ).map(({ id }) => id);
  }

  async #searchVectors({ question, sources }: DocsQuery, embedder: Embedder, most: number, signal: AbortSignal) {
    const embedded = await embedder.embed([question], signal);
    const vector = embedded.ok ? embedded.vectors[0] : undefined;
    if (!vector) return [];
    const matches = await this.#vectors.query(namespaceOf(embedder.id), vector, vectorsAsked);
    const allowed = new Set(sources);
    return matches
      .map(({ id }) => id)
      .filter((id) => allowed.has(sourceOf(id)))
      .slice(0, most);
  }

  /** By id; those that are gone are left out. */
  read(ids: readonly string[]): Map<string, Chunk> {
    const rows = this.#sql<ChunkRow>(
      "SELECT id, source, path, kind, heading, line, text FROM chunks WHERE id IN (SELECT value FROM json_each(?))",
      JSON.stringify(ids),
    );
    return new Map(rows.map((row) => [row.id, toChunk(row)]));
  }

  #dropChunks(source: string): void {
    this.#sql("DELETE FROM words WHERE rowid IN (SELECT row FROM chunks WHERE source = ?)", source);
    this.#sql("DELETE FROM chunks WHERE source = ?", source);
  }
}

/** Documentation belongs to everybody; what belongs to a tenant gets a namespace with its id. */
function namespaceOf(embedder: string): string {
  return `docs/${embedder}`;
}

function sourceOf(id: string): string {
  const at = id.indexOf("@", 1);
  return id.slice(0, id.indexOf("/", at));
}

/** What a piece is called, and is for: of a guide also its file, whose name says what it is about. */
function titleOf(source: string, heading: string, path: string): string {
  const file = path.endsWith(".md") ? (path.split("/").at(-1) ?? "").replace(".md", "") : "";
  const library = source.slice(0, source.indexOf("@", 1));
  return expandIdentifiers(`${library} ${heading} ${file} ${intentsOf(library, heading)}`);
}

function toChunk({ id, source, path, kind, heading, line, text }: ChunkRow): Chunk {
  const at = source.indexOf("@", 1);
  return {
    id,
    library: source.slice(0, at),
    version: source.slice(at + 1),
    path,
    kind: kind === "guide" ? "guide" : "declarations",
    heading,
    line,
    text,
  };
}
