// Everything `npm start` decides before it starts anything: directories, ports, secrets and the Worker's variables.
import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseEnv } from "node:util";

export interface Settings {
  root: string;
  stateDir: string;
  /** Dependencies of generated apps; STORE_DIR lets several state directories share them. */
  storeDir: string;
  /** 0 asks for any free port. */
  port: number;
  secrets: Secrets;
  /** Plain-text bindings of the Worker: provider keys and addresses, and what `.dev.vars` adds. */
  variables: Record<string, string>;
  /** Resident memory at which the previews' process is replaced, bytes. */
  previewMemoryBytes: number;
}

const secretNames = ["AUTH_SECRET", "BUILDER_SECRET", "INTERNAL_SECRET", "ENCRYPTION_KEY"] as const;
export type Secrets = Record<(typeof secretNames)[number], string>;

/** Variables of the shell that reach the Worker; the rest of the shell's environment stays outside. */
const forwarded = /^(ANTHROPIC|OPENAI|NEXUSGEN|GITHUB|CORS|RESEND)_[A-Z0-9_]+$/;

export function prepareStateDir(): string {
  const stateDir = resolve(process.env["STATE_DIR"] || ".state");
  mkdirSync(stateDir, { recursive: true, mode: 0o700 });
  chmodSync(stateDir, 0o700);
  return stateDir;
}

/** Call with the state directory locked: the first call makes the secrets. */
export function readSettings(root: string, stateDir: string): Settings {
  return {
    root,
    stateDir,
    storeDir: resolve(process.env["STORE_DIR"] || join(stateDir, "builder/store")),
    port: readPort(),
    secrets: readSecrets(join(stateDir, "secrets.json")),
    variables: readVariables(root),
    previewMemoryBytes: readMegabytes("PREVIEW_MEMORY_MB", 1024) * 1024 * 1024,
  };
}

function readPort(): number {
  const text = process.env["PORT"] || "8787";
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT must be a port number, not "${text}".`);
  return port;
}

function readMegabytes(name: string, fallback: number): number {
  const value = Number(process.env[name] || fallback);
  if (!(value > 0)) throw new Error(`${name} must be a number of megabytes, not "${process.env[name]}".`);
  return value;
}

/** Created once and kept: new secrets would sign everybody out. */
function readSecrets(path: string): Secrets {
  const stored: Partial<Secrets> = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
  const secrets = Object.fromEntries(
    secretNames.map((name) => [name, stored[name] ?? randomBytes(32).toString("base64url")]),
  ) as Secrets;
  if (secretNames.some((name) => !stored[name])) writeFileSync(path, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
}

function readVariables(root: string): Record<string, string> {
  const path = join(root, ".dev.vars");
  const file = existsSync(path) ? parseEnv(readFileSync(path, "utf8")) : {};
  const shell = Object.entries(process.env).filter(([name, value]) => forwarded.test(name) && value);
  return Object.fromEntries([...Object.entries(file), ...shell].map(([name, value]) => [name, value ?? ""]));
}
