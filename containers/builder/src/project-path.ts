// oxlint-disable no-control-regex -- control characters are what this file is about
// What a path in a build request may look like. Everything is checked before the first byte is written, so a refused
// request leaves nothing behind.
export class RefusedInput extends Error {}

const maxPathLength = 400;
const maxSegmentBytes = 255;
/** Installing fills node_modules, and tools that run git would obey a planted .git/config. */
const reserved = new Set(["node_modules", ".git"]);

/** Returns the path unchanged, or throws `RefusedInput` with the reason. */
export function checkPath(path: string): string {
  const refuse = (reason: string): never => {
    throw new RefusedInput(`Path ${JSON.stringify(path.slice(0, 120))} is refused: ${reason}.`);
  };
  if (path === "") refuse("it is empty");
  if (path.length > maxPathLength) refuse(`it is longer than ${maxPathLength} characters`);
  if (/[\u0000-\u001f\u007f]/.test(path)) refuse("it holds a control character");
  if (path.includes("\\")) refuse("it holds a backslash");
  if (path.startsWith("/") || /^[A-Za-z]:/.test(path)) refuse("it is absolute");
  if (path !== path.normalize("NFC")) refuse("it is not in Unicode normal form C");
  for (const segment of path.split("/")) {
    if (segment === "" || segment === "." || segment === "..") refuse("it holds an empty, `.` or `..` part");
    if (/[. ]$/.test(segment)) refuse("a part ends with a dot or a space");
    if (byteLength(segment) > maxSegmentBytes) refuse("a part is too long");
    if (reserved.has(segment.toLowerCase())) refuse(`${segment} belongs to the builder`);
  }
  return path;
}

// Without Buffer: the API checks what people write with these rules too.
const byteLength = (text: string): number => new TextEncoder().encode(text).byteLength;

/** Refuses two paths that one file system would take for the same entry, and a file used as a folder. */
export function checkPathSet(paths: readonly string[]): void {
  const files = new Map<string, string>();
  for (const path of paths) {
    const folded = checkPath(path).toLowerCase();
    const twin = files.get(folded);
    if (twin !== undefined) throw new RefusedInput(`Paths ${twin} and ${path} differ only by case.`);
    files.set(folded, path);
  }
  const folders = new Map<string, string>();
  for (const path of paths) {
    const segments = path.split("/");
    for (let depth = 1; depth < segments.length; depth++) {
      const folder = segments.slice(0, depth).join("/");
      const folded = folder.toLowerCase();
      if (files.has(folded)) throw new RefusedInput(`Path ${files.get(folded)} is a file and a folder at once.`);
      const twin = folders.get(folded);
      if (twin !== undefined && twin !== folder)
        throw new RefusedInput(`Folders ${twin} and ${folder} differ only by case.`);
      folders.set(folded, folder);
    }
  }
}
