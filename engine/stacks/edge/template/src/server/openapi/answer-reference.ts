// The description of the API as a page to read: no script, nothing from elsewhere.
import type { Context } from "hono";
import { html, raw } from "hono/html";
import type { AppEnv } from "../env.ts";
import type { Document, Operation, Schema } from "./openapi.ts";

const style = `
:root { color-scheme: light dark; --line: light-dark(#d4d8dd, #3a4149); --soft: light-dark(#f4f6f8, #1b2026); --dim: light-dark(#4b5563, #b3bcc7); }
* { box-sizing: border-box; }
body { margin: 0; padding: 2rem 1rem 5rem; font: 16px/1.55 system-ui, sans-serif; background: light-dark(#fff, #12161b); color: light-dark(#14181d, #eef1f4); }
main { max-width: 56rem; margin: auto; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.15rem; margin: 2.5rem 0 .75rem; }
h3 { font-size: .9rem; margin: 1.25rem 0 .25rem; }
p { margin: .35rem 0; }
a { color: light-dark(#0b5cad, #8cc2ff); }
details { border: 1px solid var(--line); border-radius: .6rem; margin: .5rem 0; background: light-dark(#fff, #171c22); }
summary { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: baseline; padding: .6rem .9rem; cursor: pointer; }
summary b { min-width: 4.2rem; font-size: .8rem; }
summary code { overflow-wrap: anywhere; }
summary span { color: var(--dim); font-size: .9rem; }
.inside { padding: 0 .9rem .9rem; border-top: 1px solid var(--line); }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: .875rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); }
th { font-weight: 600; color: var(--dim); }
code { font-family: ui-monospace, monospace; font-size: .875em; }
`;

type Html = ReturnType<typeof html>;

const nameOf = (reference: unknown): string => String(reference).split("/").at(-1) ?? "";

/** "integer", "array of product", "one of: draft, sent". */
function say(schema: Schema): string {
  if (schema["$ref"] !== undefined) return nameOf(schema["$ref"]);
  const values = schema["enum"] as unknown[] | undefined;
  if (values) return `one of: ${values.filter((value) => value !== null).join(", ")}`;
  if (schema["items"] !== undefined) return `array of ${say(schema["items"] as Schema)}`;
  const type = [schema["type"]].flat().filter((part) => part !== "null" && part !== undefined);
  const format = schema["format"] === undefined ? "" : ` (${String(schema["format"])})`;
  return `${type.length > 0 ? type.join(" or ") : "object"}${format}`;
}

const limits: readonly [string, string][] = [
  ["maxLength", "at most %s characters"],
  ["minimum", "%s or more"],
  ["maximum", "%s or less"],
  ["default", "otherwise %s"],
];

const notes = (schema: Schema): string =>
  [
    schema["description"],
    ...limits.map(([key, words]) => (schema[key] === undefined ? "" : words.replace("%s", String(schema[key])))),
  ]
    .filter(Boolean)
    .join("; ");

function rows(names: readonly [name: string, isRequired: boolean, type: string, text: string][]): Html {
  return html`<div class="scroll" tabindex="0" role="group" aria-label="Values">
    <table>
      <tr><th scope="col">Name</th><th scope="col">Type</th><th scope="col">Notes</th></tr>
      ${names.map(
        ([name, isRequired, type, text]) =>
          html`<tr><td><code>${name}</code></td><td>${type}</td><td>${[isRequired && "required", text].filter(Boolean).join("; ")}</td></tr>`,
      )}
    </table>
  </div>`;
}

const fieldsOf = (schema: Schema): Html => {
  const required = (schema["required"] ?? []) as string[];
  const properties = Object.entries((schema["properties"] ?? {}) as Record<string, Schema>);
  return rows(properties.map(([name, field]) => [name, required.includes(name), say(field), notes(field)]));
};

const schemaOf = (content: Record<string, { schema: Schema }> | undefined): Schema | undefined =>
  content?.["application/json"]?.schema;

function operationPart(document: Document, method: string, path: string, operation: Operation): Html {
  const { parameters = [], requestBody, responses } = operation;
  const body = schemaOf(requestBody?.content);
  return html`<details>
    <summary><b>${method.toUpperCase()}</b> <code>${path}</code> <span>${operation.summary}</span></summary>
    <div class="inside">
      ${operation.description ? html`<p>${operation.description}</p>` : ""}
      ${
        parameters.length > 0
          ? html`<h3>Parameters</h3>
              ${rows(
                parameters.map(({ name, in: place, required, schema, description }) => [
                  name,
                  required === true,
                  `${say(schema)}, in the ${place}`,
                  [description, notes(schema)].filter(Boolean).join(" "),
                ]),
              )}`
          : ""
      }
      ${
        body
          ? html`<h3>Body</h3>
              ${body["properties"] === undefined ? html`<p><code>${say(body)}</code> ${String(body["description"] ?? "")}</p>` : fieldsOf(body)}`
          : ""
      }
      <h3>Answers</h3>
      ${rows(
        Object.entries(responses).map(([status, given]) => {
          const answer = "$ref" in given ? document.components.responses[nameOf(given.$ref)] : given;
          const schema = schemaOf(answer?.content);
          return [status, false, schema ? say(schema) : "", answer?.description ?? ""];
        }),
      )}
    </div>
  </details>`;
}

function tagPart(document: Document, tag: string): Html {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { tags }]) => tags.includes(tag))
      .map(([method, operation]) => operationPart(document, method, path, operation)),
  );
  return html`<section><h2>${tag}</h2>${operations}</section>`;
}

export function answerReference(context: Context<AppEnv>, document: Document): Response | Promise<Response> {
  const tags = new Set(Object.values(document.paths).flatMap((path) => Object.values(path).flatMap(({ tags }) => tags)));
  context.header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'");
  return context.html(html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${document.info.title}</title>
        <style>${raw(style)}</style>
      </head>
      <body>
        <main>
          <h1>${document.info.title}</h1>
          <p>${document.info.description}</p>
          <p>JSON in and out. Errors are <code>{ "error": { "code", "message", "fields"?, "requestId" } }</code>.</p>
          <p><a href="/api/openapi.json">The same as an OpenAPI 3.1 document</a></p>
          ${[...tags].map((tag) => tagPart(document, tag))}
          <section>
            <h2>Records</h2>
            ${Object.entries(document.components.schemas)
              .filter(([, schema]) => schema["properties"] !== undefined)
              .map(
                ([name, schema]) =>
                  html`<details><summary><code>${name}</code></summary><div class="inside">${fieldsOf(schema)}</div></details>`,
              )}
          </section>
        </main>
      </body>
    </html>`);
}
