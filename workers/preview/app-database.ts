// The first capability of an app's isolate: its own database, chosen by us in `props`, not by the app.
import { WorkerEntrypoint } from "cloudflare:workers";
import type { SnapshotVisit } from "../../durable-objects/app-data/app-data-do.ts";
import { ownAnswer } from "../../durable-objects/app-data/own-answer.ts";
import type { DatabaseAnswer, Statement, StatementResult } from "../../durable-objects/app-data/statement.ts";
import type { Env } from "../env.ts";

export interface AppDatabaseProps {
  appId: string;
  /** The frozen copy that is shown instead, to each visitor a copy of their own. */
  snapshot?: string;
}

const visitorPattern = /^[a-z0-9]{1,40}$/;

export class AppDatabase extends WorkerEntrypoint<Env, AppDatabaseProps> {
  async run(statements: Statement[], visitor: string | null = null): Promise<DatabaseAnswer<StatementResult[]>> {
    return ownAnswer(await this.#data().run(statements, this.#visit(visitor)));
  }

  async script(sql: string, visitor: string | null = null): Promise<DatabaseAnswer<{ durationMs: number }>> {
    return ownAnswer(await this.#data().script(sql, this.#visit(visitor)));
  }

  /** Who visits counts in a snapshot alone, and never leads out of it. */
  #visit(visitor: string | null): SnapshotVisit | null {
    const { snapshot } = this.ctx.props;
    if (snapshot === undefined) return null;
    return { snapshot, visitor: visitor !== null && visitorPattern.test(visitor) ? visitor : "nobody" };
  }

  #data() {
    return this.env.APP_DATA.getByName(this.ctx.props.appId);
  }
}
