// Polls that visitors vote in: one vote each, results as bars. Polls and their options are records, votes a table beside.
import type { ResolvedApp } from "#engine/prd/resolved.ts";
import type { PrdCapability } from "#engine/prd/schema.ts";
import { literal, sqlName } from "../../shared/source-text.ts";
import { type Contribution, freeSlug, freeTable, type Refusal } from "./capability.ts";
import { modelNamed, referenceTo } from "./fields.ts";

const refuse = (why: string): Refusal => ({ note: `Voting: left out, since ${why}.` });

export function contributePoll(
  app: ResolvedApp,
  capability: Extract<PrdCapability, { kind: "poll" }>,
): Contribution | Refusal {
  const [polls, options] = [modelNamed(app, capability.polls), modelNamed(app, capability.options)];
  if (!polls || !options || polls === options) return refuse("polls and options have to be two models");
  const field = referenceTo(options, polls);
  if (!field) return refuse(`${options.label} does not belong to ${polls.label}`);
  if (field.unique) return refuse(`${polls.label} has one ${options.label} alone`);
  const closes = polls.fields.find(
    (each) =>
      (each.type === "date" || each.type === "dateTime") &&
      !each.unique &&
      /end|close|until|deadline|expir/i.test(each.key),
  );
  const [slug, table] = [freeSlug(app, "vote"), freeTable(app, "poll_votes")];
  const settings = { slug, table, polls: polls.key, options: options.key, field: field.key, closes: closes?.key };
  const migration = `CREATE TABLE IF NOT EXISTS ${sqlName(table)} (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "poll_id" TEXT NOT NULL,
  "option_id" TEXT NOT NULL,
  "visitor" TEXT NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX IF NOT EXISTS ${sqlName(`${table}_once`)} ON ${sqlName(table)} ("poll_id", "visitor");
`;
  return {
    folders: ["poll"],
    pages: [
      {
        path: slug,
        title: "Vote",
        icon: "chart",
        module: "polls/vote.tsx",
        ...(capability.home === true && { isHome: true }),
      },
    ],
    routes: [
      {
        path: `/${slug}`,
        module: "polls.ts",
        name: "polls",
        summaries: { "GET /": "Read the polls and their votes", "PUT /:poll": "Vote, or take the vote back" },
      },
    ],
    files: new Map([
      ["migrations/0901_polls.sql", migration],
      [
        "src/shared/polls/settings.ts",
        `// Which models are polls and their options.\nimport type { PollSettings } from "./polls.ts";\n\nexport const pollSettings: PollSettings = ${literal(settings, "", 44)};\n`,
      ],
    ]),
  };
}
