// What the documentation says to an agent's question, as text for its prompt. While nothing is indexed, or when the index
// does not answer, that is the guide to generated apps alone.
import type { Chunk } from "#engine/retrieval/chunk.ts";
import { chunkDocument } from "#engine/retrieval/chunk-document.ts";
import { describeFindings } from "#engine/retrieval/describe-findings.ts";
import { guideDocuments } from "#engine/retrieval/guides.ts";
import { rerank } from "#engine/retrieval/rerank.ts";
import type { StackId } from "#engine/stacks/stack.ts";
import { docsObject } from "../../docs/docs-object.ts";
import { requestStackDocs } from "../../../workers/jobs/request-docs.ts";
import type { WorkContext } from "../effects/work.ts";

/** `only`: one library; all of the stack's without it. */
export async function findDocs(
  work: Pick<WorkContext, "env" | "db" | "record">,
  question: string,
  budgetTokens: number,
  only?: string,
): Promise<string> {
  const { env, db, record } = work;
  const { stack } = record.input;
  try {
    await requestStackDocs(env, db, stack);
    const found = await env.DOCS.get(env.DOCS.idFromName(docsObject)).search(stack, question);
    const meant = only === undefined ? found : found.filter(({ library }) => library === only);
    return describeFindings(meant.length > 0 ? meant : searchGuide(stack, question), budgetTokens);
  } catch (error) {
    console.error(JSON.stringify({ level: "error", message: "documentation was not searched", error: String(error) }));
    return describeFindings(searchGuide(stack, question), budgetTokens);
  }
}

/** Our own guide needs no index: it is small, and it is what a first generation needs most. */
function searchGuide(stack: StackId, question: string): Chunk[] {
  return rerank(question, guideDocuments(stack).documents.flatMap(chunkDocument));
}
