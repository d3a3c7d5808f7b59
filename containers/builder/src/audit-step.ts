// The `audit` step: asks the registry which packages of the lockfile have known vulnerabilities. Like an installation it
// works on a cleaned copy of package.json and lockfile, in a folder of its own and with npm's own settings only.
import { chown, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { severities, type AuditOutcome } from "./checks/report.ts";
import type { Npm } from "./install-tree.ts";
import { runProcess, type Limits, type ProcessResult } from "./run-process.ts";
import { prepareRoot, type Launch, type Sandbox } from "./sandbox.ts";

const answerMs = 20_000;
const mostListed = 200;

/** What `npm audit --json` prints, as far as it is used. */
const npmAuditSchema = z.object({
  vulnerabilities: z.record(
    z.string(),
    z.object({
      name: z.string(),
      severity: z.enum(severities),
      range: z.string(),
      via: z.array(z.union([z.string(), z.object({ title: z.string() })])),
    }),
  ),
  metadata: z.object({ dependencies: z.object({ prod: z.int() }) }),
});

export async function runAuditStep(
  options: { sandbox: Sandbox; npm: Npm; launch: Omit<Launch, "command" | "network"> },
  files: { packageJson: string; lockfile: string },
  limits: Limits,
  signal: AbortSignal,
): Promise<{ result: ProcessResult; outcome: AuditOutcome | undefined }> {
  const { sandbox, npm } = options;
  const { root, uid } = options.launch;
  const owner = sandbox.ownerUid(uid);
  prepareRoot(root, owner);
  for (const [name, text] of [
    ["package.json", files.packageJson],
    ["package-lock.json", files.lockfile],
  ] as const) {
    await writeFile(join(root, "work", name), text);
    if (owner !== undefined) await chown(join(root, "work", name), owner, owner);
  }
  const extra = { npm: npm.folder };
  const cli = `${sandbox.extraPath({ root, extra }, "npm")}/bin/npm-cli.js`;
  const patience = ["--fetch-retries=0", `--fetch-timeout=${answerMs}`, "--no-update-notifier"];
  const output: string[] = [];
  const result = await runProcess(
    sandbox,
    {
      root,
      uid,
      ...(options.launch.background === true ? { background: true } : {}),
      command: ["node", cli, "audit", "--omit=dev", "--json", "--package-lock-only", ...patience],
      env: npm.env,
      network: true,
      extra,
    },
    { ...limits, timeoutMs: Math.min(limits.timeoutMs, 2 * answerMs) },
    (stream, text) => {
      if (stream === "stdout") output.push(text);
    },
    signal,
  );
  if (result.outcome === "cancelled") return { result, outcome: undefined };
  // npm exits with 1 when it found something, and when it could not ask.
  return { result: { ...result, outcome: "passed" }, outcome: readAudit(output.join("\n")) };
}

/** A registry that does not answer says nothing about the app. */
export function readAudit(output: string): AuditOutcome {
  let json: unknown;
  try {
    json = JSON.parse(output);
  } catch {
    return { kind: "unreachable", reason: "The package registry did not answer in time." };
  }
  const parsed = npmAuditSchema.safeParse(json);
  if (!parsed.success) return { kind: "unreachable", reason: "The package registry does not answer such questions." };
  const vulnerabilities = Object.values(parsed.data.vulnerabilities)
    .toSorted((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity))
    .slice(0, mostListed)
    .map(({ name, severity, range, via }) => ({ name, severity, range: range.slice(0, 200), title: titleOf(via) }));
  return { kind: "asked", packages: parsed.data.metadata.dependencies.prod, vulnerabilities };
}

/** What a package got from another one is told by that one's name. */
function titleOf(via: readonly (string | { title: string })[]): string {
  const [first] = via;
  if (first === undefined) return "";
  return (typeof first === "string" ? `through ${first}` : first.title).slice(0, 2_000);
}
