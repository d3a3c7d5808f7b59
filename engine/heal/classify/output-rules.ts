// First match wins: causes before their consequences.
import type { ErrorCategory } from "../diagnosis.ts";

export interface OutputRule {
  pattern: RegExp;
  category: ErrorCategory;
  kind: string;
}

export const outputRules: readonly OutputRule[] = [
  {
    pattern: /\b(?:ETIMEDOUT|ECONNRESET|ECONNREFUSED|EAI_AGAIN|ENOTFOUND|ENETUNREACH)\b/,
    category: "network",
    kind: "registry",
  },
  { pattern: /\bENOSPC\b|No space left on device/, category: "resource", kind: "disk" },
  { pattern: /JavaScript heap out of memory|\bENOMEM\b/, category: "resource", kind: "memory" },
  { pattern: /\bERESOLVE\b|conflicting peer dependency/i, category: "dependency", kind: "peer" },
  {
    pattern: /\bETARGET\b|No matching version found/,
    category: "dependency",
    kind: "version-conflict",
  },
  {
    pattern: /can only install packages when your package\.json and package-lock\.json/,
    category: "dependency",
    kind: "lockfile",
  },
  {
    pattern: /Cannot find (?:module|package)|Could not resolve|Failed to resolve import/,
    category: "dependency",
    kind: "missing",
  },
  {
    pattern: /\bTS1\d{3}\b|Unexpected token|Parse error|Expected .* but found/i,
    category: "syntax",
    kind: "parse",
  },
  { pattern: /\bTS2(?:322|345)\b/, category: "type", kind: "mismatch" },
  { pattern: /\bTS2(?:339|741|739)\b/, category: "type", kind: "missing-property" },
  { pattern: /\bTS(?:2531|2532|18047|18048|18049)\b/, category: "type", kind: "null" },
  { pattern: /error TS\d+/, category: "type", kind: "other" },
  { pattern: /\bEACCES\b|\bEPERM\b/, category: "runtime", kind: "permission" },
  { pattern: /\bENOENT\b/, category: "runtime", kind: "file-not-found" },
  { pattern: /^\s*(?:FAIL|×|✗)\s|AssertionError/, category: "runtime", kind: "test-failure" },
  { pattern: /(?:Reference|Type|Range)Error:/, category: "runtime", kind: "exception" },
];
