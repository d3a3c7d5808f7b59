// A tar archive (POSIX ustar), as layers of images are: ascending by path, all of one date, so that the same files give the
// same bytes.
const blockBytes = 512;
/** Nothing in an image's layer depends on when it was made. */
const modified = 0;

export interface TarEntry {
  /** Relative to the image's root, without a slash at either end. */
  path: string;
  /** A folder where it is null. */
  bytes: Uint8Array | null;
  /** Both of its owner and of its group. */
  owner: number;
}

export function writeTar(entries: readonly TarEntry[]): Uint8Array<ArrayBuffer> {
  const sorted = entries.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const size = sorted.reduce((sum, { bytes }) => sum + blockBytes + padded(bytes?.byteLength ?? 0), 2 * blockBytes);
  const tar = new Uint8Array(size);
  let at = 0;
  for (const entry of sorted) {
    tar.set(header(entry), at);
    at += blockBytes;
    if (entry.bytes === null) continue;
    tar.set(entry.bytes, at);
    at += padded(entry.bytes.byteLength);
  }
  return tar;
}

const padded = (size: number): number => Math.ceil(size / blockBytes) * blockBytes;

/** Throws for a path that ustar has no room for: 100 bytes behind a slash, 155 before it. */
function header({ path, bytes, owner }: TarEntry): Uint8Array {
  const block = new Uint8Array(blockBytes);
  const text = (value: string, at: number) => block.set(new TextEncoder().encode(value), at);
  const octal = (value: number, digits: number, at: number) => text(value.toString(8).padStart(digits, "0"), at);
  const { name, prefix } = splitPath(bytes === null ? `${path}/` : path);
  text(name, 0);
  octal(bytes === null ? 0o755 : 0o644, 7, 100);
  octal(owner, 7, 108);
  octal(owner, 7, 116);
  octal(bytes?.byteLength ?? 0, 11, 124);
  octal(modified, 11, 136);
  text(" ".repeat(8), 148);
  text(bytes === null ? "5" : "0", 156);
  text("ustar\u000000", 257);
  text(prefix, 345);
  const sum = block.reduce((total, byte) => total + byte, 0);
  text(`${sum.toString(8).padStart(6, "0")}\u0000 `, 148);
  return block;
}

function splitPath(path: string): { name: string; prefix: string } {
  const bytesOf = (value: string) => new TextEncoder().encode(value).byteLength;
  if (bytesOf(path) <= 100) return { name: path, prefix: "" };
  for (let at = path.indexOf("/"); at > 0 && at < path.length - 1; at = path.indexOf("/", at + 1)) {
    const [prefix, name] = [path.slice(0, at), path.slice(at + 1)];
    if (bytesOf(name) <= 100 && bytesOf(prefix) <= 155) return { name, prefix };
  }
  throw new Error(`The path ${path} is too long for an archive.`);
}
