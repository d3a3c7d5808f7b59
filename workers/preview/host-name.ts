// Which app a host name asks for. Production is `<label>.PREVIEW_DOMAIN`, the others `<label>--<environment>.PREVIEW_DOMAIN`;
// views of the preview are `<label>--<view>.PREVIEW_DOMAIN`. No label ends like one: its last ten characters are random.
import type { DeploymentEnvironment } from "#db/vocabulary.ts";
import { type AppView, readView } from "./app-id.ts";

export interface PreviewHostName {
  label: string;
  environment: DeploymentEnvironment;
  view?: AppView;
}

const labelPattern = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const suffixes = { preview: "--preview", staging: "--staging" } as const;

/** What an environment, or a view of the preview, adds to a project's label. */
export function hostSuffix(environment: DeploymentEnvironment, view?: AppView): string {
  if (view !== undefined) return `--${view}`;
  return environment === "production" ? "" : suffixes[environment];
}

/** True for every host below the preview domain, valid or not: such a request must never reach the platform's routes. */
export function isPreviewHost(host: string, previewDomain: string): boolean {
  return normalise(host).endsWith(`.${normalise(previewDomain)}`);
}

/** Null when the name below the preview domain is not one an app can have. */
export function parsePreviewHost(host: string, previewDomain: string): PreviewHostName | null {
  if (!isPreviewHost(host, previewDomain)) return null;
  const name = normalise(host).slice(0, -normalise(previewDomain).length - 1);
  if (!labelPattern.test(name)) return null;
  for (const environment of ["preview", "staging"] as const) {
    const suffix = suffixes[environment];
    if (name.endsWith(suffix)) return { label: name.slice(0, -suffix.length), environment };
  }
  const [, label, suffix = ""] = /^(.+)--([a-z0-9]+)$/.exec(name) ?? [];
  const view = readView(suffix);
  if (label !== undefined && view !== null) return { label, environment: "preview", view };
  return { label: name, environment: "production" };
}

const snapshotPattern = /^([0-9a-z]{26})--snapshot$/;

/** The key of a snapshot whose host this is, `<key>--snapshot.PREVIEW_DOMAIN`; null for any other host. */
export function parseSnapshotHost(host: string, previewDomain: string): string | null {
  if (!isPreviewHost(host, previewDomain)) return null;
  return snapshotPattern.exec(normalise(host).slice(0, -normalise(previewDomain).length - 1))?.[1] ?? null;
}

export function snapshotOrigin(variables: { APP_ORIGIN: string; PREVIEW_DOMAIN: string }, key: string): string {
  return `${new URL(variables.APP_ORIGIN).protocol}//${key}--snapshot.${variables.PREVIEW_DOMAIN}`;
}

/** Host names are case-insensitive, and a final dot means the same host. */
function normalise(host: string): string {
  return host.toLowerCase().replace(/\.(?=:\d+$|$)/, "");
}
