// Which app a host name asks for. Production is `<label>.PREVIEW_DOMAIN`, preview `<label>--preview.PREVIEW_DOMAIN`.
import type { DeploymentEnvironment } from "#db/vocabulary.ts";

export interface PreviewHostName {
  label: string;
  environment: DeploymentEnvironment;
}

const labelPattern = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const previewSuffix = "--preview";

/** True for every host below the preview domain, valid or not: such a request must never reach the platform's routes. */
export function isPreviewHost(host: string, previewDomain: string): boolean {
  return normalise(host).endsWith(`.${normalise(previewDomain)}`);
}

/** Null when the name below the preview domain is not one an app can have. */
export function parsePreviewHost(host: string, previewDomain: string): PreviewHostName | null {
  if (!isPreviewHost(host, previewDomain)) return null;
  const name = normalise(host).slice(0, -normalise(previewDomain).length - 1);
  if (!labelPattern.test(name)) return null;
  if (!name.endsWith(previewSuffix)) return { label: name, environment: "production" };
  return { label: name.slice(0, -previewSuffix.length), environment: "preview" };
}

/** Host names are case-insensitive, and a final dot means the same host. */
function normalise(host: string): string {
  return host.toLowerCase().replace(/\.(?=:\d+$|$)/, "");
}
