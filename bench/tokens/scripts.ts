// What the stand-in answers in `npm run bench -- tokens`: tasks as a good model carries them out on the inventory app.
import { inventoryPrd } from "#engine/prd/fixtures/inventory.ts";
import { text, toolCalls } from "../../tests/stand-ins/replies.ts";
import type { Reply } from "../../tests/stand-ins/script.ts";

export interface ScriptedTask {
  readonly title: string;
  /** Files that it reads or changes. */
  readonly touches: readonly string[];
  readonly reply: (turn: number) => Reply;
}

interface Call {
  name: string;
  input?: Record<string, unknown>;
}

const script = (title: string, touches: readonly string[], turns: readonly (readonly Call[])[]): ScriptedTask => ({
  title,
  touches,
  reply: (turn) => {
    const calls = turns[turn];
    return calls ? toolCalls([...calls]) : text("Done.");
  },
});

const read = (path: string, from?: number, to?: number): Call => ({
  name: "read_file",
  input: { path, ...(from !== undefined && { from, to }) },
});
const write = (path: string, content: string): Call => ({ name: "write_file", input: { path, content } });
const edit = (path: string, old: string, replacement: string): Call => ({
  name: "edit_file",
  input: { path, old, new: replacement },
});
const check: Call = { name: "run_check" };
const finish = (summary: string): Call => ({ name: "finish", input: { summary } });

const registry = "src/client/capabilities/registry.ts";
const serverRegistry = "src/server/capabilities/registry.ts";

const page = `import { Link } from "../../routing/links.tsx";
import { formatValue } from "../../../shared/format.ts";
import { fieldOf, modelOf } from "../../../shared/lookup.ts";
import type { ApiPage } from "../../../shared/model.ts";
import { api } from "../../api.ts";
import { Card } from "../../components/ui/card.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { useLoaderData } from "../../routing/pages.tsx";
import type { LoaderArgs } from "../../routing/router.ts";

const product = modelOf("product");
const price = fieldOf(product, "price");

export const loader = ({ request }: LoaderArgs): Promise<ApiPage> =>
  api.list(product, new URLSearchParams({ sort: "-price", pageSize: "10" }), request.signal);

export function Component() {
  const { items } = useLoaderData<ApiPage>();
  return (
    <>
      <PageHeader title="Dearest products" description="The ten that cost the most." />
      <Card>
        <ul className="divide-y">
          {items.map((record) => (
            <li key={record.id}>
              <Link to={\`/products/\${record.id}\`} className="flex justify-between px-5 py-3 text-sm">
                <span>{record._label}</span>
                {price && <span>{formatValue(price, record["price"])}</span>}
              </Link>
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}
`;

const rule = `import { ApiError } from "../errors.ts";
import type { RecordRule } from "./rule.ts";

export const reorderBelowStock: RecordRule = async (_db, _resource, values) => {
  const { quantity, reorderLevel } = values;
  if (typeof quantity === "number" && typeof reorderLevel === "number" && reorderLevel > quantity * 10)
    throw new ApiError("VALIDATION_ERROR", "The reorder level is too high.", { reorderLevel: "At most ten times the stock." });
};
`;

const route = `import { sql } from "drizzle-orm";
import { Hono } from "hono";
import { modelOf } from "../../shared/lookup.ts";
import { connect } from "../db/client.ts";
import { products } from "../db/schema.ts";
import type { AppEnv } from "../env.ts";
import { shown } from "../resource/shown.ts";

export const stockValue = new Hono<AppEnv>().get("/", async (context) => {
  const db = connect(context);
  const [row] = await db
    .select({ value: sql<number>\`sum(price * quantity) / 100.0\` })
    .from(products)
    .where(shown(db, modelOf("product")));
  return context.json({ value: row?.value ?? 0 });
});
`;

export const codingTasks: readonly ScriptedTask[] = [
  script(
    'Write "Overview" instead of "Dashboard" in the menu and above the page',
    ["src/shared/messages/en.ts"],
    [
      [{ name: "search", input: { pattern: "dashboard:" } }],
      [edit("src/shared/messages/en.ts", 'dashboard: "Dashboard"', 'dashboard: "Overview"'), check],
      [finish("The dashboard is called Overview.")],
    ],
  ),
  script(
    "Show the ten dearest products on a page with a place in the menu",
    [registry],
    [
      [read(registry), { name: "search_docs", input: { question: "add a page with a menu entry" } }],
      [
        write("src/client/capabilities/dearest/dearest-page.tsx", page),
        edit(
          registry,
          "export const capabilityPages: readonly CapabilityPage[] = [];",
          'export const capabilityPages: readonly CapabilityPage[] = [\n  {\n    path: "dearest",\n    title: "Dearest products",\n    icon: "chart",\n    isHome: false,\n    isHidden: false,\n    lazy: () => import("./dearest/dearest-page.tsx"),\n  },\n];',
        ),
        check,
      ],
      [finish("The ten dearest products stand on a page of their own, in the menu.")],
    ],
  ),
  script(
    "Refuse a reorder level of more than ten times the stock",
    ["src/server/capabilities/rules.ts"],
    [
      [read("src/server/capabilities/rules.ts"), read("src/server/capabilities/rule.ts")],
      [
        write("src/server/capabilities/reorder-below-stock.ts", rule),
        edit("src/server/capabilities/rules.ts", "RecordRule>> = {}", "RecordRule>> = { product: reorderBelowStock }"),
        check,
      ],
      [
        edit(
          "src/server/capabilities/rules.ts",
          'import type { RecordRule } from "./rule.ts";',
          'import { reorderBelowStock } from "./reorder-below-stock.ts";\nimport type { RecordRule } from "./rule.ts";',
        ),
        check,
      ],
      [finish("A reorder level that is far too high is refused at its field.")],
    ],
  ),
  script(
    "Answer the value of the whole stock at /api/stock-value",
    [serverRegistry],
    [
      [read(serverRegistry), read("src/server/db/schema.ts", 1, 60), read("tests/app.ts", 1, 40)],
      [
        write("src/server/capabilities/stock-value.ts", route),
        edit(
          serverRegistry,
          "export const capabilityRoutes = new Hono<AppEnv>();",
          'export const capabilityRoutes = new Hono<AppEnv>().route("/stock-value", stockValue);',
        ),
        edit(
          serverRegistry,
          'import type { AppEnv } from "../env.ts";',
          'import type { AppEnv } from "../env.ts";\nimport { stockValue } from "./stock-value.ts";',
        ),
        check,
      ],
      [finish("The value of the stock is at /api/stock-value.")],
    ],
  ),
];

export const planReply = (): Reply =>
  toolCalls([{ name: "submit_plan", input: { plan: inventoryPrd, decisions: [] } }]);

export const reviewReply: Reply = toolCalls([{ name: "report_findings", input: { findings: [] } }]);

const filesAtOnce = 12;
/** Made by a package manager in any case. */
const notWritten = new Set(["package-lock.json"]);

/** The same app, written by the coder from nothing. */
export function wholeApp(tree: ReadonlyMap<string, string>): ScriptedTask {
  const files = [...tree].filter(([path]) => !notWritten.has(path));
  const turns: Call[][] = [];
  for (let at = 0; at < files.length; at += filesAtOnce)
    turns.push(files.slice(at, at + filesAtOnce).map(([path, content]) => write(path, content)));
  return script("Write the application", [], [...turns, [check], [finish("The app is there.")]]);
}
