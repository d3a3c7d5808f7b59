// A container registry: the app as an image, for whoever runs it. Nothing runs here, so what is looked at is whether the
// registry has it. The environment's tag leads to the newest; going back moves the tag.
import { ShipRefusal, type DeployProvider, type Shipment, type ShipTools } from "../provider.ts";
import { pushImage, type ImageRecipe } from "../registry/assemble-image.ts";
import { digestOf, openRegistry, type RegistryAccount } from "../registry/open-registry.ts";
import type { TarEntry } from "../registry/write-tar.ts";

/** As in the Dockerfile of the edge stack, which a test holds it against. */
export const nodeImage = {
  base: { repository: "library/node", reference: "24-slim" },
  env: { NODE_ENV: "production", HOST: "0.0.0.0", PORT: "3000", DATA_FILE: "/data/app.db" },
  workingDir: "/app",
  user: "node",
  port: 3000,
  volume: "/data",
  command: ["node", "dev/serve.ts"],
  healthcheck: [
    "node",
    "-e",
    "fetch(`http://127.0.0.1:${process.env.PORT}/api/health`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))",
  ],
  /** Of the source; the build stands in `dist`. */
  copies: ["package.json", "dev/", "migrations/"],
} as const;
/** Of `node` in the base image. */
const nodeUser = 1000;

interface Base {
  /** Of the registry that has the base image; Docker Hub's when empty. */
  url: string | undefined;
  hosts: RegistryAccount["hosts"];
}

export function deployToRegistry(account: RegistryAccount, base: Base): DeployProvider {
  const repositoryOf = ({ place, project }: Shipment) =>
    place["repository"] || `${account.user}/${project.slug}`.toLowerCase();
  const nameOf = (shipment: Shipment) => `${URL.parse(account.url)?.host ?? ""}/${repositoryOf(shipment)}`;
  return {
    async ship(shipment, tools) {
      const { environment, version, project } = shipment;
      if (project.stack !== "edge")
        throw new ShipRefusal("The image of a Next.js app takes “next build”. Export → Docker has the steps for it.");
      const target = openRegistry(account, tools.signal);
      const source = openRegistry(
        { url: base.url || "https://registry-1.docker.io", user: "", secret: "", hosts: base.hosts },
        tools.signal,
      );
      const repository = repositoryOf(shipment);
      const digest = await pushImage(
        { ...nodeImage.base, registry: source },
        { registry: target, repository, tags: [`v${version.number}`, environment] },
        { ...nodeImage, files: await listFiles(tools) } satisfies ImageRecipe,
        (text) => tools.log("info", text),
      );
      tools.log("info", `Pushed ${nameOf(shipment)}:v${version.number} (${digest}).`);
      return { url: `${nameOf(shipment)}:v${version.number}`, externalId: digest };
    },
    async check(shipment, { url, externalId }, { signal }) {
      const registry = openRegistry(account, signal);
      const found = await registry.manifest(repositoryOf(shipment), shipment.environment);
      if (found !== null && digestOf(found.text) === externalId) return null;
      return { category: "network", message: `The registry does not have ${url} where it was pushed.`, reason: null };
    },
    async restore({ url, externalId }, shipment, { signal }) {
      const registry = openRegistry(account, signal);
      const repository = repositoryOf(shipment);
      const earlier = await registry.manifest(repository, externalId ?? "");
      if (earlier === null) throw new ShipRefusal(`The registry no longer has ${url}.`);
      await registry.putManifest(repository, shipment.environment, earlier);
    },
  };
}

/** What the Dockerfile copies into the image that runs. */
async function listFiles(tools: ShipTools): Promise<TarEntry[]> {
  const [source, assets, { modules }] = [await tools.source(), await tools.assets(), await tools.server()];
  const isCopied = (path: string) =>
    nodeImage.copies.some((copied) => (copied.endsWith("/") ? path.startsWith(copied) : path === copied));
  const files = new Map<string, Uint8Array>([
    ...[...source].filter(([path]) => isCopied(path)),
    ...[...modules].map(([name, bytes]) => [`dist/server/${name}`, bytes] as const),
    ...[...assets].map(([path, bytes]) => [`dist/client${path}`, bytes] as const),
  ]);
  const folders = new Set([...files.keys()].flatMap((path) => foldersOf(`app/${path}`)));
  return [
    { path: "data", bytes: null, owner: nodeUser },
    ...[...folders].map((path) => ({ path, bytes: null, owner: 0 })),
    ...[...files].map(([path, bytes]) => ({ path: `app/${path}`, bytes, owner: 0 })),
  ];
}

function foldersOf(path: string): string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_part, at) => parts.slice(0, at + 1).join("/"));
}
