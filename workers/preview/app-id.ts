import type { DeploymentEnvironment } from "#db/vocabulary.ts";

/**
 * The preview looked at in another way, on an origin of its own: what was built without its server, the app's dev server,
 * or version N as it was, with example rows of its own.
 */
export type AppView = "static" | "live" | VersionView;
export type VersionView = `v${number}`;

export interface AppAddress {
  projectId: string;
  environment: DeploymentEnvironment;
  /** Of the environment "preview" alone. */
  view?: AppView;
}

const versionPattern = /^v([1-9]\d{0,5})$/;
const versionAppPattern = /:v[1-9]\d{0,5}:preview$/;

/** Null for a view that is not of an older version. */
export function versionOf(view: AppView | undefined): number | null {
  const [, number] = versionPattern.exec(view ?? "") ?? [];
  return number === undefined ? null : Number(number);
}

/** Null for a text that names none. */
export function readView(text: string): AppView | null {
  if (text === "static" || text === "live") return text;
  return versionPattern.test(text) ? (text as VersionView) : null;
}

/** Names the running app's data and isolates: `<projectId>:<environment>`, or `<projectId>:vN:preview`. */
export function appIdOf({ projectId, environment, view }: AppAddress): string {
  return versionOf(view) === null ? `${projectId}:${environment}` : `${projectId}:${view}:${environment}`;
}

/** Whether its data is an older version's, which is kept for as long as somebody looks at it. */
export const isVersionApp = (appId: string): boolean => versionAppPattern.test(appId);

/** Whose variables an app runs with: an older version has those of the preview. */
export const settingsOwner = (appId: string): string => appId.replace(versionAppPattern, ":preview");
