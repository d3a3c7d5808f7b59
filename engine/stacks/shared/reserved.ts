// Names the generated code may not use for a model or a field.

const keywords =
  "abstract any arguments as async await boolean break case catch class const constructor continue debugger declare default delete do else enum eval export extends false finally for from function get if implements import in instanceof interface let module namespace never new null number object of package private protected public return set static string super switch symbol this throw true try type typeof undefined unknown var void while with yield";

const globals =
  "array blob boolean date document error event file function history image intl json location map math navigator node number object option promise proxy record reflect regexp request response screen set string symbol text url window";

/** What the generated modules import or declare beside the tables; a test reads them and compares. */
const moduleNames =
  "AnySQLiteColumn sqliteTable text integer real money index uniqueIndex primaryKey tables links linkTables LinkTable createdAt updatedAt id sql recordColumns Hono AppEnv modelOf createResource resources Resource ResourceTable LinkMeta ModelMeta z";

/** What every object answers to, so that `rules[model.key]` would find something for a model without rules. */
const inherited =
  "constructor hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString toString valueOf proto prototype then";

export const reservedModelKeys: ReadonlySet<string> = new Set(
  `${inherited} ${keywords} ${globals} ${moduleNames} models app links schemas id`
    .split(" ")
    .map((name) => name.toLowerCase()),
);

/** How the generated modules call what belongs to a model (`productSchema`), which a model "Product Schema" must not. */
export const derivedName = /(Schema|Model|Link)\d*$/;

/** A property of any name is legal; these would collide with what every record has or break `in` and JSON. */
export const reservedFieldKeys: readonly string[] = [
  "id",
  "createdAt",
  "updatedAt",
  "constructor",
  "prototype",
  "hasOwnProperty",
  "toString",
  "valueOf",
  "toJSON",
  "then",
  // Query parameters of the list.
  "q",
  "sort",
  "page",
  "pageSize",
  "badge",
  "view",
  // Attributes that `drizzle` keeps on a table object.
  "getSQL",
  "enableRLS",
  "$inferSelect",
  "$inferInsert",
];

/** First segments of pages, of the API and of the static files. */
export const reservedSlugs: readonly string[] = [
  "api",
  "about",
  "assets",
  "dashboard",
  "favicon",
  "health",
  "index",
  "new",
  "edit",
  "robots",
  "theme",
  "search",
  "trash",
  "settings",
  "docs",
  "webhooks",
  "uploads",
  // Pages of public sites.
  "manage",
  "contact",
  "faq",
  "sitemap",
  // Accounts.
  "session",
  "access",
  "sign-in",
  "sign-up",
  "profile",
];

/**
 * Tables of the app itself. A model's table never starts with an underscore, since it is made of words; nor do the names
 * of migrations (`_copy_`, `_retired_`) meet these.
 */
export const systemTables = {
  users: "_users",
  sessions: "_sessions",
  keys: "_api_keys",
  owners: "_record_owners",
  changes: "_record_changes",
  attempts: "_sign_in_attempts",
} as const;

/** SQLite and D1 keep these prefixes for themselves. */
export const unreservedTable = (name: string): string => (/^(sqlite_|_cf_|d1_)/.test(name) ? `app_${name}` : name);
