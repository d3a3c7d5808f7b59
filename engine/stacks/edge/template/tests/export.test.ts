import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { zip } from "../src/client/settings/zip.ts";

const files = new Map([
  ["a.json", "[1]\n"],
  ["größe.csv", "ö,✓\r\n"],
  ["empty.csv", ""],
]);

/** Reads what stands behind each file's header. */
async function unzip(blob: Blob): Promise<Map<string, string>> {
  const bytes = Buffer.from(await blob.arrayBuffer());
  const found = new Map<string, string>();
  for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50; ) {
    const [size, length] = [bytes.readUInt32LE(at + 18), bytes.readUInt16LE(at + 26)];
    const start = at + 30 + length;
    found.set(bytes.toString("utf8", at + 30, start), bytes.toString("utf8", start, start + size));
    at = start + size;
  }
  return found;
}

const hasPython = (() => {
  try {
    execFileSync("python3", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

test("a zip file holds its texts", async () => {
  expect(await unzip(zip(files))).toEqual(files);
});

test.runIf(hasPython)("a zip file is sound to another program, checksums included", async () => {
  const folder = mkdtempSync(join(tmpdir(), "export-"));
  try {
    const path = join(folder, "all.zip");
    writeFileSync(path, Buffer.from(await zip(files).arrayBuffer()));
    expect(execFileSync("python3", ["-m", "zipfile", "-t", path]).toString()).toContain("Done");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
