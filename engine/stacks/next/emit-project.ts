// The files around a Next project's source that name the app: README, wrangler.toml and the theme that metadata needs.
import type { ResolvedApp } from "#engine/prd/resolved.ts";
import { bullets, packageName } from "../edge/emit-project.ts";
import { palettes } from "../shared/color.ts";
import { literal, markdown, quote } from "../shared/source-text.ts";

export function emitTheme(app: ResolvedApp): string {
  const { light, dark } = palettes(app.prd.theme.primary, app.prd.theme.background);
  const theme = { scheme: app.prd.theme.scheme, light: light.background, dark: dark.background };
  return `/** The scheme that visitors start with, and what browsers colour around the page. Colours are in src/styles/theme.css. */
export const theme = ${literal(theme, "", 21)};
`;
}

export function emitWranglerToml(app: ResolvedApp): string {
  const name = packageName(app);
  return `# For \`npm run deploy\`: the app on Cloudflare Workers, through vite.config.ts.
name = ${quote(name)}
main = "vinext/server/fetch-handler"
compatibility_date = "2026-10-19"
compatibility_flags = ["nodejs_compat"]

# Made with \`npx wrangler d1 create ${name}\`, which prints the id.
[[d1_databases]]
binding = "DB"
database_name = ${quote(name)}
database_id = "00000000-0000-0000-0000-000000000000"
migrations_dir = "migrations"
# Leaves seed.sql out.
migrations_pattern = "migrations/0*.sql"

[observability]
enabled = true
`;
}

export function emitReadme(app: ResolvedApp): string {
  const name = packageName(app);
  const table = app.models
    .map((model) => `| ${markdown(model.label)} | \`/${model.slug}\` | \`/api/${model.slug}\` | \`${model.table}\` |`)
    .join("\n");
  return `# ${markdown(app.prd.name)}

${markdown(app.prd.summary)}

Next.js 15 with the App Router, React 19, Tailwind and drizzle over SQLite.

## Run

Needs Node 24 or newer; no other program and no account.

\`\`\`sh
npm ci
npm run dev      # http://localhost:3000, with a SQLite file in .data/
npm test         # API and unit tests
npm run check    # types and lint
npm run build    # the production server; npm start runs it
npm run migrate  # only the schema, as the first start does; npm run seed adds the example rows to a database without records
\`\`\`

The first start fills \`.data/app.db\` from \`migrations/\`; delete the folder to start over. Settings stand in
\`.env.example\`. \`npm run build:worker && npm run test:browser\` opens the pages in Chromium.

## Deploy

| To | With |
| --- | --- |
| a server of your own | \`docker compose up --build\`, or \`docker build -t ${name} . && docker run -p 3000:3000 -v data:/data ${name}\` |
| Cloudflare Workers | the commands below: vinext builds the same source for Workers, with D1 as its database |

\`\`\`sh
npx wrangler d1 create ${name}                        # put the id it prints into wrangler.toml
npx wrangler d1 migrations apply ${name} --remote
npm run deploy
\`\`\`

## Map

| Model | Pages | API | Table |
| --- | --- | --- | --- |
${table}

| To change | Look at |
| --- | --- |
| a page | \`src/app/\`; a folder with the name of a model's address takes precedence over \`[model]\` |
| what pages read | \`src/server/api.ts\`: the API of \`src/server/app.ts\`, called in the same process |
| what forms send | \`src/server/actions/\` |
| a component | \`src/components/\`, the basic ones in \`ui/\`, inputs in \`forms/\`, the frame in \`layouts/\` |
| a field | \`migrations/\` (a new file), \`src/server/db/schema.ts\`, \`src/shared/schemas.ts\`, \`src/shared/models.ts\` |
| a rule about values | \`src/shared/schemas.ts\`; browser and server both use it |
| the database | \`src/server/db/bindings.node.ts\` for Node, \`bindings.workerd.ts\` for Workers |
| colours and type | \`src/styles/theme.css\`, \`src/styles/look.css\` |
${bullets("Assumptions", app.prd.assumptions)}${bullets("Open questions", app.prd.openQuestions)}${bullets("Out of scope", app.prd.outOfScope)}${bullets("Changed to make it buildable", app.notes)}`;
}
