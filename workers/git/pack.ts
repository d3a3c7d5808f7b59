// Packs: written here, object by object without deltas; read by isomorphic-git, which knows deltas, from memory.
import { inflateSync } from "node:zlib";
import { indexPack, readObject } from "isomorphic-git";
import { MemoryFiles } from "./memory-files.ts";
import { concat, type GitObject, type ObjectType } from "./objects.ts";
import { MalformedRequest } from "./pkt-line.ts";

const typeNumbers: Record<ObjectType, number> = { commit: 1, tree: 2, blob: 3, tag: 4 };

export async function writePack(objects: Iterable<GitObject>): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let count = 0;
  for (const { type, bytes } of objects) {
    parts.push(entryHeader(typeNumbers[type], bytes.byteLength), await deflate(bytes));
    count++;
  }
  const head = new Uint8Array(12);
  head.set(new TextEncoder().encode("PACK"));
  const numbers = new DataView(head.buffer);
  numbers.setUint32(4, 2);
  numbers.setUint32(8, count);
  const body = concat([head, ...parts]);
  return concat([body, new Uint8Array(await crypto.subtle.digest("SHA-1", body))]);
}

/** Three bits of type and the size in groups of seven bits, the first of four. */
function entryHeader(type: number, size: number): Uint8Array {
  const bytes: number[] = [];
  let rest = Math.floor(size / 16);
  let byte = (type << 4) | (size & 15);
  while (rest > 0) {
    bytes.push(byte | 0x80);
    byte = rest & 0x7f;
    rest = Math.floor(rest / 128);
  }
  return new Uint8Array([...bytes, byte]);
}

async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Response(bytes).body?.pipeThrough(new CompressionStream("deflate"));
  return new Uint8Array(await new Response(stream ?? null).arrayBuffer());
}

export interface Pack {
  oids: ReadonlySet<string>;
  /** undefined for what is not in the pack. */
  read(oid: string): Promise<GitObject | undefined>;
}

const gitdir = "/.git";
const filepath = ".git/objects/pack/pack-pushed.pack";

/** Of all objects of a pack when they are unpacked, bytes: a small pack may hold a large file of nothing. */
const mostUnpacked = 64 * 1024 * 1024;

/** `mostObjects`: more are refused before anything is read. */
export async function readPack(bytes: Uint8Array<ArrayBuffer>, mostObjects: number): Promise<Pack> {
  const count = new DataView(bytes.buffer, bytes.byteOffset).getUint32(8);
  if (new TextDecoder().decode(bytes.subarray(0, 4)) !== "PACK") throw new MalformedRequest("No pack was sent.");
  if (count > mostObjects) throw new MalformedRequest(`A push has at most ${mostObjects} objects.`);
  checkUnpackedSize(bytes, count);
  const fs = new MemoryFiles();
  fs.put(`/${filepath}`, bytes);
  const cache = {};
  const { oids } = await indexPack({ fs, dir: "/", gitdir, filepath, cache });
  const known = new Set(oids);
  return {
    oids: known,
    async read(oid) {
      if (!known.has(oid)) return undefined;
      const found = await readObject({ fs, gitdir, oid, format: "content", cache });
      return { type: found.type as ObjectType, bytes: new Uint8Array(found.object as Uint8Array) };
    },
  };
}

/** Walks the entries, each unpacked alone and no further than it says of itself. */
function checkUnpackedSize(pack: Uint8Array, count: number): void {
  let left = mostUnpacked;
  let at = 12;
  try {
    for (let index = 0; index < count; index++) {
      let byte = pack[at++] ?? 0;
      const type = (byte >> 4) & 7;
      let size = byte & 15;
      for (let scale = 16; byte & 0x80; scale *= 128) {
        byte = pack[at++] ?? 0;
        size += (byte & 0x7f) * scale;
      }
      left -= size;
      if (left < 0) throw new MalformedRequest(`A push unpacks to at most ${mostUnpacked / 2 ** 20} MB.`);
      // What a delta is based on: a distance, or a name.
      if (type === 6) while ((pack[at++] ?? 0) & 0x80);
      if (type === 7) at += 20;
      const { engine } = inflateSync(pack.subarray(at), { maxOutputLength: size + 1, info: true }) as unknown as {
        engine: { bytesWritten: number };
      };
      at += engine.bytesWritten;
    }
  } catch (error) {
    if (error instanceof MalformedRequest) throw error;
    throw new MalformedRequest("The pack could not be read.");
  }
}
