import type { PageRoute } from "../routing/router.ts";

/** Inside the shell, for who is signed in. */
export const accountRoutes: readonly PageRoute[] = [
  { path: "profile", lazy: async () => (await import("./pages/profile.tsx")).profileRoute },
  { path: "access/keys", lazy: async () => (await import("./pages/keys.tsx")).keysRoute },
  { path: "access/users", lazy: async () => (await import("./pages/users.tsx")).usersRoute },
  { path: "access/changes", lazy: async () => (await import("./pages/changes.tsx")).changesRoute },
];

export const signInRoutes: readonly PageRoute[] = [
  { path: "sign-in", lazy: async () => ({ Component: (await import("./pages/sign-in.tsx")).SignInPage }) },
  { path: "sign-up", lazy: async () => (await import("./pages/sign-up.tsx")).signUpRoute },
];
