import type { SearchOptions, SearchResult } from "./search-text.ts";
import type { SearchAnswer, SearchRequest } from "./search.worker.ts";

/** A pattern that takes longer is one that explodes. */
const longest = 4_000;

/** Throws an Error with words for the person who wrote the pattern. */
export function runSearch(
  files: SearchRequest["files"],
  options: SearchOptions,
  signal: AbortSignal,
): Promise<SearchResult> {
  const worker = new Worker(new URL("./search.worker.ts", import.meta.url), { type: "module" });
  return new Promise<SearchResult>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("This pattern takes too long. Try a simpler one.")), longest);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(new DOMException("Superseded", "AbortError"));
    });
    worker.addEventListener("message", ({ data }: MessageEvent<SearchAnswer>) => {
      clearTimeout(timer);
      if ("result" in data) resolve(data.result);
      else reject(new Error(data.problem));
    });
    worker.addEventListener("error", () => {
      clearTimeout(timer);
      reject(new Error("Searching did not work here. Reload the page."));
    });
    worker.postMessage({ files, options } satisfies SearchRequest);
  }).finally(() => worker.terminate());
}
