// The code asks for a variable that is set nowhere: it is declared in `.env.example` and, so that the tests can run, in
// their environment, with a value that is safe to have and plainly not the real one.
import { insert } from "../edits/edit.ts";
import { parseModule } from "../syntax/parse-module.ts";
import { nodesOf, spanOf } from "../syntax/walk.ts";
import type { Edit, Tree } from "../edits/edit.ts";
import type { Rule } from "./rule.ts";

const named = /\b(?<name>[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\b/;

/** By how names end: what they hold. */
const placeholders: readonly { readonly ending: RegExp; readonly value: string }[] = [
  { ending: /(?:_URL|_URI|_ORIGIN|_ENDPOINT)$/, value: "http://localhost:8787" },
  { ending: /(?:_PORT)$/, value: "8787" },
  { ending: /(?:_BYTES|_SIZE)$/, value: "1000000" },
  { ending: /(?:_MS|_SECONDS|_LIMIT|_COUNT|_MAX|_DAYS)$/, value: "60" },
  { ending: /(?:_EMAIL|_FROM)$/, value: "nobody@example.com" },
  { ending: /(?:_ENABLED|_DISABLED)$|^(?:IS|HAS)_/, value: "false" },
];

export const missingEnvironmentVariable: Rule = {
  name: "missing-environment-variable",
  leaves: ["runtime/missing-env"],
  propose: ({ error: { message }, tree }) => {
    const name = named.exec(message)?.groups?.["name"];
    const example = tree.get(".env.example");
    if (name === undefined || example === undefined) return null;
    const value = placeholders.find(({ ending }) => ending.test(name))?.value ?? "replace-me";
    const isDeclared = example.split("\n").some((line) => line.startsWith(`${name}=`));
    const edits: Edit[] = isDeclared
      ? []
      : [insert(".env.example", example.length, `${example.endsWith("\n") ? "" : "\n"}${name}=${value}\n`)];
    const forTests = setForTests(tree, name, value);
    if (forTests !== null) edits.push(forTests);
    if (edits.length === 0) return null;
    return {
      edits,
      explanation: `The app needs ${name}. It is declared with the placeholder "${value}": set the real value where the app runs.`,
    };
  },
};

function setForTests(tree: Tree, name: string, value: string): Edit | null {
  const path = "vitest.config.ts";
  const text = tree.get(path);
  const parsed = text === undefined ? null : parseModule(path, text);
  if (!parsed?.ok) return null;
  for (const node of nodesOf(parsed.module.program)) {
    if (node.type !== "ObjectProperty" || node.key.type !== "Identifier" || node.value.type !== "ObjectExpression")
      continue;
    const from = spanOf(node.value).from + 1;
    const variable = `${name}: ${JSON.stringify(value)}`;
    if (node.key.name === "env") return insert(path, from, ` ${variable},`);
    const hasEnv = node.value.properties.some(
      (property) =>
        property.type === "ObjectProperty" && property.key.type === "Identifier" && property.key.name === "env",
    );
    if (node.key.name === "test" && !hasEnv) return insert(path, from, ` env: { ${variable} },`);
  }
  return null;
}
