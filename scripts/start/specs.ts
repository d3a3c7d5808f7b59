// The three processes of a local platform: what each is started with and how its health is read.
import { join } from "node:path";
import type { ChildSpec } from "./child.ts";
import { httpCall } from "./http-call.ts";
import type { Settings } from "./settings.ts";
import type { WorkerStart } from "./worker-process.ts";

export interface Ports {
  platform: number;
  /** PreviewHost of the previews' process. */
  previews: number;
  /** ArtefactReader of the platform's process. */
  artefacts: number;
  builder: number;
}

const gigabyte = 1024 ** 3;
/** Isolates stay loaded for the life of a process, about 20 MB each. Past either mark it is replaced as soon as idle. */
const mostIsolates = 40;
const idleMemoryShare = 0.75;

export function builderSpec(settings: Settings, ports: Ports): ChildSpec {
  return {
    name: "builder",
    script: join(settings.root, "containers/builder/src/main.ts"),
    environment: {
      ...basicEnvironment(),
      ...chromiumPath(),
      PORT: String(ports.builder),
      HOST: "127.0.0.1",
      BUILDER_SECRET: settings.secrets.BUILDER_SECRET,
      STATE_DIR: join(settings.stateDir, "builder"),
      BUILDER_STORE_DIR: settings.storeDir,
      // Builds run code that strangers wrote: neither the platform's data nor its configuration is theirs to read.
      BUILDER_HIDE: `${settings.root}:${settings.stateDir}`,
    },
    isQuiet: true,
    ping: (signal) => answers(ports.builder, "/health", settings, signal),
    memoryBytes: 16 * gigabyte,
    busySilenceMs: 20_000,
  };
}

export function previewsSpec(settings: Settings, ports: Ports, runtime: Record<string, string>): ChildSpec {
  return {
    name: "previews",
    script: join(settings.root, "scripts/start/worker-process.ts"),
    environment: { ...basicEnvironment(), ...runtime },
    start: workerStart("previews", settings, ports),
    async ping(signal, usage) {
      const { body } = await httpCall({
        port: ports.previews,
        path: "/__nexus/ping",
        headers: internal(settings),
        signal,
      });
      const state = JSON.parse(body) as { isolates: number; inFlight: number };
      const isFull =
        state.isolates >= mostIsolates ||
        (state.isolates > 0 && usage.rssBytes > settings.previewMemoryBytes * idleMemoryShare);
      return isFull && state.inFlight === 0 ? `has ${state.isolates} apps loaded` : null;
    },
    memoryBytes: settings.previewMemoryBytes,
    busySilenceMs: 4_000,
  };
}

export function platformSpec(settings: Settings, ports: Ports, runtime: Record<string, string>): ChildSpec {
  return {
    name: "platform",
    script: join(settings.root, "scripts/start/worker-process.ts"),
    environment: { ...basicEnvironment(), ...runtime },
    start: workerStart("platform", settings, ports),
    ping: (signal) => answers(ports.artefacts, "/__nexus/ping", settings, signal),
    memoryBytes: 4 * gigabyte,
    busySilenceMs: 15_000,
  };
}

function workerStart(role: WorkerStart["role"], settings: Settings, ports: Ports): WorkerStart {
  const local = {
    INTERNAL_SECRET: settings.secrets.INTERNAL_SECRET,
    APP_ORIGIN: `http://localhost:${ports.platform}`,
    PREVIEW_DOMAIN: `localhost:${ports.platform}`,
  };
  return {
    root: settings.root,
    role,
    persistDir: join(settings.stateDir, role),
    ports: { platform: ports.platform, previews: ports.previews, artefacts: ports.artefacts },
    // Generated code runs beside the previews' variables: keys and signing secrets stay with the platform.
    variables:
      role === "previews"
        ? local
        : {
            NEXUSGEN_PROVIDER_HOSTS: "loopback",
            ...settings.variables,
            ...local,
            ...settings.secrets,
            NEXUSGEN_LOCAL: "true",
            BUILDER_URL: `http://127.0.0.1:${ports.builder}`,
          },
  };
}

async function answers(port: number, path: string, settings: Settings, signal: AbortSignal): Promise<null> {
  await httpCall({ port, path, headers: internal(settings), signal });
  return null;
}

function internal(settings: Settings): Record<string, string> {
  return { "x-nexus-internal": settings.secrets.INTERNAL_SECRET };
}

/** For the checks behind a preview. Empty, it says that they go without a browser. */
function chromiumPath(): Record<string, string> {
  const path = process.env["CHROMIUM_PATH"];
  return path === undefined ? {} : { CHROMIUM_PATH: path };
}

/** The children see no more of the shell than they need; secrets reach them over IPC or by name. */
function basicEnvironment(): Record<string, string> {
  const kept = ["PATH", "HOME", "TMPDIR", "LANG", "LC_ALL", "SystemRoot", "npm_config_registry", "NODE_EXTRA_CA_CERTS"];
  const present = kept.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []));
  return { ...Object.fromEntries(present), CLOUDFLARE_CF_FETCH_ENABLED: "false" };
}
