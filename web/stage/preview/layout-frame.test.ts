import { describe, expect, it } from "vitest";
import { layoutFrame, readSize } from "./layout-frame.ts";

const size = { width: 840, height: 640 };
const stage = { width: 1000, height: 700 };

describe("layoutFrame", () => {
  it("fills the stage where no device is chosen, and lays the app out wider for a smaller zoom", () => {
    const view = { device: "fit", turned: false, size, zoom: "fit" } as const;
    expect(layoutFrame(view, stage)).toEqual({ width: 1000, height: 700, scale: 1, framed: false });
    expect(layoutFrame({ ...view, zoom: "50" }, stage)).toMatchObject({ width: 2000, height: 1400, scale: 0.5 });
  });

  it.each([
    ["phone", false, 375, 812],
    ["phone", true, 812, 375],
    ["tablet", false, 768, 1024],
    ["desktop", false, 1440, 900],
    ["desktop", true, 900, 1440],
    ["free", false, 840, 640],
  ] as const)("gives %s (turned: %s) its own pixels and scales it into the stage", (device, turned, width, height) => {
    const layout = layoutFrame({ device, turned, size, zoom: "fit" }, stage);
    expect(layout).toMatchObject({ width, height, framed: true });
    expect(layout.scale).toBeLessThanOrEqual(1);
    expect(layout.width * layout.scale).toBeLessThanOrEqual(stage.width);
    expect(layout.height * layout.scale).toBeLessThanOrEqual(stage.height);
  });

  it("keeps a chosen zoom even where the device is then larger than the stage", () => {
    const view = { device: "desktop", turned: false, size, zoom: "150" } as const;
    expect(layoutFrame(view, stage)).toMatchObject({ width: 1440, scale: 1.5 });
  });
});

it("reads a size of the address, within what can be drawn", () => {
  expect(readSize("900x500")).toEqual({ width: 900, height: 500 });
  expect(readSize("10x9000")).toEqual({ width: 280, height: 2_560 });
  expect(readSize("wide")).toEqual({ width: 840, height: 640 });
});
