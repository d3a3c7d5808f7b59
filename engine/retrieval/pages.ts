// Pages of the libraries' own sites, for deployments that may read the internet. How often: requirements N4.7. A page that
// did not change is not indexed again.
import { z } from "zod";
import { libraries } from "./libraries.ts";

const day = 24 * 60 * 60_000;
export const everyMs = { daily: day, weekly: 7 * day } as const;

export const pageSetSchema = z.object({
  /** A package of libraries.ts: it decides the priority and the stacks. */
  library: z
    .string()
    .refine((name) => libraries.some((library) => library.package === name), "is not an indexed package"),
  every: z.enum(["daily", "weekly"]),
  urls: z
    .array(z.url({ protocol: /^https?$/ }))
    .min(1)
    .max(40),
});
export type PageSet = z.infer<typeof pageSetSchema>;

const under = (base: string, names: readonly string[]): string[] => names.map((name) => `${base}${name}`);

/** ORM and accounts are those of our stacks: drizzle, and hono's middleware. */
export const pageSets: readonly PageSet[] = [
  {
    library: "next",
    every: "daily",
    urls: under("https://nextjs.org/docs/app/", [
      "getting-started/layouts-and-pages",
      "getting-started/server-and-client-components",
      "getting-started/fetching-data",
      "getting-started/updating-data",
      "getting-started/error-handling",
      "getting-started/metadata-and-og-images",
      "getting-started/route-handlers-and-middleware",
      "api-reference/functions/redirect",
      "api-reference/functions/revalidatePath",
      "api-reference/file-conventions/dynamic-routes",
    ]),
  },
  {
    library: "@types/react",
    every: "weekly",
    urls: under("https://react.dev/reference/react/", [
      "useState",
      "useEffect",
      "useMemo",
      "useTransition",
      "useActionState",
      "useOptimistic",
      "useDeferredValue",
      "useId",
      "Suspense",
    ]),
  },
  {
    library: "tailwindcss",
    every: "weekly",
    urls: under("https://tailwindcss.com/docs/", [
      "styling-with-utility-classes",
      "responsive-design",
      "dark-mode",
      "theme",
      "hover-focus-and-other-states",
      "grid-template-columns",
    ]),
  },
  {
    library: "drizzle-orm",
    every: "weekly",
    urls: under("https://orm.drizzle.team/docs/", [
      "select",
      "insert",
      "update",
      "delete",
      "joins",
      "sql",
      "batch-api",
      "column-types/sqlite",
    ]),
  },
  {
    library: "hono",
    every: "weekly",
    urls: under("https://hono.dev/docs/", [
      "api/routing",
      "api/context",
      "api/request",
      "api/exception",
      "guides/validation",
      "middleware/builtin/jwt",
    ]),
  },
];

/** `text`: what the configuration says: nothing or "false" for none, "true" for ours, or a JSON array of page sets. */
export function readPageSets(text: string | undefined): readonly PageSet[] {
  if (!text || text === "false") return [];
  if (text === "true") return pageSets;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    json = null;
  }
  const parsed = z.array(pageSetSchema).safeParse(json);
  if (parsed.success) return parsed.data;
  throw new Error(
    'NEXUSGEN_DOCS_PAGES must be true, or JSON such as [{"library":"hono","every":"weekly","urls":["https://hono.dev/docs/api/context"]}].',
  );
}
