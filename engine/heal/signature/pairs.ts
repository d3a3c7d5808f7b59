// Pairs of reports, each `tool|code|message`, and whether one repair mends both. Written by reading the tools' messages: the
// pairs that should meet differ in names, paths, versions, numbers, quotes or tool; the others look alike and are not.

export interface Pair {
  readonly one: string;
  readonly other: string;
}

export const sameRepair: readonly Pair[] = [
  {
    one: "tsc|TS2307|Cannot find module 'dayjs' or its corresponding type declarations.",
    other: 'vite|UNRESOLVED_IMPORT|Rolldown failed to resolve import "dayjs"',
  },
  {
    one: "tsc|TS2307|Cannot find module 'dayjs/plugin/utc' or its corresponding type declarations.",
    other: "tsc|TS2307|Cannot find module 'dayjs' or its corresponding type declarations.",
  },
  {
    one: "next|MODULE_NOT_FOUND_IN_BUILD|Module not found: Can't resolve 'dayjs'",
    other: "node|ERR_MODULE_NOT_FOUND|Error: Cannot find package 'dayjs' imported from src/a.ts",
  },
  {
    one: "tsc|TS2307|Cannot find module '@scope/kit/button' or its corresponding type declarations.",
    other: 'vite|null|Failed to resolve import "@scope/kit" from "src/a.tsx"',
  },
  {
    one: "tsc|TS7016|Could not find a declaration file for module 'semver'. 'node_modules/semver/index.js' implicitly has an 'any' type.",
    other:
      "tsc|TS7016|Could not find a declaration file for module 'semver'. '/mnt/work/node_modules/semver/semver.js' implicitly has an 'any' type.",
  },
  {
    one: "npm|EUSAGE|Missing: clsx@2.1.1 from lock file",
    other: "npm|EUSAGE|Invalid: lock file's zod@4.6.7 does not satisfy zod@4.7.0",
  },
  {
    one: "npm|ETARGET|No matching version found for zod@4.999.0.",
    other: "npm|ETARGET|No matching version found for zod@5.0.0-beta.1.",
  },
  {
    one: 'npm|ERESOLVE|peer react@"^19.3.1" from react-dom@19.3.1',
    other: 'npm|ERESOLVE|peer react@"^19.0.0" from react-dom@19.0.4',
  },
  {
    one: "npm|ECONNREFUSED|FetchError: request to https://registry.npmjs.org/clsx failed, reason: connect ECONNREFUSED 104.16.0.1:443",
    other: "npm|ETIMEDOUT|network request to https://registry.npmjs.org/zod failed, reason: ETIMEDOUT",
  },
  {
    one: "tsc|TS2307|Cannot find module './lookups.ts' or its corresponding type declarations.",
    other: "vite|UNRESOLVED_IMPORT|Could not resolve './lookups.ts' in src/shared/record-label.ts",
  },
  {
    one: "tsc|TS2307|Cannot find module './a.ts' or its corresponding type declarations.",
    other: "tsc|TS2307|Cannot find module '../../orders/row.tsx' or its corresponding type declarations.",
  },
  {
    one: "next|MODULE_NOT_FOUND_IN_BUILD|Module not found: Can't resolve './ui/badges.tsx'",
    other: "vitest|Error|Error: Cannot find module './ui/badges.tsx' imported from src/a.tsx",
  },
  {
    one: "tsc|TS2613|Module '\"src/ui/badge\"' has no default export. Did you mean to use 'import { Badge } from \"src/ui/badge\"' instead?",
    other: 'vite|MISSING_EXPORT|"default" is not exported by "src/ui/badge.tsx".',
  },
  {
    one: "tsc|TS2613|Module '\"a\"' has no default export. Did you mean to use 'import { Card } from \"a\"' instead?",
    other: 'oxlint|import(default)|No default export found in imported module "./card.tsx"',
  },
  {
    one: "tsc|TS2614|Module '\"./greeting.ts\"' has no exported member 'greeting'. Did you mean to use 'import greeting from \"./greeting.ts\"' instead?",
    other:
      "tsc|TS2614|Module '\"@x/kit\"' has no exported member 'Kit'. Did you mean to use 'import Kit from \"@x/kit\"' instead?",
  },
  {
    one: "tsc|TS2459|Module '\"./day.ts\"' declares 'today' locally, but it is not exported.",
    other: "tsc|TS2459|Module '\"../price.ts\"' declares 'toCents' locally, but it is not exported.",
  },
  {
    one: "tsc|TS2724|'\"./badges.ts\"' has no exported member named 'badgeOf'. Did you mean 'badgesOf'?",
    other: "tsc|TS2724|'\"../orders.ts\"' has no exported member named 'orderTotals'. Did you mean 'orderTotal'?",
  },
  {
    one: 'vite|MISSING_EXPORT|"today" is not exported by "src/shared/day.ts".',
    other: "tsc|TS2305|Module '\"./x.ts\"' has no exported member 'y'.",
  },
  {
    one: "tsc|TS6133|'useState' is declared but its value is never read.",
    other: "oxlint|eslint(no-unused-vars)|Identifier 'useMemo' is imported but never used.",
  },
  {
    one: "tsc|TS6133|'total' is declared but its value is never read.",
    other:
      "oxlint|eslint(no-unused-vars)|Variable 'started' is declared but never used. Unused variables should start with a '_'.",
  },
  { one: "tsc|TS1005|'}' expected.", other: "oxlint|null|Expected `}` but found `EOF`" },
  { one: "tsc|TS1005|')' expected.", other: "vite|builtin:vite-transform|Expected `,` or `)` but found `;`" },
  {
    one: "vitest|PARSE_ERROR|Expected `}` but found `EOF`",
    other: "vite|builtin:vite-transform|Expected `}` but found `EOF`",
  },
  { one: "tsc|TS1002|Unterminated string literal.", other: "oxlint|null|Unterminated string" },
  {
    one: "tsc|TS17002|Expected corresponding JSX closing tag for 'span'.",
    other: "oxlint|null|Expected corresponding JSX closing tag for 'ul'.",
  },
  {
    one: "tsc|TS17008|JSX element 'ul' has no corresponding closing tag.",
    other: "tsc|TS17008|JSX element 'Card' has no corresponding closing tag.",
  },
  { one: "tsc|TS2304|Cannot find name 'Icon'.", other: "tsc|TS2304|Cannot find name 'OrderRow'." },
  {
    one: "tsc|TS2552|Cannot find name 'toady'. Did you mean 'today'?",
    other: "tsc|TS2552|Cannot find name 'fromat'. Did you mean 'format'?",
  },
  {
    one: "tsc|TS2551|Property 'lable' does not exist on type 'FieldMeta'. Did you mean 'label'?",
    other: "tsc|TS2551|Property 'prcie' does not exist on type 'Product'. Did you mean 'price'?",
  },
  {
    one: "tsc|TS2339|Property 'id' does not exist on type 'Promise<ApiRecord>'.",
    other: "tsc|TS2339|Property 'total' does not exist on type 'Promise<Order>'.",
  },
  {
    one: "tsc|TS2345|Argument of type 'Promise<BatchResult>' is not assignable to parameter of type 'BatchResult'.",
    other: "tsc|TS2345|Argument of type 'Promise<Row>' is not assignable to parameter of type 'Row'.",
  },
  { one: "tsc|TS18047|'answer' is possibly 'null'.", other: "tsc|TS18047|'currentUser' is possibly 'null'." },
  {
    one: "tsc|TS2322|Type 'string' is not assignable to type 'number'.",
    other: 'tsc|TS2322|Type "string" is not assignable to type "number".',
  },
  {
    one: "tsc|TS2345|Argument of type 'number' is not assignable to parameter of type 'string'.",
    other: "tsc|TS2345|Argument of type 'number' is not assignable to parameter of type 'string'. ",
  },
  {
    one: "tsc|TS2741|Property 'without' is missing in type '{ model: ModelMeta; }' but required in type '{ model: ModelMeta; without: FieldMeta; }'.",
    other:
      "tsc|TS2741|Property 'price' is missing in type '{ order: Order; }' but required in type '{ order: Order; price: Money; }'.",
  },
  {
    one: "node|Error|Error: Missing required environment variable: STRIPE_KEY",
    other: "vitest|Error|Error: STRIPE_KEY is not set",
  },
  {
    one: "node|EADDRINUSE|Error: listen EADDRINUSE: address already in use 127.0.0.1:8787",
    other: "node|EADDRINUSE|Error: listen EADDRINUSE: address already in use :::3000",
  },
  {
    one: "node|ENOMEM|JavaScript heap out of memory",
    other: "vite|null|FATAL ERROR: Reached heap limit Allocation failed",
  },
  {
    one: "node|ENOENT|Error: ENOENT: no such file or directory, open 'config/limits.json'",
    other: "node|ENOENT|Error: ENOENT: no such file or directory, open '/mnt/work/data/rates.json'",
  },
  {
    one: "vitest|TypeError|TypeError: Cannot read properties of undefined (reading 'name')",
    other: "vitest|TypeError|TypeError: Cannot read properties of undefined (reading 'title')",
  },
  // Written after the rules of normalising, and not used for them.
  { one: "tsc|TS2304|Cannot find name 'PriceTag'.", other: "tsc|TS2304|Cannot find name 'formatTotal'." },
  {
    one: "oxlint|react(jsx-no-undef)|'Icon' is not defined.",
    other: "oxlint|react(jsx-no-undef)|'OrderCard' is not defined.",
  },
  {
    one: "tsc|TS1308|'await' expressions are only allowed within async functions and at the top levels of modules.",
    other:
      "vite|builtin:vite-transform|`await` is only allowed within async functions and at the top levels of modules",
  },
  {
    one: "vitest|TestTimeoutError|TestTimeoutError: Test timed out in 2000ms.",
    other: "vitest|TestTimeoutError|TestTimeoutError: Test timed out in 60000ms.",
  },
  {
    one: "tsc|TS2353|Object literal may only specify known properties, and 'failed' does not exist in type 'EachOutcome'.",
    other:
      "tsc|TS2353|Object literal may only specify known properties, and 'colour' does not exist in type 'ButtonProps'.",
  },
  { one: 'node|Error|Error: no such column: "sku"', other: 'vitest|Error|Error: no such column: "price_cents"' },
  {
    one: "oxlint|jsx-a11y(alt-text)|Missing `alt` attribute.",
    other: "oxlint|jsx-a11y(alt-text)|Missing `alt` attribute.",
  },
  {
    one: "npm|E404|404 Not Found - GET https://registry.npmjs.org/clxs - Not found",
    other:
      "npm|E404|The requested resource 'clxs@1.0.0' could not be found or you do not have permission to access it.",
  },
];

