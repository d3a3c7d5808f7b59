// What words say where codes do not. Asked before the codes, first match wins: causes before their consequences, narrow
// before wide.
import type { Tool } from "../structured-error.ts";
import type { Leaf } from "./taxonomy.ts";

export interface MessageLeaf {
  readonly pattern: RegExp;
  readonly leaf: Leaf;
  /** Said by these tools alone. */
  readonly tools?: readonly Tool[];
  /** Of these codes alone. */
  readonly codes?: RegExp;
}

/** A module's name in quotes that is neither a path nor a subpath import. */
const bareName = /["'`](?![./#]|node:)[^"'`]+["'`]/.source;

export const messageLeaves: readonly MessageLeaf[] = [
  // Memory and machine: whatever else is printed follows from it.
  { pattern: /heap out of memory|\bENOMEM\b|Allocation failed|out of memory/i, leaf: "resource/memory" },
  { pattern: /\bENOSPC\b|no space left on device|disk quota exceeded/i, leaf: "resource/disk" },
  { pattern: /\bEADDRINUSE\b|address already in use|port \d+ is (?:already )?in use/i, leaf: "resource/port" },
  { pattern: /exceeded (?:the |its )?(?:CPU|compute)|Worker exceeded CPU time/i, leaf: "resource/cpu" },
  { pattern: /(?:test|hook) timed out in \d+ ?ms|took longer than its limit/i, leaf: "resource/timeout" },
  // Network: npm's block and what programs say of addresses.
  {
    pattern:
      /\b(?:ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|ENETUNREACH|ERR_SOCKET_TIMEOUT|E429|E50\d)\b|socket hang up|network timeout/,
    leaf: "network/registry",
    tools: ["npm"],
  },
  {
    pattern:
      /\b(?:ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|ENETUNREACH)\b|fetch failed|Failed to fetch|net::ERR_|NetworkError/,
    leaf: "network/service",
  },
  // Dependencies.
  {
    pattern: /conflicting peer|unable to resolve dependency tree|could not resolve dependency/i,
    leaf: "dependency/peer",
  },
  { pattern: /No matching version found/, leaf: "dependency/version-conflict" },
  { pattern: /package-lock\.json.* are in sync|Missing: \S+ from lock file/, leaf: "dependency/lockfile" },
  {
    pattern: /\.node['"]?(?: |$)|NODE_MODULE_VERSION|Cannot find native binding|invalid ELF header|node-gyp/,
    leaf: "dependency/native",
  },
  {
    pattern: /Could not find a declaration file for module|Cannot find type definition file/,
    leaf: "dependency/types-missing",
  },
  { pattern: new RegExp(`Cannot find (?:module|package) ${bareName}`), leaf: "dependency/missing" },
  {
    pattern: new RegExp(`(?:[Ff]ailed to resolve import|Could not resolve|Can't resolve) ${bareName}`),
    leaf: "dependency/missing",
  },
  // Configuration: before files that are missing, since a configuration names them.
  {
    pattern:
      /Cannot resolve entry module|Could not resolve entry|Failed to resolve \S+ from \S+\.html|entry-point file at .* was not found|No schema files found/,
    leaf: "configuration/missing-file",
  },
  {
    pattern: /Cannot apply unknown utility class|unknown at rule|Cannot use unknown/i,
    leaf: "type/undefined-name",
    tools: ["vite", "next"],
  },
  {
    pattern:
      /JSONError|JSONParseError|Invalid package\.json|Failed to parse (?:JSON|oxlint config|tsconfig)|is not valid JSON|in JSON at position/,
    leaf: "configuration/json",
  },
  // A style sheet that never asks Tailwind for its theme.
  { pattern: /function requires that the [`'"]?--[\w-]+[`'"]? theme variable exists/, leaf: "configuration/invalid" },
  {
    pattern:
      /(?:Invalid|Unrecognized) (?:next\.config|config|configuration|option|TOML)|Rule '.*' not found|Unknown (?:rule|option|compiler option)|wrangler\.(?:toml|jsonc?)/i,
    leaf: "configuration/invalid",
  },
  {
    pattern: /is not a valid Page export|does not have a default export.*page|default export is not a React Component/i,
    leaf: "configuration/invalid",
    tools: ["next", "vite"],
  },
  // Modules.
  {
    pattern:
      /Cannot find (?:module|package)|Failed to resolve import|Could not resolve|Can't resolve|Cannot resolve|Failed to load url|Module not found/,
    leaf: "runtime/import",
  },
  {
    pattern: /does not provide an export named|is not exported (?:by|from)|has no (?:default export|exported member)/,
    leaf: "runtime/export",
  },
  {
    pattern:
      /"use client"|server-only|client component|only works? in a (?:Client|Server) Component|use client|async Client Component/i,
    leaf: "runtime/boundary",
  },
  // Environment.
  {
    pattern:
      /(?:environment variable|env(?:ironment)? var)\b.*\b(?:missing|not set|required|undefined)|\b(?:missing|required|undefined)\b.*\benvironment variable|\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+ (?:is not set|is required|is missing|must be set|is not defined$)/i,
    leaf: "runtime/missing-env",
  },
  { pattern: /\bENOENT\b|no such file or directory/i, leaf: "runtime/file-not-found" },
  { pattern: /\b(?:EACCES|EPERM|EROFS)\b|permission denied|read-only file system/i, leaf: "runtime/permission" },
  // Syntax that bundlers, the linter and Node put into words.
  {
    pattern:
      /unexpected end of (?:file|input)|Expected .* but found (?:end of file|`?EOF`?)|Unterminated|Unexpected end|no corresponding closing tag|Expected `[)}\]]` but found `EOF`/i,
    leaf: "syntax/unexpected-end",
    codes: /^(?!TS17008|TS17014)/,
  },
  {
    pattern:
      /Unexpected token|Unexpected (?:identifier|string|number|strict mode)|Expected .* but found|'.' expected|Invalid or unexpected token/i,
    leaf: "syntax/unexpected-token",
  },
  {
    pattern:
      /Parse(?:r)? (?:error|failure)|Syntax ?[Ee]rror|Expected corresponding|Expected a semicolon|Missing closing|Unclosed|Unknown word|`await` is only allowed/i,
    leaf: "syntax/parse",
  },
  { pattern: /does not satisfy the constraint/, leaf: "type/generic-constraint", tools: ["next"] },
  // Tests and what runs.
  { pattern: /^AssertionError|^expect(?:ed)? .* to |^Snapshot /, leaf: "runtime/test-failure" },
  {
    pattern:
      /Cannot read propert(?:y|ies) of (?:undefined|null)|(?:undefined|null) is not an object|is (?:undefined|null)$/,
    leaf: "runtime/exception",
    tools: ["vitest", "node", "browser", "workerd", "next"],
  },
  {
    pattern: /^\w*(?:Error|Exception|HTTPException)\b(?:: |$)/,
    leaf: "runtime/exception",
    tools: ["vitest", "node", "browser", "workerd", "next", "vite"],
  },
];
