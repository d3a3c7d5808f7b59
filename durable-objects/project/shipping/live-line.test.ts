import { expect, it } from "vitest";
import { liveLine } from "./live-line.ts";

it("names where an app answers, without the access that its address carries", () => {
  expect(liveLine("nexusgen", "https://orders.apps.test/?access=secret")).toBe(
    "It answers. Live: https://orders.apps.test",
  );
});

it("does not claim that an image in a registry answers", () => {
  expect(liveLine("registry", "registry.test/acme/orders:v3")).toBe("Pushed: registry.test/acme/orders:v3");
});
