// Cloudflare, in the user's own account: a Worker with the app's server, its static files and a D1 database, at its
// workers.dev address. Uploads lie in that database, as in any app without a bucket. Each deployment is a version of the
// Worker; going back deploys an earlier one again, with the variables it was made with.
import { Buffer } from "node:buffer";
import { checkAddress } from "../check-address.ts";
import { migrateDatabase } from "../cloudflare/migrate-database.ts";
import {
  explainCloudflare,
  noSubdomain,
  openCloudflare,
  orNull,
  type CloudflareAccount,
  type CloudflareClient,
} from "../cloudflare/open-cloudflare.ts";
import { sendAssets } from "../cloudflare/send-assets.ts";
import { ShipRefusal, type DeployProvider, type Shipment, type Shipped, type ShipTools } from "../provider.ts";

/** What generated apps are built for (`wrangler.toml` of the stacks). */
const runtime = { compatibility_date: "2026-10-19", compatibility_flags: ["nodejs_compat"] };
/** What is said about files stands among the modules; as a file, everybody could read it and nothing would heed it. */
const ruleFiles = ["_headers", "_redirects"];
/** A new name takes a while until it leads somewhere. */
const patience = { tries: 15, paths: ["api/health", ""] };

export function deployToCloudflare(account: CloudflareAccount): DeployProvider {
  const { accountId } = account;
  const explained = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      throw explainCloudflare(error);
    }
  };
  return {
    ship: (shipment, tools) => explained(ship(openCloudflare(account, tools.signal), accountId, shipment, tools)),
    check: (_shipment, { url }, { signal }) => checkAddress(url, signal, patience),
    async restore({ externalId }, _shipment, { signal }) {
      const [name = "", version = ""] = (externalId ?? "").split("/");
      const deployments = openCloudflare(account, signal).workers.scripts.deployments;
      const versions = [{ version_id: version, percentage: 100 }];
      const asked = deployments.create(name, { account_id: accountId, strategy: "percentage", versions });
      const made = await explained(orNull(asked));
      if (made === null) throw new ShipRefusal(`Cloudflare no longer has the Worker ${name}, or this version of it.`);
    },
  };
}

async function ship(
  client: CloudflareClient,
  accountId: string,
  { place, project, environment, version, variables }: Shipment,
  tools: ShipTools,
): Promise<Shipped> {
  const { log } = tools;
  const name = `${place["worker"] || project.hostLabel}${environment === "production" ? "" : `-${environment}`}`;
  const url = await findOrMakeWorker(client, { accountId, name, projectId: project.id }, log);
  const { main, modules, migrations } = await tools.server();
  const files = await tools.assets();
  const rules = ruleFiles.filter((file) => files.has(`/${file}`));
  const assets = new Map([...files].filter(([path]) => !rules.includes(path.slice(1))));
  const databaseId = await migrateDatabase(client, { accountId, name }, migrations, log);
  const jwt = await sendAssets(client, { accountId, name }, assets, log);
  const made = await client.workers.beta.workers.versions.create(name, {
    account_id: accountId,
    deploy: true,
    ...runtime,
    annotations: { "workers/message": `Version ${version.number}: ${version.message}`.slice(0, 200) },
    main_module: main,
    modules: [
      ...[...modules].map(([path, bytes]) =>
        moduleOf(path, bytes, path.endsWith(".wasm") ? "application/wasm" : "application/javascript+module"),
      ),
      ...rules.map((file) => moduleOf(file, files.get(`/${file}`) ?? new Uint8Array(), "text/plain")),
    ],
    ...(jwt !== null && { assets: { jwt, config: routing(assets) } }),
    bindings: [
      ...(databaseId === null ? [] : [{ type: "d1" as const, name: "DB", database_id: databaseId }]),
      ...Object.entries(variables).map(([key, text]) => ({ type: "secret_text" as const, name: key, text })),
    ],
  });
  log("info", `Cloudflare serves it as the Worker ${name}.`);
  return { url, externalId: `${name}/${made.id}` };
}

function moduleOf(name: string, bytes: Uint8Array, type: string) {
  return { name, content_type: type, content_base64: Buffer.from(bytes).toString("base64") };
}

/** As the preview serves them: an app with one document answers every page with it, and its API is the Worker's. */
function routing(assets: ReadonlyMap<string, unknown>) {
  return assets.has("/index.html")
    ? { not_found_handling: "single-page-application" as const, run_worker_first: ["/api/*"] }
    : {};
}

/** Its address. Refuses a Worker that is somebody's own: deploying would replace it. */
async function findOrMakeWorker(
  client: CloudflareClient,
  { accountId, name, projectId }: { accountId: string; name: string; projectId: string },
  log: ShipTools["log"],
): Promise<string> {
  const { workers } = client.workers.beta;
  const mark = `nexusgen-${projectId}`;
  const found = await orNull(workers.get(name, { account_id: accountId }));
  if (found && !found.tags.includes(mark))
    throw new ShipRefusal(
      `This account has a Worker named ${name} that was not made for this project. Choose another name where the environment says where it runs.`,
    );
  if (found === null) log("info", `Making the Worker ${name}.`);
  const worker =
    found ?? (await workers.create({ account_id: accountId, name, tags: [mark], subdomain: { enabled: true } }));
  const { url } = worker.subdomain;
  if (!url) throw new ShipRefusal(noSubdomain);
  return url.startsWith("http") ? url : `https://${url}`;
}
