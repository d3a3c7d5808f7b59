import type { Manifest } from "#db/schema/versions.ts";
import type { FileChange } from "#protocol/project-events.ts";

export function changedFiles(before: Manifest, after: Manifest): FileChange[] {
  const written = Object.entries(after).flatMap(([path, file]): FileChange[] => {
    const old = before[path];
    if (old?.sha256 === file.sha256) return [];
    return [{ path, action: old ? "modified" : "added", size: file.size }];
  });
  const deleted = Object.keys(before).filter((path) => !(path in after));
  return [...written, ...deleted.map((path): FileChange => ({ path, action: "deleted", size: 0 }))];
}
