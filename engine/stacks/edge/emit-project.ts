// The files around the source: package.json, README, wrangler.toml, index.html, the icon and the theme.
import type { ResolvedApp } from "#engine/prd/resolved.ts";
import { type Palette, palettes } from "../shared/color.ts";
import { siteOf } from "./looks/emit-look.ts";
import { licenseId } from "../shared/housekeeping/emit-license.ts";
import { html, markdown, quote } from "../shared/source-text.ts";

/** `template` pins every dependency; only what names the app differs, so that all apps share one dependency store. */
export function emitPackageJson(app: ResolvedApp, template: string): string {
  const base = JSON.parse(template) as Record<string, unknown>;
  const { name: _name, ...rest } = base;
  const description = app.prd.summary.replace(/\s+/g, " ").trim().slice(0, 200) || app.prd.name;
  const about = { name: packageName(app), description, license: licenseId(app.prd) };
  return `${JSON.stringify({ ...about, ...rest }, null, 2)}\n`;
}

export const packageName = (app: ResolvedApp): string => (/^[a-z]/.test(app.slug) ? app.slug : `app-${app.slug}`);

export function emitWranglerToml(app: ResolvedApp): string {
  return `name = ${quote(packageName(app))}
main = "dist/server/index.js"
compatibility_date = "2026-10-19"
compatibility_flags = ["nodejs_compat"]

[assets]
directory = "dist/client"
not_found_handling = "single-page-application"
run_worker_first = ["/api/*"]

# Made with \`npx wrangler d1 create ${packageName(app)}\`, which prints the id.
[[d1_databases]]
binding = "DB"
database_name = ${quote(packageName(app))}
database_id = "00000000-0000-0000-0000-000000000000"
migrations_dir = "migrations"
# Leaves seed.sql out.
migrations_pattern = "migrations/0*.sql"

# Uploaded files lie in the database until there is a bucket: \`npx wrangler r2 bucket create ${packageName(app)}-files\`.
# [[r2_buckets]]
# binding = "FILES"
# bucket_name = ${quote(`${packageName(app)}-files`)}

[observability]
enabled = true
`;
}

const metaDescription = (app: ResolvedApp): string => {
  const own = siteOf(app)?.["lead"] ?? (app.prd.summary || `${app.prd.name}: manage your records in one place.`);
  const text = String(own).replace(/\s+/g, " ").trim();
  return text.length <= 160 ? text : `${text.slice(0, 157).replace(/\s+\S*$/, "")}…`;
};

export function emitIndexHtml(app: ResolvedApp): string {
  const { light, dark } = palettes(app.prd.theme.primary, app.prd.theme.background);
  return `<!doctype html>
<html lang="en" data-scheme="${app.prd.theme.scheme}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${html(app.prd.name)}</title>
    <meta name="description" content="${html(metaDescription(app))}" />
    <meta property="og:title" content="${html(app.prd.name)}" />
    <meta property="og:description" content="${html(metaDescription(app))}" />
    <meta name="theme-color" content="${light.background}" media="(prefers-color-scheme: light)" />
    <meta name="theme-color" content="${dark.background}" media="(prefers-color-scheme: dark)" />
    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
    <script src="/theme.js"></script>
  </head>
  <body>
    <div id="root"></div>
    <noscript>${html(app.prd.name)} needs JavaScript to run.</noscript>
    <script type="module" src="/src/client/main.tsx"></script>
  </body>
</html>
`;
}

