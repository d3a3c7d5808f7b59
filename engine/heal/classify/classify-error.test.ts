import { describe, expect, it } from "vitest";
import { labels } from "../fixtures/labels.ts";
import { readFixtures, sourceOf } from "../fixtures/read-fixtures.ts";
import { parseOutput } from "../parse/parse-output.ts";
import { structuredError, type Tool } from "../structured-error.ts";
import { classifyError } from "./classify-error.ts";
import { type Leaf, leaves } from "./taxonomy.ts";

const fixtures = new Map(readFixtures().map(({ fixture, step, output }) => [`${fixture} ${step}`, { step, output }]));

/** One line of a tool, its code, and what a person says it is. */
const listed: readonly (readonly [Tool, string | null, string, Leaf])[] = [
  ["npm", "E404", "404 Not Found - GET https://registry.npmjs.org/no-such-thing", "dependency/missing"],
  ["npm", "ERESOLVE", 'peer react@"^19" from react-dom@19.3.1', "dependency/peer"],
  ["npm", "EBADENGINE", "Not compatible with your version of node/npm: app@0.1.0", "dependency/version-conflict"],
  ["npm", "EINTEGRITY", "sha512-… integrity checksum failed when using sha512", "network/registry"],
  [
    "npm",
    "SELF_SIGNED_CERT_IN_CHAIN",
    "request to https://registry.npmjs.org/zod failed, reason: self-signed certificate in certificate chain",
    "network/registry",
  ],
  ["npm", "E503", "503 Service Unavailable - GET https://registry.npmjs.org/zod", "network/registry"],
  [
    "npm",
    "ETIMEDOUT",
    "network request to https://registry.npmjs.org/zod failed, reason: ETIMEDOUT",
    "network/registry",
  ],
  ["npm", "ENOSPC", "nospc ENOSPC: no space left on device, write", "resource/disk"],
  ["npm", "EACCES", "EACCES: permission denied, mkdir '/usr/lib/node_modules'", "runtime/permission"],
  ["node", "ERR_DLOPEN_FAILED", "Error: libvips-cpp.so.42: cannot open shared object file", "dependency/native"],
  [
    "node",
    "Error",
    "Error: Cannot find native binding. npm has a bug related to optional dependencies",
    "dependency/native",
  ],
  [
    "node",
    "Error",
    "Error: The module was compiled against a different Node.js version using NODE_MODULE_VERSION 115",
    "dependency/native",
  ],
  ["node", "ERR_MODULE_NOT_FOUND", "Error: Cannot find package 'zod' imported from src/a.ts", "dependency/missing"],
  ["node", "ERR_MODULE_NOT_FOUND", "Error: Cannot find module './a.ts' imported from src/b.ts", "runtime/import"],
  [
    "node",
    "SyntaxError",
    "SyntaxError: The requested module './a.ts' does not provide an export named 'b'",
    "runtime/export",
  ],
  ["node", "SyntaxError", "SyntaxError: Unexpected token '}'", "syntax/unexpected-token"],
  ["node", "SyntaxError", "SyntaxError: Unexpected end of input", "syntax/unexpected-end"],
  ["node", "SyntaxError", "SyntaxError: Unexpected end of JSON input", "syntax/unexpected-end"],
  ["node", "EADDRINUSE", "Error: listen EADDRINUSE: address already in use 127.0.0.1:8787", "resource/port"],
  ["node", "ENOMEM", "JavaScript heap out of memory", "resource/memory"],
  ["node", "ENOENT", "Error: ENOENT: no such file or directory, open 'config.json'", "runtime/file-not-found"],
  ["node", "EACCES", "Error: EACCES: permission denied, open '/etc/app.json'", "runtime/permission"],
  ["node", "Error", "Error: Missing required environment variable: STRIPE_SECRET_KEY", "runtime/missing-env"],
  ["node", "Error", "Error: DATABASE_URL is not set", "runtime/missing-env"],
  ["node", "TypeError", "TypeError: fetch failed", "network/service"],
  ["node", "TypeError", "TypeError: Cannot read properties of undefined (reading 'id')", "runtime/exception"],
  ["workerd", "Error", "Error: Worker exceeded CPU time limit.", "resource/cpu"],
  ["workerd", "ReferenceError", "ReferenceError: Buffer is not defined", "runtime/exception"],
  ["workerd", null, 'Uncaught Error: No such module "node:dgram".', "runtime/exception"],
  ["vite", "builtin:vite-transform", "Unexpected token", "syntax/unexpected-token"],
  ["vite", "UNRESOLVED_ENTRY", 'Could not resolve entry module "src/main.ts".', "configuration/missing-file"],
  ["vite", null, 'Failed to resolve import "dayjs" from "src/a.ts". Does the file exist?', "dependency/missing"],
  ["vite", null, 'Could not resolve "./missing"', "runtime/import"],
  ["next", "MODULE_NOT_FOUND_IN_BUILD", "Module not found: Can't resolve 'dayjs'", "dependency/missing"],
  ["next", "MODULE_NOT_FOUND_IN_BUILD", "Module not found: Can't resolve './card'", "runtime/import"],
  [
    "next",
    "CLIENT_BOUNDARY",
    'You\'re importing a component that needs `useState`. This React Hook only works in a Client Component. To fix, mark the file with the `"use client"` directive.',
    "runtime/boundary",
  ],
  [
    "next",
    "CLIENT_BOUNDARY",
    'You\'re importing a component that needs "server-only". That only works in a Server Component',
    "runtime/boundary",
  ],
  ["next", null, "Invalid next.config.ts options detected", "configuration/invalid"],
  ["vitest", "AssertionError", "AssertionError: expected 1 to be 2 // Object.is equality", "runtime/test-failure"],
  ["vitest", "Error", "Error: Test timed out in 5000ms.", "resource/timeout"],
  ["vitest", "Error", "Error: no such column: sku", "runtime/exception"],
  ["tsc", "TS2688", "Cannot find type definition file for 'node'.", "dependency/types-missing"],
  [
    "tsc",
    "TS1261",
    "Already included file name 'src/Card.tsx' differs from file name 'src/card.tsx' only in casing.",
    "runtime/import",
  ],
  ["tsc", "TS2344", "Type 'number' does not satisfy the constraint 'string'.", "type/generic-constraint"],
  ["tsc", "TS2314", "Generic type 'Box<T>' requires 1 type argument(s).", "type/generic-constraint"],
  ["tsc", "TS2741", "Property 'id' is missing in type '{}' but required in type 'Row'.", "type/missing-property"],
  ["tsc", "TS18046", "'error' is of type 'unknown'.", "type/null"],
  ["tsc", "TS2322", "Type 'undefined' is not assignable to type 'string'.", "type/null"],
  ["tsc", "TS5023", "Unknown compiler option 'strictly'.", "configuration/invalid"],
  ["tsc", "TS18003", "No inputs were found in config file 'tsconfig.json'.", "configuration/missing-file"],
  ["tsc", "TS7006", "Parameter 'key' implicitly has an 'any' type.", "type/other"],
  ["oxlint", "jsx-a11y(alt-text)", "Missing `alt` attribute.", "type/lint"],
  ["oxlint", "eslint(no-unused-vars)", "Variable 'x' is declared but never used.", "type/unused"],
  ["browser", "request", "GET https://api.example.com net::ERR_CONNECTION_REFUSED", "network/service"],
  ["health", "HTTP503", "/api/health answered 503: starting", "network/service"],
  ["npm", null, "the cat walked over the keyboard", "unknown/other"],
];

