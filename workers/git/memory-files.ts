// As much of a file system as isomorphic-git needs to index a pack and to read from it.

interface Stat {
  type: "file" | "dir";
  mode: number;
  size: number;
  ino: number;
  mtimeMs: number;
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

export class MemoryFiles {
  readonly #files = new Map<string, Uint8Array>();

  put(path: string, bytes: Uint8Array): void {
    this.#files.set(clean(path), bytes);
  }

  readonly promises = {
    readFile: async (path: string, options?: { encoding?: string } | string): Promise<Uint8Array | string> => {
      const bytes = this.#files.get(clean(path));
      if (bytes === undefined) throw missing(path);
      const encoding = typeof options === "string" ? options : options?.encoding;
      return encoding === undefined ? bytes : new TextDecoder().decode(bytes);
    },
    writeFile: async (path: string, content: Uint8Array | string): Promise<void> =>
      this.put(path, typeof content === "string" ? new TextEncoder().encode(content) : content),
    readdir: async (path: string): Promise<string[]> => {
      const prefix = clean(path) === "/" ? "/" : `${clean(path)}/`;
      const names = [...this.#files.keys()]
        .filter((name) => name.startsWith(prefix))
        .map((name) => name.slice(prefix.length).split("/")[0] ?? "");
      if (names.length === 0) throw missing(path);
      return [...new Set(names)];
    },
    stat: async (path: string): Promise<Stat> => this.#stat(path),
    lstat: async (path: string): Promise<Stat> => this.#stat(path),
    mkdir: async (): Promise<void> => {},
    rmdir: async (): Promise<void> => {},
    unlink: async (path: string): Promise<void> => void this.#files.delete(clean(path)),
    readlink: async (path: string): Promise<string> => {
      throw missing(path);
    },
    symlink: async (_target: string, path: string): Promise<void> => {
      throw missing(path);
    },
  };

  #stat(path: string): Stat {
    const name = clean(path);
    const bytes = this.#files.get(name);
    const isFolder = bytes === undefined && [...this.#files.keys()].some((other) => other.startsWith(`${name}/`));
    if (bytes === undefined && !isFolder) throw missing(path);
    return {
      type: isFolder ? "dir" : "file",
      mode: isFolder ? 0o40000 : 0o100644,
      size: bytes?.byteLength ?? 0,
      ino: 0,
      mtimeMs: 0,
      isFile: () => !isFolder,
      isDirectory: () => isFolder,
      isSymbolicLink: () => false,
    };
  }
}

const clean = (path: string): string =>
  `/${path
    .split("/")
    .filter((part) => part !== "" && part !== ".")
    .join("/")}`;

function missing(path: string): Error {
  return Object.assign(new Error(`ENOENT: no such file, ${path}`), { code: "ENOENT" });
}