export function emitFavicon(app: ResolvedApp): string {
  const { light } = palettes(app.prd.theme.primary, app.prd.theme.background);
  const letter = /[\p{L}\p{N}]/u.exec(app.prd.name)?.[0]?.toUpperCase() ?? "A";
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
  <rect width="32" height="32" rx="8" fill="${light.primary}" />
  <text x="16" y="22.5" font-family="Inter, Helvetica, Arial, sans-serif" font-size="18" font-weight="700" text-anchor="middle" fill="${light.onPrimary}">${html(letter)}</text>
</svg>
`;
}

function variables(palette: Palette): string {
  const lines: [string, string][] = [
    ["background", palette.background],
    ["surface", palette.surface],
    ["muted", palette.muted],
    ["border", palette.border],
    ["control", palette.control],
    ["text", palette.text],
    ["subtle", palette.subtle],
    ["primary", palette.primary],
    ["primary-hover", palette.primaryHover],
    ["on-primary", palette.onPrimary],
    ["accent", palette.accent],
    ["accent-soft", palette.accentSoft],
  ];
  for (const [tone, colors] of Object.entries(palette.tones)) {
    lines.push([tone, colors.text], [`${tone}-soft`, colors.soft], [`${tone}-solid`, colors.solid]);
  }
  return lines.map(([name, color]) => `  --${name}: ${color};\n`).join("");
}

export function emitThemeCss(app: ResolvedApp): string {
  const { light, dark } = palettes(app.prd.theme.primary, app.prd.theme.background);
  return `/* Colours of both schemes, made from ${app.prd.theme.primary.toLowerCase()}. Text meets WCAG AA (4.5:1) on every ground it is used on. */
:root {
  color-scheme: light;
${variables(light)}}

.dark {
  color-scheme: dark;
${variables(dark)}}
`;
}

export const bullets = (title: string, items: readonly string[]): string =>
  items.length === 0 ? "" : `\n## ${title}\n\n${items.map((item) => `- ${markdown(item)}`).join("\n")}\n`;

const openText = `There is no sign-in: whoever knows the address can read and write. Put it behind Cloudflare Access, or add accounts,
before it holds anything private.`;

const signInText = `The first person who signs up administrates; do that right after deploying. Never load \`migrations/seed.sql\` into a
deployed app: it holds example people who sign in without a password.

## Accounts

Who may do what is a table in \`src/shared/access/roles.ts\`; server and browser both decide by it. Every route stands
behind a guard (\`src/server/access/policy.ts\`; what is not named there is for administrators), and every query asks
\`src/server/permissions.ts\` which records are within sight. Nothing sends mail: an invitation or a forgotten password is a
link that an administrator makes on the users page and hands over. Programs send \`Authorization: Bearer <API key>\`.`;

export function emitReadme(app: ResolvedApp): string {
  const name = packageName(app);
  const first = app.models[0];
  const table = app.models
    .map((model) => `| ${markdown(model.label)} | \`/${model.slug}\` | \`/api/${model.slug}\` | \`${model.table}\` |`)
    .join("\n");
  return `# ${markdown(app.prd.name)}

${markdown(app.prd.summary)}

## Run

Needs Node 24 or newer.

\`\`\`sh
npm ci
npm run dev      # http://localhost:5173, with an API and a SQLite file in .data/
npm test         # API and unit tests
npm run check    # types and lint
npm run build    # dist/client (static files) and dist/server/index.js (the API)
\`\`\`

The first start fills \`.data/app.db\` from \`migrations/\`; delete the folder to start over.
[CONTRIBUTING.md](CONTRIBUTING.md) says how to change it. \`npm run test:browser\` opens the built pages in Chromium.

## Run it on a server

\`npm start\` serves the build with Node alone: the API, the files and the security headers of \`public/_headers\`. It reads
\`.env\` ([.env.example](.env.example)) and brings its SQLite file to the newest schema first.

\`\`\`sh
npm run build && npm start      # http://127.0.0.1:3000
npm run migrate                 # only the schema
npm run seed                    # the example rows too, into a database without records
docker compose up --build       # the same in a container; records are kept in the volume "data"
\`\`\`

Put a reverse proxy with TLS in front. All records are in one file (\`DATA_FILE\`): copy it with \`sqlite3 app.db ".backup
copy.db"\`, also while the app runs. A host that keeps no files can use a libSQL database instead (\`DATABASE_URL\`).

## Deploy to Cloudflare

\`\`\`sh
npx wrangler d1 create ${name}                        # put the id it prints into wrangler.toml
npx wrangler d1 migrations apply ${name} --remote
${
  app.access
    ? ""
    : `npx wrangler d1 execute ${name} --remote --file migrations/seed.sql   # only if you want the example rows
`
}npm run deploy
\`\`\`

${app.access ? signInText : openText}

## Map

| Model | Pages | API | Table |
| --- | --- | --- | --- |
${table}

| To change | Look at |
| --- | --- |
| a field | \`migrations/\` (a new file), \`src/server/db/schema.ts\`, \`src/shared/schemas.ts\`, \`src/shared/models.ts\` |
| a rule about values | \`src/shared/read-value.ts\`; browser and server both use it |
| the API of one model | \`src/server/routes.ts\`, shared behaviour in \`src/server/resource/\` |
| a page | \`src/client/router.tsx\`, pages in \`src/client/pages/\` |
| the menu, the header | \`src/client/shell/slots.ts\`, \`src/client/shell/layout.tsx\` |
| a text, a language | \`src/shared/messages/en.ts\` |
| colours | \`src/client/theme.css\` |

\`GET /api/${first?.slug ?? ""}?q=words&sort=-createdAt&page=1&pageSize=20\` lists; any field is a filter (\`&field=value\`).
Errors are \`{ "error": { "code", "message", "fields"?, "requestId" } }\`.
\`/api/docs\` describes every address, \`/api/openapi.json\` says the same as OpenAPI 3.1. Deleting moves records to the
trash (\`POST /api/…/:id/restore\` brings them back, \`DELETE …?permanent=true\` deletes for good); \`If-Match\` with a
record's \`ETag\` refuses to overwrite what somebody else changed meanwhile.

## Languages

Texts are in \`src/shared/messages/en.ts\`, and those of parts that load by themselves in their own folder
(\`part("name", { … })\`). Another language is one file beside it, named by its code: \`de.ts\` exports
\`messages: Messages\` and, by name, \`parts\`. The browser's wish decides; dates, numbers and money follow its region. What the
API says when it refuses is in \`src/server/words.ts\` and beside the routes of parts; it speaks English until \`src/server/app.ts\`
calls \`speak\` with another language.

Images and files are a web address or an upload of up to 10 MB. Uploads lie in the bucket \`FILES\` where wrangler.toml gives
one, else in the database; what no record holds any more is deleted.
${bullets("Assumptions", app.prd.assumptions)}${bullets("Open questions", app.prd.openQuestions)}${bullets("Out of scope", app.prd.outOfScope)}${bullets("Changed to make it buildable", app.notes)}`;
}
