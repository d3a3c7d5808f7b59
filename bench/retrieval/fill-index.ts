// The index as the platform has it, on node:sqlite, from the stores of a real builder.
import { statSync } from "node:fs";
import { join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { startTestBuilder } from "#builder/builder.fixture.ts";
import { documentsResultSchema } from "#builder/protocol.ts";
import type { Embedder } from "#engine/llm/embeddings.ts";
import { guideDocuments } from "#engine/retrieval/guides.ts";
import { librariesOf } from "#engine/retrieval/libraries.ts";
import { stacks } from "#engine/stacks/stacks.ts";
import { DocsIndex } from "../../durable-objects/docs/docs-index.ts";
import { indexSource } from "../../durable-objects/docs/index-source.ts";
import type { Sql } from "../../workers/storage/vectors/sql.ts";
import { sqliteVectorStore } from "../../workers/storage/vectors/sqlite-vector-store.ts";

export interface FilledIndex {
  readonly index: DocsIndex;
  readonly bytes: number;
  readonly readMs: number;
  readonly indexMs: number;
}

export async function fillIndex(folder: string, embedder: Embedder): Promise<FilledIndex> {
  const database = new DatabaseSync(join(folder, "docs.sqlite"));
  const sql = ((query: string, ...bindings: never[]) => database.prepare(query).all(...bindings)) as Sql;
  const index = new DocsIndex(sql, sqliteVectorStore(sql));
  const builder = await startTestBuilder({ storeDir: resolve(process.env["STORE_DIR"] ?? ".state/test-store") });
  let readMs = 0;
  let indexMs = 0;
  try {
    for (const stack of Object.values(stacks)) {
      const filled = await builder.call("/stores", { method: "POST", body: JSON.stringify(stack.manifest) });
      if (!filled.ok) throw new Error(`The dependencies could not be installed: ${await filled.text()}`);
      const { key } = (await filled.json()) as { key: string };
      const sources: string[] = [];
      for (const { package: name, under, not = [] } of librariesOf(stack.id)) {
        const startedAt = performance.now();
        const body = JSON.stringify({ package: name, under, not });
        const answer = await builder.call(`/stores/${key}/documents`, { method: "POST", body });
        const { version, documents } = documentsResultSchema.parse(await answer.json());
        readMs += performance.now() - startedAt;
        const source = `${name}@${version}`;
        sources.push(source);
        database.exec("BEGIN");
        const before = performance.now();
        const read = documents.map(({ path, text }) => ({
          library: name,
          version: version ?? "",
          path,
          kind: path.endsWith(".md") ? ("guide" as const) : ("declarations" as const),
          text,
        }));
        await indexSource(index, source, "", read, embedder, new AbortController().signal);
        indexMs += performance.now() - before;
        database.exec("COMMIT");
      }
      const guides = guideDocuments(stack.id);
      await indexSource(index, guides.source, guides.version, guides.documents, embedder, new AbortController().signal);
      await index.assign(stack.id, [...sources, guides.source], embedder.id);
    }
  } finally {
    await builder.close();
  }
  return { index, bytes: statSync(join(folder, "docs.sqlite")).size, readMs, indexMs };
}
