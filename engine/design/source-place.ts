/** `src/client/pages/list.tsx:40:7`, as the marked build writes it; line and column count from 1. */
export interface SourcePlace {
  path: string;
  line: number;
  column: number;
}

export function readSourcePlace(text: string): SourcePlace | null {
  const [, path, line, column] = /^(src\/[\w./()[\]@ -]+\.[jt]sx):(\d{1,6}):(\d{1,6})$/.exec(text) ?? [];
  if (path === undefined || path.split("/").includes("..")) return null;
  return { path, line: Number(line), column: Number(column) };
}
