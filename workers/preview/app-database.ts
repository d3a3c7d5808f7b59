// The first capability of an app's isolate: its own database, chosen by us in `props`, not by the app.
import { WorkerEntrypoint } from "cloudflare:workers";
import type { DatabaseAnswer, Statement, StatementResult } from "../../durable-objects/app-data/statement.ts";
import type { Env } from "../env.ts";

export interface AppDatabaseProps {
  appId: string;
}

export class AppDatabase extends WorkerEntrypoint<Env, AppDatabaseProps> {
  run(statements: Statement[]): Promise<DatabaseAnswer<StatementResult[]>> {
    return this.#data().run(statements);
  }

  script(sql: string): Promise<DatabaseAnswer<{ durationMs: number }>> {
    return this.#data().script(sql);
  }

  #data() {
    return this.env.APP_DATA.getByName(this.ctx.props.appId);
  }
}
