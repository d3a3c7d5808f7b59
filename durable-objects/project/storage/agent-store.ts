// Conversations of agents in the Durable Object's own SQLite, while their generation runs. Synchronous.
import { newId } from "#db/ids.ts";
import type { ModelMessage } from "#engine/llm/provider.ts";

export interface StoredConversation {
  readonly id: string;
  readonly turns: readonly ModelMessage[];
  /** Path → SHA-256 of its content; null: deleted. */
  readonly files: ReadonlyMap<string, string | null>;
  /** Null while the conversation goes on. */
  readonly outcome: unknown;
}

export class AgentStore {
  readonly #storage: DurableObjectStorage;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
  }

  /** The conversation about this piece of work; begun when there is none. */
  open(key: string, generationId: string): StoredConversation {
    const { sql } = this.#storage;
    sql.exec(
      "INSERT INTO agent_conversations (key, id, generation_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
      key,
      newId("conversation"),
      generationId,
    );
    const { id, outcome } = sql
      .exec<{ id: string; outcome: string | null }>("SELECT id, outcome FROM agent_conversations WHERE key = ?", key)
      .one();
    const turns = sql
      .exec<{ messages: string }>("SELECT messages FROM agent_turns WHERE key = ? ORDER BY seq", key)
      .toArray()
      .flatMap((row) => JSON.parse(row.messages) as ModelMessage[]);
    const files = sql
      .exec<{ path: string; sha256: string | null }>("SELECT path, sha256 FROM agent_files WHERE key = ?", key)
      .toArray()
      .map((row) => [row.path, row.sha256] as const);
    return { id, turns, files: new Map(files), outcome: outcome === null ? null : JSON.parse(outcome) };
  }

  /** A finished turn and the files as they are after it, together. */
  addTurn(key: string, messages: readonly ModelMessage[], files: ReadonlyMap<string, string | null>): void {
    const { sql } = this.#storage;
    this.#storage.transactionSync(() => {
      sql.exec(
        "INSERT INTO agent_turns (key, seq, messages) VALUES (?, (SELECT coalesce(max(seq), 0) + 1 FROM agent_turns WHERE key = ?), ?)",
        key,
        key,
        JSON.stringify(messages),
      );
      sql.exec("DELETE FROM agent_files WHERE key = ?", key);
      for (const [path, sha256] of files)
        sql.exec("INSERT INTO agent_files (key, path, sha256) VALUES (?, ?, ?)", key, path, sha256);
    });
  }

  /** How an earlier conversation ended; null when it did not, or never was. */
  outcome(key: string): unknown {
    const [row] = this.#storage.sql
      .exec<{ outcome: string | null }>("SELECT outcome FROM agent_conversations WHERE key = ?", key)
      .toArray();
    return row?.outcome ? JSON.parse(row.outcome) : null;
  }

  end(key: string, outcome: unknown): void {
    this.#storage.sql.exec("UPDATE agent_conversations SET outcome = ? WHERE key = ?", JSON.stringify(outcome), key);
  }

  /** Once its generation is over; what people may read of it stands in D1. */
  forget(generationId: string): void {
    const { sql } = this.#storage;
    for (const table of ["agent_turns", "agent_files"])
      sql.exec(
        `DELETE FROM ${table} WHERE key IN (SELECT key FROM agent_conversations WHERE generation_id = ?)`,
        generationId,
      );
    sql.exec("DELETE FROM agent_conversations WHERE generation_id = ?", generationId);
  }
}
