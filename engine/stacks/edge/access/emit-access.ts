// Accounts as files: the template folder, the table of roles, the tables of the database, and example people. Nothing of
// this is in an app without them.
import type { ResolvedAccess, ResolvedApp, ResolvedPermissions } from "#engine/prd/resolved.ts";
import { accessActions } from "#engine/prd/schema.ts";
import { literal } from "../../shared/source-text.ts";
import { siteFile, siteOf } from "../looks/emit-look.ts";
import { emitAccessMigration } from "./emit-access-migration.ts";
import { emitExamplePeople } from "./emit-example-people.ts";
import { template } from "./template.generated.ts";

/** `routes` are those of the capabilities, `scaffold` what the other emitters wrote. */
export function emitAccess(
  app: ResolvedApp,
  routes: readonly string[],
  scaffold: ReadonlyMap<string, string>,
): Map<string, string> {
  const files = new Map<string, string>();
  const { access } = app;
  if (!access) return files;
  const site = siteOf(app);
  const shown = site ? [...site.collections.map(({ model }) => model), site.quotes] : [];
  const publicModels = [...new Set([...access.publicModels, ...shown])].filter((key) => key !== "");
  for (const [path, text] of Object.entries(template)) files.set(path, text);
  files.set("src/shared/access/roles.ts", emitRoles(access, publicModels, site?.contact || undefined));
  files.set("src/server/access/open-prefixes.ts", emitPrefixes(routes, site !== undefined || publicModels.length > 0));
  files.set("migrations/0901_access.sql", emitAccessMigration());
  files.set("migrations/seed.sql", `${scaffold.get("migrations/seed.sql") ?? ""}${emitExamplePeople(app, access)}`);
  const published = siteFile("src/shared/published.ts");
  if (published === undefined) throw new Error("The site template has no src/shared/published.ts.");
  files.set("src/shared/published.ts", published);
  for (const [path, ...edits] of edited) {
    let text = scaffold.get(path) ?? "";
    for (const [before, after] of edits) {
      if (!text.includes(before)) throw new Error(`${path} of the edge template no longer holds ${before.trim()}`);
      text = text.replace(before, () => after);
    }
    files.set(path, text);
  }
  return files;
}

/** Where accounts have to stand in the way of what is there. */
const edited: readonly (readonly [string, ...(readonly [string, string])[]])[] = [
  [
    "src/server/app.ts",
    [
      'import { capabilityRoutes } from "./capabilities/registry.ts";\n',
      'import { access } from "./access/access.ts";\nimport { capabilityRoutes } from "./capabilities/registry.ts";\n',
    ],
    ['  app.get("/health"', '  app.route("/", access);\n  app.get("/health"'],
  ],
  [
    "src/server/env.ts",
    ["\nexport interface", 'import type { Viewer } from "./access/viewer.ts";\n\nexport interface'],
    ["  Bindings: Env;\n", "  Bindings: Env;\n  Variables: { viewer: Viewer };\n"],
  ],
];

const inOrder = (permissions: ResolvedPermissions) =>
  Object.fromEntries(accessActions.flatMap((action) => (permissions[action] ? [[action, permissions[action]]] : [])));

function emitRoles(access: ResolvedAccess, publicModels: readonly string[], contact: string | undefined): string {
  const roles = access.roles.map(({ key, label, description, isAdmin, may }) => ({
    key,
    label,
    description,
    isAdmin,
    may: Object.fromEntries(Object.entries(may).map(([model, permissions]) => [model, inOrder(permissions)])),
  }));
  const admin = access.roles.find(({ isAdmin }) => isAdmin)?.key ?? "admin";
  return `// The roles of this app and what each may do; "own" reaches the records that belong to the person. Changing a line here
// changes what the server accepts and what the browser shows.
import type { Role } from "./access.ts";

export const roles: readonly Role[] = ${literal(roles, "", 200)};

export const adminRole = ${literal(admin)};

/** The role of who signs up without an invitation. */
export const defaultRole = ${literal(access.defaultRole)};

/** Whether anybody may make an account, or only who was invited. */
export const signUp: "open" | "invited" = ${literal(access.signUp)};

/** Models that people without an account may read, as far as a state of publication allows. */
export const publicModels: readonly string[] = ${literal([...publicModels])};

/** Models that people without an account may add to. */
export const visitorsCreate: readonly string[] = ${literal(contact === undefined ? [] : [contact])};

export const findRole = (key: string): Role | undefined => roles.find((role) => role.key === key);
`;
}

function emitPrefixes(routes: readonly string[], areVisitorsWelcome: boolean): string {
  const paths = [...new Set(routes)].map((path) => `/api${path}`);
  return `// Routes of the app's parts by the beginning of their address: open for everybody, or for people with an account.
export const openPrefixes: Readonly<Record<"forAll" | "forPeople", readonly string[]>> = ${literal(
    { forAll: areVisitorsWelcome ? paths : [], forPeople: areVisitorsWelcome ? [] : paths },
    "",
    90,
  )};
`;
}
