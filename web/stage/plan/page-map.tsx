import type { Prd } from "#engine/prd/schema.ts";
import { type PageNode, nestPages } from "./nest-pages.ts";

/** The pages as they lie below each other. */
export function PageMap({ pages }: { pages: Prd["pages"] }) {
  return <Level nodes={nestPages(pages)} isTop />;
}

function Level({ nodes, isTop = false }: { nodes: readonly PageNode[]; isTop?: boolean }) {
  return (
    <ul className={isTop ? "flex flex-col gap-4" : "mt-3 flex flex-col gap-3 border-l-2 border-line pl-5"}>
      {nodes.map(({ page, below }) => (
        <li key={`${page.path} ${page.title}`} className="relative">
          {!isTop && <span aria-hidden="true" className="absolute top-3 -left-5 h-0.5 w-3.5 bg-line" />}
          <p className="flex flex-wrap items-baseline gap-x-3">
            <span className="font-[600]">{page.title}</span>
            <code className="font-mono text-xs text-muted wrap-anywhere">{page.path}</code>
          </p>
          <p className="max-w-prose text-muted wrap-anywhere">{page.purpose}</p>
          {below.length > 0 && <Level nodes={below} />}
        </li>
      ))}
    </ul>
  );
}
