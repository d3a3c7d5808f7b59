// What stands beside the source in exports for places that run containers: steps, and manifests where the place takes them.
// They hold for every stack, since its image answers on port 3000 with `/api/health` and keeps its records in /data, or where
// DATABASE_URL says.
import type { FileTree } from "../stack.ts";
import { template as aws } from "./aws/template.generated.ts";
import { template as docker } from "./docker/template.generated.ts";
import { template as gcp } from "./gcp/template.generated.ts";

/** `docker`: any machine with an engine, and registries. */
export const containerHosts = ["docker", "aws", "gcp"] as const;
export type ContainerHost = (typeof containerHosts)[number];

const templates: Readonly<Record<ContainerHost, Readonly<Record<string, string>>>> = { docker, aws, gcp };

/** As it stands in the templates, where it is a valid name. */
const placeholder = "my-app";
/** Of a Cloud Run service are 49 signs, less what secrets put behind it; all begin with a letter. */
const longestName = 40;

/** `slug`: of the project. */
export function emitContainerHost(host: ContainerHost, slug: string): FileTree {
  const name = imageName(slug);
  return new Map(
    Object.entries(templates[host]).map(([path, text]) => [path, text.replaceAll(placeholder, name)] as const),
  );
}

export function imageName(slug: string): string {
  const begun = /^[a-z]/.test(slug) ? slug : `app-${slug}`;
  return begun.slice(0, longestName).replace(/-+$/, "");
}
