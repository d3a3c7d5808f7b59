// The tree that a coder works on, in memory: what it starts from, and what was changed. Pure.

export class WorkspaceError extends Error {
  override name = "WorkspaceError";
}

export interface SearchHit {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

const longestFile = 400_000;
const mostFiles = 1_000;

export class Workspace {
  readonly base: ReadonlyMap<string, string>;
  /** null: deleted. */
  readonly #changes = new Map<string, string | null>();
  readonly #locked: (path: string) => string | null;

  /** `locked`: why a path may be read and not written (lockfiles, applied migrations); null for the others. */
  constructor(base: ReadonlyMap<string, string>, locked: (path: string) => string | null = () => null) {
    this.base = base;
    this.#locked = locked;
  }

  /** Against the base; a file that is as it was is no change. */
  get changes(): ReadonlyMap<string, string | null> {
    return new Map([...this.#changes].filter(([path, text]) => (this.base.get(path) ?? null) !== text));
  }

  get tree(): Map<string, string> {
    const tree = new Map(this.base);
    for (const [path, text] of this.#changes) {
      if (text === null) tree.delete(path);
      else tree.set(path, text);
    }
    return new Map([...tree].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  apply(changes: ReadonlyMap<string, string | null>): void {
    for (const [path, text] of changes) this.#changes.set(path, text);
  }

  /** Back to an earlier state of `changes`. */
  restore(changes: ReadonlyMap<string, string | null>): void {
    this.#changes.clear();
    this.apply(changes);
  }

  has(path: string): boolean {
    return this.#changes.has(path) ? this.#changes.get(path) !== null : this.base.has(path);
  }

  read(path: string): string {
    const text = this.#changes.has(path) ? this.#changes.get(path) : this.base.get(path);
    if (text === null || text === undefined) throw new WorkspaceError(this.#missing(path));
    return text;
  }

  write(path: string, text: string): void {
    this.#check(path);
    if (text.length > longestFile) throw new WorkspaceError(`${path} would be longer than ${longestFile} characters.`);
    if (!this.has(path) && this.tree.size >= mostFiles)
      throw new WorkspaceError(`An app holds at most ${mostFiles} files.`);
    this.#changes.set(path, text);
  }

  /** Replaces the one place where `old` stands. */
  edit(path: string, old: string, replacement: string): void {
    this.#check(path);
    const text = this.read(path);
    if (old === "") throw new WorkspaceError("The text to replace is empty. Use write_file for a new file.");
    const places = placesOf(text, old);
    if (places.length === 0) throw new WorkspaceError(notFound(path, text, old));
    if (places.length > 1) {
      const lines = places.map((place) => lineOf(text, place)).join(", ");
      throw new WorkspaceError(
        `The text stands ${places.length} times in ${path} (lines ${lines}). Give more of the lines around it.`,
      );
    }
    const [at = 0] = places;
    this.write(path, text.slice(0, at) + replacement + text.slice(at + old.length));
  }

  delete(path: string): void {
    this.#check(path);
    this.read(path);
    this.#changes.set(path, null);
  }

  rename(from: string, to: string): void {
    this.#check(from);
    this.#check(to);
    if (this.has(to)) throw new WorkspaceError(`${to} exists already.`);
    const text = this.read(from);
    this.#changes.set(from, null);
    this.#changes.set(to, text);
  }

  /** Lines that match, in path order. `most`: where to stop. */
  search(pattern: RegExp, folder: string, most: number): SearchHit[] {
    const hits: SearchHit[] = [];
    for (const [path, text] of this.tree) {
      if (!path.startsWith(folder)) continue;
      for (const [index, line] of text.split("\n").entries()) {
        if (line.length > 2_000 || !pattern.test(line)) continue;
        hits.push({ path, line: index + 1, text: line.trim().slice(0, 200) });
        if (hits.length >= most) return hits;
      }
    }
    return hits;
  }

  #check(path: string): void {
    if (
      path === "" ||
      path.length > 200 ||
      path.startsWith("/") ||
      path.includes("\\") ||
      path.split("/").some((part) => part === "" || part === "." || part === "..") ||
      /[\p{Cc}]/u.test(path)
    ) {
      throw new WorkspaceError(`"${path}" is not a path inside the project. Use one like src/client/pages/about.tsx.`);
    }
    if (/^(node_modules|dist|\.git)(\/|$)/.test(path)) throw new WorkspaceError(`${path} is not part of the source.`);
    const reason = this.#locked(path);
    if (reason !== null) throw new WorkspaceError(`${path} may not be changed: ${reason}`);
  }

  #missing(path: string): string {
    const name = path.split("/").at(-1) ?? path;
    const alike = [...this.tree.keys()].filter((other) => other.endsWith(name)).slice(0, 5);
    return `There is no file ${path}.${alike.length > 0 ? ` Did you mean ${alike.join(" or ")}?` : ""}`;
  }
}

function placesOf(text: string, part: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(part); at !== -1 && places.length < 20; at = text.indexOf(part, at + 1)) places.push(at);
  return places;
}

function lineOf(text: string, place: number): number {
  return text.slice(0, place).split("\n").length;
}

/** Says what does stand there, so that the next try fits. */
function notFound(path: string, text: string, old: string): string {
  const squeeze = (part: string) => part.replace(/\s+/g, " ").trim();
  const wanted = old
    .split("\n")
    .map(squeeze)
    .filter((line) => line !== "");
  const lines = text.split("\n");
  const first = wanted[0] ?? "";
  const near = lines.findIndex((line) => squeeze(line) === first);
  const close = near === -1 ? lines.findIndex((line) => first.length > 8 && squeeze(line).includes(first)) : near;
  if (close === -1) return `The text to replace does not stand in ${path}. Read the file and copy the lines exactly.`;
  const shown = lines.slice(Math.max(0, close - 1), close + wanted.length + 2).join("\n");
  return `The text to replace does not stand in ${path} exactly as given (mind spaces and line ends). From line ${Math.max(1, close)} it says:\n${shown}`;
}
