import { describe, expect, it } from "vitest";
import { buildTrees, decodeCommit, decodeTree, encodeCommit, hashObject } from "./objects.ts";
import { readPack, writePack } from "./pack.ts";
import { decodePackets, encodePackets, MalformedRequest, packetText } from "./pkt-line.ts";

const bytes = (text: string) => new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;
const person = { name: "Ada <x>", email: "ada@example.com", at: "2026-11-21T10:00:00.000Z" };

describe("objects", () => {
  it("have the names that git gives them", async () => {
    expect(await hashObject({ type: "blob", bytes: bytes("hello\n") })).toBe(
      "ce013625030ba8dba906f756967f9e9ca394464a",
    );
    expect(await hashObject({ type: "tree", bytes: bytes("") })).toBe("4b825dc642cb6eb9a060e54bf8d69288fbee4904");
  });

  it("order a folder as if its name ended in a slash", async () => {
    const oid = await hashObject({ type: "blob", bytes: bytes("x") });
    const file = (path: string) => ({ path, mode: "100644" as const, oid });
    const { root, trees } = await buildTrees([file("a/b"), file("a.ts"), file("a0")]);
    expect(decodeTree(trees.get(root)?.bytes ?? bytes("")).map(({ name }) => name)).toEqual(["a.ts", "a", "a0"]);
    expect(trees.size).toBe(2);
  });

  it("write a commit that reads back, without what a name must not hold", () => {
    const tree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
    const commit = encodeCommit({ tree, parents: [tree], author: person, committer: person, message: "One\n\nmore" });
    expect(decodeCommit(commit)).toEqual({ tree, parents: [tree], message: "One\n\nmore" });
    expect(new TextDecoder().decode(commit)).toContain("author Ada x <ada@example.com> 1795255200 +0000\n");
  });
});

describe("packs", () => {
  it("read back what was written, whatever its size", async () => {
    const blobs = ["", "a", "x".repeat(15), "y".repeat(16), "z".repeat(5_000)].map((text) => bytes(text));
    const objects = blobs.map((content) => ({ type: "blob" as const, bytes: content }));
    const pack = await readPack(await writePack(objects), 10);
    expect(pack.oids.size).toBe(5);
    for (const object of objects) expect(await pack.read(await hashObject(object))).toEqual(object);
    expect(await pack.read("0".repeat(40))).toBeUndefined();
  });

  it("are refused when they hold more than is taken, or are none", async () => {
    await expect(readPack(await writePack([{ type: "blob", bytes: bytes("a") }]), 0)).rejects.toThrow(MalformedRequest);
    await expect(readPack(bytes("not a pack at all"), 10)).rejects.toThrow(MalformedRequest);
  });
});

describe("packets", () => {
  it("read back what was written, and stop at the flush where the pack begins", () => {
    const sent = encodePackets(["one\n", "delim", "two", "flush"]);
    expect(new TextDecoder().decode(sent)).toBe("0008one\n00010007two0000");
    const { packets, rest } = decodePackets(new Uint8Array([...sent, ...bytes("PACK")]), true);
    expect(packets.map((packet) => (typeof packet === "string" ? packet : packetText(packet)))).toEqual([
      "one",
      "delim",
      "two",
      "flush",
    ]);
    expect(new TextDecoder().decode(rest)).toBe("PACK");
  });

  it.each(["zzzz", "00ffshort", "0003"])("refuse %j", (text) => {
    expect(() => decodePackets(bytes(text))).toThrow(MalformedRequest);
  });
});
