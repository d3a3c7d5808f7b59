// Git's own object model in memory: names are the real SHA-1s, so that what a client computes must agree.
import { createHash } from "node:crypto";

export interface TreeEntry {
  path: string;
  mode: string;
  type: "blob" | "tree";
  sha: string;
}

export interface Commit {
  sha: string;
  tree: string;
  parents: string[];
  message: string;
}

const idOf = (kind: string, content: Buffer): string =>
  createHash("sha1").update(`${kind} ${content.byteLength}\0`).update(content).digest("hex");

export class GitObjects {
  readonly blobs = new Map<string, Buffer>();
  readonly trees = new Map<string, TreeEntry[]>();
  readonly commits = new Map<string, Commit>();

  addBlob(content: Buffer): string {
    const sha = idOf("blob", content);
    this.blobs.set(sha, content);
    return sha;
  }

  /** From files by their full path; null when one of their blobs is missing. */
  addTree(files: readonly { path: string; sha: string; mode?: string }[]): string | null {
    const entries: TreeEntry[] = [];
    const folders = new Map<string, { path: string; sha: string; mode?: string }[]>();
    for (const { path, sha, mode = "100644" } of files) {
      const [first = "", ...rest] = path.split("/");
      if (rest.length > 0) folders.set(first, [...(folders.get(first) ?? []), { path: rest.join("/"), sha, mode }]);
      else if (this.blobs.has(sha)) entries.push({ path: first, mode, type: "blob", sha });
      else return null;
    }
    for (const [path, below] of folders) {
      const sha = this.addTree(below);
      if (sha === null) return null;
      entries.push({ path, mode: "040000", type: "tree", sha });
    }
    const name = ({ path, type }: TreeEntry): string => (type === "tree" ? `${path}/` : path);
    entries.sort((a, b) => Buffer.compare(Buffer.from(name(a)), Buffer.from(name(b))));
    const content = Buffer.concat(
      entries.map(({ mode, path, sha }) =>
        Buffer.concat([Buffer.from(`${mode.replace(/^0/, "")} ${path}\0`), Buffer.from(sha, "hex")]),
      ),
    );
    const sha = idOf("tree", content);
    this.trees.set(sha, entries);
    return sha;
  }

  addCommit(tree: string, parents: string[], message: string): Commit {
    const sha = idOf("commit", Buffer.from(JSON.stringify([tree, parents, message, this.commits.size])));
    const commit = { sha, tree, parents, message };
    this.commits.set(sha, commit);
    return commit;
  }

  /** Every file below a tree, by its full path. */
  list(tree: string, prefix = ""): TreeEntry[] {
    return (this.trees.get(tree) ?? []).flatMap((entry) => {
      const path = prefix + entry.path;
      return entry.type === "tree" ? [{ ...entry, path }, ...this.list(entry.sha, `${path}/`)] : [{ ...entry, path }];
    });
  }

  isAncestor(older: string, newer: string): boolean {
    const seen = new Set<string>();
    const open = [newer];
    for (let sha = open.pop(); sha !== undefined; sha = open.pop()) {
      if (sha === older) return true;
      if (seen.has(sha)) continue;
      seen.add(sha);
      open.push(...(this.commits.get(sha)?.parents ?? []));
    }
    return false;
  }

  /** Commits of `newer` that `older` does not have. */
  ahead(older: string, newer: string): number {
    return [...this.commits.keys()].filter((sha) => this.isAncestor(sha, newer) && !this.isAncestor(sha, older)).length;
  }
}
