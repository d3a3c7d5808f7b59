import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { isWebAddress, webAddresses } from "#protocol/web-addresses.ts";
import { publicPages } from "./public-pages/pages.ts";

const drawn: string[] = Object.values(publicPages).map(({ path }) => path);
const routed = [...readFileSync(join(import.meta.dirname, "router.tsx"), "utf8").matchAll(/path: "([^"*]+)"/g)].map(
  ([, path]) => `/${path}`,
);

it("every route is answered by the Worker: drawn by the build, or listed as the app's own", () => {
  expect(routed.length).toBeGreaterThan(10);
  expect(routed.filter((path) => !drawn.includes(path)).toSorted()).toEqual([...webAddresses].toSorted());
});

it.each([
  ["/projects/prj_1", true],
  ["/projects/prj_1/", true],
  ["/workspaces/wsp_1/fixes", true],
  ["/projects/prj_1/else", false],
  ["/workspaces/wsp_1", false],
  ["/nothing-here", false],
  ["/projectsx", false],
])("%s is an address of the app: %s", (path, expected) => expect(isWebAddress(path)).toBe(expected));