export const otherRepair: readonly Pair[] = [
  {
    one: "tsc|TS2307|Cannot find module 'dayjs' or its corresponding type declarations.",
    other: "tsc|TS2307|Cannot find module 'date-fns' or its corresponding type declarations.",
  },
  {
    one: "tsc|TS2307|Cannot find module 'dayjs' or its corresponding type declarations.",
    other: "tsc|TS2307|Cannot find module './dayjs' or its corresponding type declarations.",
  },
  {
    one: "tsc|TS2307|Cannot find module '@scope/one' or its corresponding type declarations.",
    other: "tsc|TS2307|Cannot find module '@scope/two' or its corresponding type declarations.",
  },
  {
    one: "tsc|TS2307|Cannot find module 'semver' or its corresponding type declarations.",
    other: "tsc|TS7016|Could not find a declaration file for module 'semver'. 'x' implicitly has an 'any' type.",
  },
  {
    one: "npm|ETARGET|No matching version found for zod@9.0.0.",
    other: "npm|ETARGET|No matching version found for hono@9.0.0.",
  },
  {
    one: 'npm|ERESOLVE|peer react@"^19" from react-dom@19.3.1',
    other: 'npm|ERESOLVE|peer vite@"^7" from vitest@5.1.1',
  },
  {
    one: "npm|ENOSPC|ENOSPC: no space left on device",
    other: "npm|EACCES|EACCES: permission denied, mkdir 'node_modules'",
  },
  {
    one: "npm|ECONNRESET|network read ECONNRESET",
    other: "npm|E404|404 Not Found - GET https://registry.npmjs.org/clxs",
  },
  {
    one: "tsc|TS2613|Module '\"a\"' has no default export. Did you mean to use 'import { A } from \"a\"' instead?",
    other: "tsc|TS2614|Module '\"a\"' has no exported member 'A'. Did you mean to use 'import A from \"a\"' instead?",
  },
  {
    one: "tsc|TS2459|Module '\"a\"' declares 'b' locally, but it is not exported.",
    other: "tsc|TS2724|'\"a\"' has no exported member named 'b'. Did you mean 'bs'?",
  },
  {
    one: "tsc|TS6133|'x' is declared but its value is never read.",
    other: "tsc|TS6198|All destructured elements are unused.",
  },
  { one: "tsc|TS1005|'}' expected.", other: "tsc|TS1005|')' expected." },
  { one: "tsc|TS1005|'}' expected.", other: "tsc|TS1005|';' expected." },
  {
    one: "tsc|TS17008|JSX element 'ul' has no corresponding closing tag.",
    other: "tsc|TS17002|Expected corresponding JSX closing tag for 'ul'.",
  },
  { one: "tsc|TS1002|Unterminated string literal.", other: "tsc|TS1160|Unterminated template literal." },
  { one: "tsc|TS2304|Cannot find name 'useState'.", other: "tsc|TS2304|Cannot find name 'OrderRow'." },
  { one: "tsc|TS2304|Cannot find name 'Icon'.", other: "tsc|TS2552|Cannot find name 'Icn'. Did you mean 'Icon'?" },
  {
    one: "tsc|TS2339|Property 'id' does not exist on type 'Promise<Row>'.",
    other: "tsc|TS2339|Property 'id' does not exist on type 'Row'.",
  },
  {
    one: "tsc|TS2339|Property 'size' does not exist on type 'Row[]'.",
    other: "tsc|TS2339|Property 'total' does not exist on type 'Row[]'.",
  },
  {
    one: "tsc|TS2322|Type 'string' is not assignable to type 'number'.",
    other: "tsc|TS2322|Type 'number' is not assignable to type 'string'.",
  },
  {
    one: "tsc|TS2322|Type 'string | undefined' is not assignable to type 'string'.",
    other: "tsc|TS2322|Type 'number | undefined' is not assignable to type 'number'.",
  },
  {
    one: "tsc|TS2345|Argument of type 'Promise<Row>' is not assignable to parameter of type 'Row'.",
    other: "tsc|TS2345|Argument of type 'Promise<Row>' is not assignable to parameter of type 'Order'.",
  },
  { one: "tsc|TS18047|'answer' is possibly 'null'.", other: "tsc|TS18048|'answer' is possibly 'undefined'." },
  { one: "tsc|TS2554|Expected 1 arguments, but got 4.", other: "tsc|TS2349|This expression is not callable." },
  {
    one: "tsc|TS5023|Unknown compiler option 'strictly'.",
    other: "tsc|TS18003|No inputs were found in config file 'tsconfig.json'.",
  },
  { one: "node|Error|Error: STRIPE_KEY is not set", other: "node|Error|Error: DATABASE_URL is not set" },
  {
    one: "node|ENOENT|Error: ENOENT: no such file or directory, open 'a.json'",
    other: "node|EACCES|Error: EACCES: permission denied, open 'a.json'",
  },
  {
    one: "node|TypeError|TypeError: Cannot read properties of undefined (reading 'map')",
    other: "node|TypeError|TypeError: rows.map is not a function",
  },
  {
    one: "node|ReferenceError|ReferenceError: window is not defined",
    other: "node|ReferenceError|ReferenceError: process is not defined",
  },
  {
    one: "browser|REACT418|Uncaught Error: Minified React error #418",
    other: "browser|REACT310|Uncaught Error: Minified React error #310",
  },
  { one: "browser|HTTP500|500 GET /api/products", other: "browser|HTTP404|404 GET /api/products" },
  {
    one: "oxlint|jsx-a11y(alt-text)|Missing `alt` attribute.",
    other: "oxlint|eslint(eqeqeq)|Expected === and instead saw ==",
  },
  {
    one: "vite|CssSyntaxError|CssSyntaxError: Missing closing } at :root",
    other: "vite|CssSyntaxError|CssSyntaxError: Missing opening {",
  },
  // Written after the rules of normalising, and not used for them.
  {
    one: "tsc|TS2551|Property 'lable' does not exist on type 'Row'. Did you mean 'label'?",
    other: "tsc|TS2339|Property 'lable' does not exist on type 'Row'.",
  },
  { one: 'vite|null|Could not resolve "./a"', other: 'vite|MISSING_EXPORT|"a" is not exported by "src/a.ts".' },
  {
    one: "npm|E404|The requested resource 'clxs@1.0.0' could not be found",
    other: "npm|E404|The requested resource 'zodd@1.0.0' could not be found",
  },
  { one: "tsc|TS6133|'a' is declared but its value is never read.", other: "tsc|TS2304|Cannot find name 'a'." },
  {
    one: "tsc|TS2322|Type 'Date' is not assignable to type 'string'.",
    other: "tsc|TS2322|Type 'string' is not assignable to type 'Date'.",
  },
  { one: 'vitest|Error|Error: no such column: "sku"', other: 'vitest|Error|Error: no such table: "sku"' },
];
