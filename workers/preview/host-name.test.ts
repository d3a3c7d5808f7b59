import { expect, it } from "vitest";
import { isPreviewHost, parsePreviewHost } from "./host-name.ts";

const domain = "localhost:8787";

it.each([
  ["shop-abc.localhost:8787", { label: "shop-abc", environment: "production" }],
  ["shop-abc--preview.localhost:8787", { label: "shop-abc", environment: "preview" }],
  ["SHOP-abc.LOCALHOST:8787", { label: "shop-abc", environment: "production" }],
  ["shop.localhost.:8787", { label: "shop", environment: "production" }],
  ["shop-abc--static.localhost:8787", { label: "shop-abc", environment: "preview", view: "static" }],
  ["shop-abc--v12.localhost:8787", { label: "shop-abc", environment: "preview", view: "v12" }],
  ["shop--v012.localhost:8787", { label: "shop--v012", environment: "production" }],
  ["shop--v2-0123456789.localhost:8787", { label: "shop--v2-0123456789", environment: "production" }],
  ["a.b.localhost:8787", null],
  ["--preview.localhost:8787", null],
  ["shop_x.localhost:8787", null],
  [`${"x".repeat(64)}.localhost:8787`, null],
  ["localhost:8787", null],
  ["shop.localhost:9999", null],
  ["shop.localhost:8787.evil.example", null],
])("reads %s", (host, expected) => {
  expect(parsePreviewHost(host, domain)).toEqual(expected);
});

it("claims every host below the preview domain, so that none falls through to the platform", () => {
  expect(isPreviewHost("a.b.localhost:8787", domain)).toBe(true);
  expect(isPreviewHost("localhost:8787", domain)).toBe(false);
  expect(isPreviewHost("evillocalhost:8787", domain)).toBe(false);
});
