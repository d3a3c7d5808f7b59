// Tables of a project's Durable Object: its own SQLite, not D1 and not wrangler's `[[migrations]]`.
// A statement list per schema version; a step is never edited after it has shipped, only followed by another.
export const schemaSteps: readonly (readonly string[])[] = [
  [
    // One row a generation. `context` is the machine's LoopContext, `view` what the API shows, `prd` the newest plan.
    `CREATE TABLE generations (
      id TEXT PRIMARY KEY, input TEXT NOT NULL, context TEXT NOT NULL, view TEXT NOT NULL, prd TEXT,
      mirrored INTEGER NOT NULL DEFAULT 0, created_at TEXT NOT NULL)`,
    // The outbox: what has to run for the state that was stored with it. At most one row a generation.
    // token: makes the ids of what the effect creates, so that running it twice creates it once.
    `CREATE TABLE effects (
      generation_id TEXT PRIMARY KEY, run INTEGER NOT NULL, work TEXT NOT NULL, token TEXT NOT NULL,
      not_before INTEGER NOT NULL, failures INTEGER NOT NULL DEFAULT 0, started INTEGER NOT NULL DEFAULT 0)`,
    `CREATE TABLE steps (
      id INTEGER PRIMARY KEY AUTOINCREMENT, generation_id TEXT NOT NULL, state TEXT NOT NULL,
      started_at INTEGER NOT NULL, ended_at INTEGER)`,
    `CREATE TABLE tickets (hash TEXT PRIMARY KEY, user_id TEXT NOT NULL, can_write INTEGER NOT NULL, expires_at INTEGER NOT NULL)`,
  ],
  [
    // What agents have said and done in a generation that is not over, so that a killed process goes on in mid-conversation.
    // key: which piece of work it is. outcome: JSON, once the conversation has ended.
    `CREATE TABLE agent_conversations (
      key TEXT PRIMARY KEY, id TEXT NOT NULL, generation_id TEXT NOT NULL, outcome TEXT)`,
    // messages: JSON of one finished turn, in the form that goes back to the model.
    `CREATE TABLE agent_turns (key TEXT NOT NULL, seq INTEGER NOT NULL, messages TEXT NOT NULL, PRIMARY KEY (key, seq))`,
    // Files that a conversation has changed; sha256 NULL: deleted.
    `CREATE TABLE agent_files (key TEXT NOT NULL, path TEXT NOT NULL, sha256 TEXT, PRIMARY KEY (key, path))`,
  ],
  [
    // What a generation spent on models. month: '2026-11', UTC. D1 gets a copy.
    `CREATE TABLE model_usage (
      generation_id TEXT NOT NULL, month TEXT NOT NULL, key_source TEXT NOT NULL, calls INTEGER NOT NULL,
      input_tokens INTEGER NOT NULL, cached_tokens INTEGER NOT NULL, output_tokens INTEGER NOT NULL,
      cost_usd REAL NOT NULL, lost_usd REAL NOT NULL, PRIMARY KEY (generation_id, month, key_source))`,
  ],
  [
    // What the running app reported. error: JSON of the structured error. pages: JSON, newest first.
    // generation_id: the last repair; returned: the version that came of it reported the problem again.
    `CREATE TABLE problems (
      id TEXT PRIMARY KEY, environment TEXT NOT NULL, signature TEXT NOT NULL, kind TEXT NOT NULL, error TEXT NOT NULL,
      route TEXT, pages TEXT NOT NULL, clicked TEXT, count INTEGER NOT NULL, version_id TEXT, first_at TEXT NOT NULL,
      last_at TEXT NOT NULL, dismissed_at TEXT, generation_id TEXT, automatic INTEGER NOT NULL DEFAULT 0, repair_at TEXT,
      returned INTEGER NOT NULL DEFAULT 0, UNIQUE (environment, signature))`,
  ],
];

export function migrateStorage(storage: DurableObjectStorage): void {
  const { sql } = storage;
  storage.transactionSync(() => {
    sql.exec("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)");
    const [row] = sql.exec<{ version: number }>("SELECT version FROM schema_version").toArray();
    const from = row?.version ?? 0;
    for (const step of schemaSteps.slice(from)) for (const statement of step) sql.exec(statement);
    if (from === schemaSteps.length) return;
    sql.exec("DELETE FROM schema_version");
    sql.exec("INSERT INTO schema_version (version) VALUES (?)", schemaSteps.length);
  });
}
