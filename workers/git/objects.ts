// Git's object model: blobs, trees and commits as bytes, named by their SHA-1. Pure.

export type ObjectType = "blob" | "tree" | "commit" | "tag";
export interface GitObject {
  type: ObjectType;
  bytes: Uint8Array<ArrayBuffer>;
}

/** `100755` is a program; links and submodules are not kept. */
export type FileMode = "100644" | "100755";
export interface GitFile {
  path: string;
  mode: FileMode;
  /** Of the blob. */
  oid: string;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export async function hashObject({ type, bytes }: GitObject): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-1", concat([encoder.encode(`${type} ${bytes.byteLength}\0`), bytes]));
  return new Uint8Array(digest).toHex();
}

export function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}

export interface TreeEntry {
  mode: string;
  name: string;
  oid: string;
}

/** In git's order: by bytes, a folder as if its name ended in a slash. */
export function encodeTree(entries: readonly TreeEntry[]): Uint8Array<ArrayBuffer> {
  const keyed = entries.map((entry) => ({
    entry,
    key: encoder.encode(entry.mode === "40000" ? `${entry.name}/` : entry.name),
  }));
  keyed.sort((a, b) => compareBytes(a.key, b.key));
  return concat(
    keyed.flatMap(({ entry: { mode, name, oid } }) => [encoder.encode(`${mode} ${name}\0`), Uint8Array.fromHex(oid)]),
  );
}

export function decodeTree(bytes: Uint8Array): TreeEntry[] {
  const entries: TreeEntry[] = [];
  for (let at = 0; at < bytes.byteLength;) {
    const space = bytes.indexOf(0x20, at);
    const end = bytes.indexOf(0, space);
    if (space < 0 || end < 0 || end + 21 > bytes.byteLength) throw new Error("A tree of the pack is cut short.");
    entries.push({
      mode: decoder.decode(bytes.subarray(at, space)).replace(/^0+/, ""),
      name: decoder.decode(bytes.subarray(space + 1, end)),
      oid: bytes.slice(end + 1, end + 21).toHex(),
    });
    at = end + 21;
  }
  return entries;
}

/** The trees of a set of files: by name, and the root's. */
export async function buildTrees(files: readonly GitFile[]): Promise<{ root: string; trees: Map<string, GitObject> }> {
  const trees = new Map<string, GitObject>();
  const build = async (within: readonly GitFile[], depth: number): Promise<string> => {
    const folders = new Map<string, GitFile[]>();
    const entries: TreeEntry[] = [];
    for (const file of within) {
      const parts = file.path.split("/");
      const name = parts[depth] ?? "";
      if (parts.length === depth + 1) entries.push({ mode: file.mode, name, oid: file.oid });
      else folders.set(name, [...(folders.get(name) ?? []), file]);
    }
    for (const [name, inside] of folders) entries.push({ mode: "40000", name, oid: await build(inside, depth + 1) });
    const tree: GitObject = { type: "tree", bytes: encodeTree(entries) };
    const oid = await hashObject(tree);
    trees.set(oid, tree);
    return oid;
  };
  return { root: await build(files, 0), trees };
}

export interface CommitFields {
  tree: string;
  parents: readonly string[];
  author: Signature;
  committer: Signature;
  message: string;
}
export interface Signature {
  name: string;
  email: string;
  /** ISO 8601. */
  at: string;
}

export function encodeCommit({ tree, parents, author, committer, message }: CommitFields): Uint8Array<ArrayBuffer> {
  const lines = [
    `tree ${tree}`,
    ...parents.map((parent) => `parent ${parent}`),
    `author ${sign(author)}`,
    `committer ${sign(committer)}`,
    "",
    message.endsWith("\n") ? message : `${message}\n`,
  ];
  return encoder.encode(lines.join("\n")) as Uint8Array<ArrayBuffer>;
}

/** Of a commit somebody else wrote: what is needed to make a version of it. */
export function decodeCommit(bytes: Uint8Array): { tree: string; parents: string[]; message: string } {
  const text = decoder.decode(bytes);
  const end = text.indexOf("\n\n");
  const head = (end < 0 ? text : text.slice(0, end)).split("\n");
  const value = (name: string) =>
    head.flatMap((line) => (line.startsWith(`${name} `) ? [line.slice(name.length + 1)] : []));
  const [tree] = value("tree");
  if (tree === undefined || !isOid(tree)) throw new Error("A commit of the pack names no tree.");
  return { tree, parents: value("parent").filter(isOid), message: end < 0 ? "" : text.slice(end + 2).trim() };
}

export const isOid = (text: string): boolean => /^[0-9a-f]{40}$/.test(text);

function sign({ name, email, at }: Signature): string {
  const clean = (text: string) => text.replaceAll(/[<>\n\0]/g, "").trim() || "unknown";
  return `${clean(name)} <${clean(email)}> ${Math.floor(Date.parse(at) / 1000)} +0000`;
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shared = Math.min(a.length, b.length);
  for (let at = 0; at < shared; at++) if (a[at] !== b[at]) return (a[at] ?? 0) - (b[at] ?? 0);
  return a.length - b.length;
}