describe("classifying", () => {
  it.each(labels)("agrees with a person about %s, %s", (fixture, step, leaf) => {
    const found = fixtures.get(`${fixture} ${step}`);
    const [error] = found === undefined ? [] : parseOutput(sourceOf(found.step), found.output);
    expect(error && classifyError(error).leaf).toBe(leaf);
  });

  it.each(listed)("says of %s %s: %s", (tool, code, message, leaf) => {
    expect(classifyError(structuredError({ tool, code, message })).leaf).toBe(leaf);
  });

  it("knows an example of every leaf that a message can tell", () => {
    const seen = new Set<string>([...labels.map(([, , leaf]) => leaf), ...listed.map(([, , , leaf]) => leaf)]);
    // The builder says these of a step without a message: too much output.
    expect(leaves.filter((leaf) => !seen.has(leaf))).toEqual(["resource/output"]);
  });

  it("is surer of a code than of words, and not sure at all of what it does not know", () => {
    const confidence = (tool: Tool, code: string | null, message: string): number =>
      classifyError(structuredError({ tool, code, message })).confidence;
    expect(confidence("tsc", "TS2322", "Type 'a' is not assignable to type 'b'.")).toBeGreaterThan(
      confidence("vite", null, 'Could not resolve "./a"'),
    );
    expect(confidence("vite", null, 'Could not resolve "./a"')).toBeGreaterThan(confidence("tsc", null, "?"));
    expect(confidence("npm", null, "?")).toBe(0);
  });
});
