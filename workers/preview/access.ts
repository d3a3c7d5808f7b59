// Signed, expiring access to a preview. The address carries a token that is redeemed once for a cookie on the preview's
// own origin; the cookie holds a second token, for another audience, so that neither can stand in for the other.
import { jwtVerify, SignJWT } from "jose";
import type { DeploymentEnvironment } from "#db/vocabulary.ts";
import type { AppAddress, AppView } from "./app-id.ts";
import { hostSuffix } from "./host-name.ts";

/** Query parameter of an address that grants access. */
export const accessParameter = "nx_access";
export const cookieLifetimeSeconds = 12 * 60 * 60;
const linkLifetimeSeconds = 60 * 60;
const audiences = { link: "preview-link", cookie: "preview-cookie" } as const;

/** The parsed variables it takes; `Variables` fits. */
export interface AccessVariables {
  AUTH_SECRET: string;
  APP_ORIGIN: string;
  PREVIEW_DOMAIN: string;
}

export interface PreviewTarget extends AppAddress {
  /** `projects.host_label`. */
  label: string;
  /** Where to land, with its query; default `/`. */
  path?: string;
  /** Shows this revision to whoever has the address, instead of the deployed one. */
  revision?: string;
}

export interface Access {
  /** The revision that its holder sees; null: the deployed one. */
  revision: string | null;
}

/** `http(s)://<label>[--<environment or view>].PREVIEW_DOMAIN/…?nx_access=<token>`, redeemable for an hour. */
export async function signPreviewUrl(variables: AccessVariables, target: PreviewTarget): Promise<string> {
  const url = new URL(target.path ?? "/", previewOrigin(variables, target));
  url.searchParams.set(
    accessParameter,
    await sign(variables, "link", target, linkLifetimeSeconds, target.revision ?? null),
  );
  return url.href;
}

/** The address of an app without access: for a public app, and to show. */
export function previewOrigin(
  variables: Pick<AccessVariables, "APP_ORIGIN" | "PREVIEW_DOMAIN">,
  target: { label: string; environment: DeploymentEnvironment; view?: AppView },
): string {
  const { protocol } = new URL(variables.APP_ORIGIN);
  return `${protocol}//${target.label}${hostSuffix(target.environment, target.view)}.${variables.PREVIEW_DOMAIN}`;
}

export function signCookie(variables: AccessVariables, address: AppAddress, { revision }: Access): Promise<string> {
  return sign(variables, "cookie", address, cookieLifetimeSeconds, revision);
}

/** Of an unexpired token of that kind made for exactly this app; else null. */
export async function readAccess(
  variables: AccessVariables,
  kind: keyof typeof audiences,
  token: string,
  address: AppAddress,
): Promise<Access | null> {
  try {
    const { payload } = await jwtVerify(token, keyOf(variables), { audience: audiences[kind], algorithms: ["HS256"] });
    if (payload.sub !== address.projectId || payload["env"] !== placeOf(address)) return null;
    return { revision: typeof payload["rev"] === "string" ? payload["rev"] : null };
  } catch {
    return null;
  }
}

function sign(
  variables: AccessVariables,
  kind: keyof typeof audiences,
  address: AppAddress,
  lifetimeSeconds: number,
  revision: string | null,
): Promise<string> {
  return new SignJWT({ env: placeOf(address), ...(revision !== null && { rev: revision }) })
    .setProtectedHeader({ alg: "HS256" })
    .setSubject(address.projectId)
    .setAudience(audiences[kind])
    .setIssuedAt()
    .setExpirationTime(`${lifetimeSeconds}s`)
    .sign(keyOf(variables));
}

/** A view has an origin of its own, and access of its own. */
const placeOf = ({ environment, view }: AppAddress): string =>
  view === undefined ? environment : `${environment}/${view}`;

/** Not the bare secret: a preview token must never verify as an access token of the API. */
function keyOf(variables: AccessVariables): Uint8Array {
  return new TextEncoder().encode(`preview-access:${variables.AUTH_SECRET}`);
}
