// Thirty components of the kind that people write: props, a list, a condition, some classes. One page imports them all.
import type { StackId } from "#engine/stacks/stack.ts";

const count = 30;

const folderOf = (stack: StackId): string => (stack === "edge" ? "src/client/parts" : "src/parts");

function component(index: number, title: string): string {
  return `interface Part${index}Props {
  rows: readonly { name: string; amount: number }[];
  dense?: boolean;
}

export function Part${index}({ rows, dense = false }: Part${index}Props) {
  const total = rows.reduce((sum, row) => sum + row.amount, 0);
  if (rows.length === 0) return <p className="p-${(index % 8) + 1} text-sm">Nothing to show.</p>;
  return (
    <section className={dense ? "p-2" : "p-${(index % 6) + 3}"}>
      <h3 className="text-lg font-medium">${title}</h3>
      <ul className="mt-${(index % 5) + 1} space-y-1">
        {rows.map((row) => (
          <li key={row.name}>
            {row.name}: {row.amount}
          </li>
        ))}
      </ul>
      <p className="tabular-nums">{total}</p>
    </section>
  );
}
`;
}

export function componentFiles(stack: StackId): Map<string, string> {
  const folder = folderOf(stack);
  const files = new Map<string, string>();
  const indexes = Array.from({ length: count }, (_, index) => index);
  for (const index of indexes) files.set(`${folder}/part-${index}.tsx`, component(index, `Part ${index}`));
  const imports = indexes.map((index) => `import { Part${index} } from "./part-${index}.tsx";\n`).join("");
  const list = indexes.map((index) => `Part${index}`).join(", ");
  files.set(`${folder}/all.ts`, `${imports}\nexport const parts = [${list}];\n`);
  return files;
}

/** Another heading in one of them. */
export function editComponent(files: Map<string, string>, stack: StackId, edit: number): void {
  files.set(`${folderOf(stack)}/part-17.tsx`, component(17, `Part 17, edit ${edit}`));
}
