import { useEffect, useState } from "react";
import type { ModelMeta } from "../../shared/model.ts";
import { say } from "../../shared/say.ts";
import { type AllRecords, loadAll } from "./all-records.ts";

/** The records of a model, asked for again when the page is told to renew itself; `problem` says why there are none. */
export function useAllRecords(model: ModelMeta): { loaded: AllRecords | null; problem: string } {
  const [loaded, setLoaded] = useState<AllRecords | null>(null);
  const [problem, setProblem] = useState("");
  useEffect(() => {
    const abort = new AbortController();
    const load = (): void => {
      loadAll(model, abort.signal).then(setLoaded, (error: unknown) => {
        if (!abort.signal.aborted) setProblem(error instanceof Error ? error.message : say.loadingFailed);
      });
    };
    load();
    addEventListener("app:renew", load);
    return () => {
      abort.abort();
      removeEventListener("app:renew", load);
    };
  }, [model]);
  return { loaded, problem };
}
