// A version's flat manifest as a tree. Pure.
import type { VersionFile } from "../lib/api-types.ts";

export interface TreeFile {
  kind: "file";
  name: string;
  path: string;
  size: number;
}
export interface TreeFolder {
  kind: "folder";
  name: string;
  path: string;
  children: TreeNode[];
}
export type TreeNode = TreeFile | TreeFolder;

/** Folders first, then by name. */
export function fileTree(files: readonly VersionFile[]): TreeNode[] {
  const root: TreeFolder = { kind: "folder", name: "", path: "", children: [] };
  const folders = new Map<string, TreeFolder>([["", root]]);
  for (const file of files) {
    const parts = file.path.split("/");
    const name = parts.pop() ?? file.path;
    folderAt(folders, parts).children.push({ kind: "file", name, path: file.path, size: file.size });
  }
  for (const folder of folders.values()) folder.children.sort(byKindAndName);
  return root.children;
}

/** The file a reader wants to see first. */
export function openingFile(files: readonly VersionFile[]): string | null {
  const wanted = [/(^|\/)app\.tsx$/i, /(^|\/)page\.tsx$/, /^README\.md$/i, /^package\.json$/];
  for (const pattern of wanted) {
    const found = files.find((file) => pattern.test(file.path));
    if (found !== undefined) return found.path;
  }
  return files[0]?.path ?? null;
}

export function parentFolders(path: string): string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}

function folderAt(folders: Map<string, TreeFolder>, parts: string[]): TreeFolder {
  const path = parts.join("/");
  const known = folders.get(path);
  if (known !== undefined) return known;
  const folder: TreeFolder = { kind: "folder", name: parts.at(-1) ?? "", path, children: [] };
  folders.set(path, folder);
  folderAt(folders, parts.slice(0, -1)).children.push(folder);
  return folder;
}

function byKindAndName(a: TreeNode, b: TreeNode): number {
  if (a.kind !== b.kind) return a.kind === "folder" ? -1 : 1;
  return a.name.localeCompare(b.name, "en");
}
