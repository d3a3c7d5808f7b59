// Which files have a tab, by project; kept for this tab of the browser. Which one is shown stands in the address.
import { useEffect, useState } from "react";

const most = 20;

export function useOpenFiles(projectId: string, selected: string | null): [string[], (path: string) => void] {
  const [paths, setPaths] = useState(() => read(projectId));
  if (selected !== null && !paths.includes(selected)) setPaths([...paths, selected].slice(-most));
  useEffect(() => sessionStorage.setItem(keyOf(projectId), JSON.stringify(paths)), [projectId, paths]);
  return [paths, (path) => setPaths(paths.filter((other) => other !== path))];
}

function read(projectId: string): string[] {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(keyOf(projectId)) ?? "[]");
    return Array.isArray(value) ? value.filter((path) => typeof path === "string") : [];
  } catch {
    return [];
  }
}

const keyOf = (projectId: string): string => `nexusgen.open-files.${projectId}`;
