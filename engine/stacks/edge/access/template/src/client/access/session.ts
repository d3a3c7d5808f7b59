// Who is signed in. Asked for once, before the first page; signing in and out load the app anew.
import type { Session } from "../../shared/access/access.ts";
import { publicModels } from "../../shared/access/roles.ts";
import { models } from "../../shared/models.ts";
import { call } from "../api.ts";
import { basename } from "../shell/slots.ts";

const everythingPublic = Object.fromEntries(
  models.map(({ key }) => [
    key,
    { read: publicModels.includes(key) ? "all" : "none", create: "none", update: "none", delete: "none" } as const,
  ]),
);

let session: Session = { user: null, may: {}, signUp: "invited", examples: [] };

export const readSession = (): Session => session;

const bare = /\/sign-(in|up)\/?$/;

/** Whether the shell's own pages are there, and not the public ones of a site. */
export const isInside = (pathname: string): boolean =>
  basename === "/" || pathname === basename || pathname.startsWith(`${basename}/`);

/** Only a site's own pages, and apps with something public, are for visitors. */
function needsPerson(pathname: string): boolean {
  if (bare.test(pathname)) return false;
  return basename === "/" ? publicModels.length === 0 : isInside(pathname);
}

/** Leads to the page for signing in and back here afterwards. */
export function leaveToSignIn(): Promise<never> {
  const { pathname, search } = location;
  location.replace(`/sign-in?${new URLSearchParams({ to: pathname + search })}`);
  // The page is about to go: nothing else is drawn.
  return new Promise<never>(() => undefined);
}

export async function loadSession(): Promise<void> {
  const loaded = await call<Session>("/session");
  if (!loaded.user && needsPerson(location.pathname)) await leaveToSignIn();
  session = loaded.user ? loaded : { ...loaded, may: everythingPublic };
}

/** An address of this app, or its first page. */
export function nextPage(query: URLSearchParams): string {
  const to = query.get("to") ?? "";
  return /^\/(?![/\\])/.test(to) && !bare.test(to) ? to : basename;
}

/** Whoever has no session any more. */
export const leave = (): void => location.assign(basename === "/" ? "/sign-in" : "/");

export async function signOut(): Promise<void> {
  await call("/session", { method: "DELETE" });
  leave();
}
