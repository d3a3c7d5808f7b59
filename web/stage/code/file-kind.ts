/** Bytes; a longer file is data that nobody edits here. */
export const longestFile = 512_000;
const binary = /\.(png|jpe?g|gif|webp|avif|ico|woff2?|ttf|otf|pdf|zip|gz|wasm|sqlite|db|mp4|mp3|webm)$/i;
const picture = /\.(png|jpe?g|gif|webp|avif|ico)$/i;

export const isBinaryPath = (path: string): boolean => binary.test(path);
export const isPicturePath = (path: string): boolean => picture.test(path);

export function fileAddress(projectId: string, version: string, path: string): string {
  const name = path.split("/").map(encodeURIComponent).join("/");
  return `/api/v1/projects/${projectId}/versions/${version}/files/${name}`;
}
