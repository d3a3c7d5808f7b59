// Addresses of the web app that are no file of its build: the Worker answers them with the app's shell, and every other one
// with 404 (workers/api/serve-web.ts). `:name` stands for any one part. web/router.test.ts holds the list against the router.
export const webAddresses = [
  "/login",
  "/register",
  "/projects",
  "/projects/new",
  "/projects/:projectId",
  "/workspaces/:workspaceId/fixes",
  "/settings",
] as const;

const patterns = webAddresses.map((address) => new RegExp(`^${address.replaceAll(/:\w+/g, "[^/]+")}/?$`));

export const isWebAddress = (pathname: string): boolean => patterns.some((pattern) => pattern.test(pathname));
