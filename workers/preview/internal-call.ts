// Calls between the platform and the previews' process. They carry a shared secret, since locally they cross a loopback
// socket that any program on the machine can reach.

export const internalHeaders = {
  secret: "x-nexus-internal",
  /** `<projectId>:<environment>`; absent on calls that are not for an app. */
  app: "x-nexus-app",
  revision: "x-nexus-revision",
  /** The set of environment variables that the app runs with; absent where it has none. */
  variables: "x-nexus-variables",
  /** Present where only what was built is shown, without the app's server. */
  static: "x-nexus-static",
  /** Which frozen copy of the app's data is shown, and whose copy of that. */
  snapshot: "x-nexus-snapshot",
  visitor: "x-nexus-visitor",
  /** On an answer: why the app failed, percent-encoded, for the platform's eyes. */
  appError: "x-nexus-app-error",
  /** On an answer: this request found a database with another history, which was made anew. */
  rebuilt: "x-nexus-rebuilt",
} as const;

export const pingPath = "/__nexus/ping";

export function isInternal(request: Request, secret: string): boolean {
  const given = new TextEncoder().encode(request.headers.get(internalHeaders.secret) ?? "");
  const expected = new TextEncoder().encode(secret);
  return given.byteLength === expected.byteLength && crypto.subtle.timingSafeEqual(given, expected);
}

/** Headers of our own must neither be forged by a visitor nor shown to an app. */
export function withoutInternalHeaders(source: Headers): Headers {
  return new Headers([...source].filter(([name]) => !name.startsWith("x-nexus-")));
}

/** Why an app failed while answering, for the project's log; null when it did not. */
export function appFailure(headers: Headers): string | null {
  const encoded = headers.get(internalHeaders.appError);
  if (encoded === null) return null;
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}
