// From what the builder or a health check reported to a diagnosis: what is wrong, of what kind, and a signature that two
// failures with the same causes share.
import type { StepOutcome } from "#builder/protocol.ts";
import { classifyError } from "./classify/classify-error.ts";
import type { Leaf } from "./classify/taxonomy.ts";
import { failingPart, firstTestFailure } from "./classify/test-failures.ts";
import type { Cause, Diagnosis, ErrorCategory } from "./diagnosis.ts";
import { type FailedStep, findCauses } from "./find-causes.ts";
import { normaliseMessage } from "./signature/normalise-message.ts";
import { signError } from "./signature/sign-error.ts";
import { stableHash } from "./stable-hash.ts";
import type { StructuredError } from "./structured-error.ts";

const excerptCharacters = 4_000;

/** Ends of a step that say by themselves what it lacked. */
const ofOutcome: Readonly<Partial<Record<StepOutcome, { leaf: Leaf; what: string }>>> = {
  timeout: { leaf: "resource/timeout", what: "took longer than its limit" },
  "out-of-memory": { leaf: "resource/memory", what: "needed more memory than its limit" },
  "output-limit": { leaf: "resource/output", what: "printed more than its limit" },
};

/** `failed`: in the order of the steps; the first one names the failure. */
export function diagnoseSteps(failed: readonly [FailedStep, ...FailedStep[]]): Diagnosis {
  const [{ result, output }] = failed;
  const where = result.step;
  const ended = ofOutcome[result.outcome];
  const { causes, errors } = findCauses(failed);
  const [first] = causes;
  // A step that was ended says little of why; but one that waited for the registry until then lacked the registry.
  if (first !== undefined && (ended === undefined || isNetwork(first)))
    return diagnoseCauses(first.step, causes, errors);
  const last = output.split("\n").findLast((line) => line.trim() !== "") ?? "";
  const status = `${where} ended with status ${result.exitCode ?? "unknown"}. ${last.trim().slice(0, 200)}`.trim();
  const message = ended === undefined ? status : `${where} ${ended.what}.`;
  const [category, kind] = split(ended?.leaf ?? "unknown/other");
  const shown = failingPart(output);
  return {
    ...diagnoseFault(where, category, kind, message),
    errors: null,
    excerpt: (shown === output ? output.slice(-excerptCharacters) : shown.slice(0, excerptCharacters)) || message,
  };
}

/** One fault that did not come from a step's log: a health check that did not pass, a manifest that cannot be read. */
export function diagnoseError(where: Cause["step"], error: StructuredError): Diagnosis {
  const cause = { step: where, ...classifyError(error), signature: signError(error), error: { ...error, related: [] } };
  return diagnoseCauses(where, [cause], 1);
}

/** A failure of the surroundings, which no error describes: the builder was unreachable, the preview was silent. */
export function diagnoseFault(where: string, category: ErrorCategory, kind: string, message: string): Diagnosis {
  const signature = stableHash([category, kind, where, normaliseMessage(message)].join("|"));
  return { category, kind, where, message, excerpt: message, signature, causes: [] };
}

const isNetwork = ({ leaf }: Cause): boolean => leaf.startsWith("network/");

function diagnoseCauses(where: string, causes: readonly Cause[], errors: number | null): Diagnosis {
  const [first] = causes;
  const [category, kind] = split(first?.leaf ?? "unknown/other");
  return {
    category,
    kind,
    where,
    message: first === undefined ? "" : describeCause(first),
    errors,
    excerpt: causes.map(showCause).join("\n\n").slice(0, excerptCharacters),
    signature: signCauses(causes),
    causes,
  };
}

/** Of one cause its own, so that it is found wherever it occurs; of several, one for all of them together. */
function signCauses(causes: readonly Cause[]): string {
  const hashes = [...new Set(causes.map(({ signature }) => signature.hash))].sort();
  return hashes.length === 1 ? (hashes[0] ?? "") : stableHash(hashes.join("|"));
}

function describeCause({ leaf, error }: Cause): string {
  const test = leaf === "runtime/test-failure" ? firstTestFailure(error.excerpt) : null;
  const { file, line, code, message } = error;
  const place = file === null ? "" : `${file}${line === null ? "" : `:${line}`} `;
  return (test ?? `${place}${code === null || message.startsWith(code) ? "" : `${code}: `}${message}`).slice(0, 300);
}

function showCause({ step, error }: Cause): string {
  const { file, line, column, excerpt, message } = error;
  const place = file === null ? "" : ` ${[file, line, column].filter((part) => part !== null).join(":")}`;
  return `[${step}]${place}\n${excerpt || message}`;
}

function split(leaf: Leaf): [ErrorCategory, string] {
  const at = leaf.indexOf("/");
  return [leaf.slice(0, at) as ErrorCategory, leaf.slice(at + 1)];
}
