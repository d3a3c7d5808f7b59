// The pages of one library, one after the other, with pauses: we are a guest there. What cannot be read today is left as it
// was indexed last.
import type { Embedder } from "#engine/llm/embeddings.ts";
import type { SourceDocument } from "#engine/retrieval/chunk.ts";
import { cleanPage } from "#engine/retrieval/clean-page.ts";
import { readPageSets } from "#engine/retrieval/pages.ts";
import { mayRead } from "#engine/retrieval/read-robots.ts";
import type { Env } from "../../workers/env.ts";
import { sha256Hex } from "../../workers/storage/blobs.ts";
import type { DocsIndex } from "./docs-index.ts";
import { indexSource } from "./index-source.ts";

/** Sources of this scope answer for every stack that has their library. */
export const pagesScope = "pages";

const agent = "NexusGenDocs";
const userAgent = `${agent}/1.0 (documentation index; reads a few pages a week)`;
const pageMs = 20_000;
const longestPage = 2_000_000;
const pauseMs = 500;

export async function indexPages(
  env: Env,
  index: DocsIndex,
  library: string,
  embedder: Embedder,
  signal: AbortSignal,
): Promise<void> {
  const set = readPageSets(env.NEXUSGEN_DOCS_PAGES).find((candidate) => candidate.library === library);
  if (!set) return;
  const robots = new Map<string, string | null>();
  const documents: SourceDocument[] = [];
  let refusals = 0;
  for (const [at, url] of set.urls.entries()) {
    if (at > 0) await scheduler.wait(pauseMs, { signal });
    const text = (await isAllowed(url, robots, signal)) ? await readPage(url, signal) : null;
    if (text === null) refusals += 1;
    else documents.push({ library, version: "web", path: url, kind: "guide", text });
  }
  if (documents.length === 0) throw new Error(`None of the ${refusals} pages of ${library} could be read.`);
  const version = await sha256Hex(new TextEncoder().encode(JSON.stringify(documents)));
  const source = `${library}@web`;
  // Fewer pages than last time would take away what was there.
  if (refusals > 0 && index.sourcesOf(pagesScope).includes(source)) return;
  const indexed = await indexSource(index, source, version, documents, embedder, signal);
  if (indexed.kind === "failed") throw new Error(`${source} was not embedded: ${indexed.error.message}`);
  await index.assign(pagesScope, [...new Set([...index.sourcesOf(pagesScope), source])], embedder.id);
}

/** A site without rules, or whose rules are out of reach (404), lets everybody in; one that fails does not today. */
async function isAllowed(url: string, known: Map<string, string | null>, signal: AbortSignal): Promise<boolean> {
  const { origin, pathname, search } = new URL(url);
  if (!known.has(origin)) {
    const answer = await fetchText(`${origin}/robots.txt`, signal);
    const isDown = answer === null || answer.status >= 500;
    known.set(origin, isDown ? null : answer.status === 200 ? answer.text : "");
  }
  const rules = known.get(origin);
  return rules !== null && rules !== undefined && mayRead(rules, agent, pathname + search);
}

async function readPage(url: string, signal: AbortSignal): Promise<string | null> {
  const answer = await fetchText(url, signal);
  if (answer?.status !== 200) return null;
  if (/^text\/(markdown|plain)/.test(answer.type)) return answer.text;
  return /^(text\/html|application\/xhtml)/.test(answer.type) ? cleanPage(answer.text) : null;
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

async function fetchText(url: string, signal: AbortSignal): Promise<Answer | null> {
  try {
    const response = await fetch(url, {
      headers: { "user-agent": userAgent, accept: "text/markdown, text/html;q=0.9, text/plain;q=0.8" },
      // Another site has other rules.
      redirect: "manual",
      signal: AbortSignal.any([signal, AbortSignal.timeout(pageMs)]),
    });
    const text = await readUpTo(response, longestPage);
    if (text === null) return null;
    return { status: response.status, type: response.headers.get("content-type") ?? "", text };
  } catch {
    signal.throwIfAborted();
    return null;
  }
}

async function readUpTo(response: Response, most: number): Promise<string | null> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > most) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
