import { expect, it } from "vitest";
import { readPack, writePack } from "./pack.ts";

it("refuses a pack that unpacks to more than it may, before it is unpacked", async () => {
  const pack = await writePack([{ type: "blob", bytes: new Uint8Array(65 * 1024 * 1024) }]);
  expect(pack.byteLength).toBeLessThan(100_000);
  await expect(readPack(pack, 10)).rejects.toThrow("unpacks to at most 64 MB");
});
