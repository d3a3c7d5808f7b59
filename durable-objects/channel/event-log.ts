// The ordered log of one Durable Object: append gives the next `seq`, `since` replays. Storage only; knows no sockets.
// Bounded: past `keep` events the oldest go, and a reader from before them is told that there is a gap.
import { protocolVersion, type Actor } from "#protocol/envelope.ts";
import type { ProjectEvents, ProjectEventType } from "#protocol/project-events.ts";

/** The part of Durable Object SQL storage that the log needs. */
export interface LogSql {
  exec<T extends Record<string, SqlStorageValue>>(
    query: string,
    ...bindings: unknown[]
  ): Iterable<T> & { toArray(): T[] };
}

interface EventRow extends Record<string, SqlStorageValue> {
  seq: number;
  json: string;
}

const keep = 50_000;
/** Trimming deletes this many at once, so that it is rare. */
const slack = 2_000;
/** Characters of one page of a replay; keeps frames and memory small however long the log lines are. */
const pageCharacters = 512_000;

export class EventLog {
  readonly #sql: LogSql;
  #newest = 0;
  #oldest = 1;

  constructor(sql: LogSql) {
    this.#sql = sql;
    sql.exec("CREATE TABLE IF NOT EXISTS events (seq INTEGER PRIMARY KEY, json TEXT NOT NULL)");
    this.reload();
  }

  /** `seq` of the last event; 0 when there is none. */
  get newest(): number {
    return this.#newest;
  }

  /** `seq` of the first event still held. */
  get oldest(): number {
    return this.#oldest;
  }

  /** Gives the event's place and its serialised envelope. */
  append<T extends ProjectEventType>(type: T, actor: Actor, data: ProjectEvents[T]): { seq: number; json: string } {
    const seq = this.#newest + 1;
    const json = JSON.stringify({
      v: protocolVersion,
      seq,
      id: `evt_${crypto.randomUUID().replaceAll("-", "")}`,
      ts: new Date().toISOString(),
      type,
      actor,
      data,
    });
    this.#sql.exec("INSERT INTO events (seq, json) VALUES (?, ?)", seq, json);
    this.#newest = seq;
    if (seq - this.#oldest >= keep + slack) {
      this.#sql.exec("DELETE FROM events WHERE seq <= ?", seq - keep);
      this.#oldest = seq - keep + 1;
    }
    return { seq, json };
  }

  /** After a rolled-back transaction the counters in memory are ahead of the table: read them again. */
  reload(): void {
    const [row] = this.#sql
      .exec<{ oldest: number | null; newest: number | null }>(
        "SELECT min(seq) AS oldest, max(seq) AS newest FROM events",
      )
      .toArray();
    this.#newest = row?.newest ?? 0;
    this.#oldest = row?.oldest ?? 1;
  }

  /** True when events after `seq` have been trimmed away. */
  hasGapAfter(seq: number): boolean {
    return seq + 1 < this.#oldest;
  }

  /** Serialised envelopes strictly after `seq`, ascending, at most `limit`. */
  since(seq: number, limit: number): { seq: number; json: string }[] {
    const page: { seq: number; json: string }[] = [];
    let characters = 0;
    for (const row of this.#sql.exec<EventRow>(
      "SELECT seq, json FROM events WHERE seq > ? ORDER BY seq LIMIT ?",
      seq,
      limit,
    )) {
      page.push({ seq: row.seq, json: row.json });
      characters += row.json.length;
      if (characters > pageCharacters) break;
    }
    return page;
  }
}
