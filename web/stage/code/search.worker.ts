// Searches on a thread of its own, so that a slow pattern can be ended without the page noticing.
import { searchText, type SearchOptions, type SearchResult } from "./search-text.ts";

export interface SearchRequest {
  files: readonly { path: string; text: string | null }[];
  options: SearchOptions;
}
export type SearchAnswer = { result: SearchResult } | { problem: string };

addEventListener("message", ({ data }: MessageEvent<SearchRequest>) => {
  postMessage(answer(data));
});

function answer({ files, options }: SearchRequest): SearchAnswer {
  try {
    return { result: searchText(files, options) };
  } catch (error) {
    return { problem: error instanceof SyntaxError ? "This is not a regular expression." : String(error) };
  }
}
