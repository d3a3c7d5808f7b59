// Addresses of uploaded files: /api/uploads/<id>/<name>, for pictures with ?size=<width>x<height>.

export const uploadPattern = /^\/api\/uploads\/[a-z0-9]{12}\/[\w.-]{1,80}(?:\?size=\d{1,5}x\d{1,5})?$/;

/** Bytes a file. */
export const largestUpload = 10_000_000;

/** The types of pictures that browsers show and that cannot run anything. */
export const imageTypes = ["image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"] as const;

export const isUpload = (value: string): boolean => value.startsWith("/api/uploads/");

/** The name that the file had, as far as it fits into an address. */
export const uploadName = (value: string): string => value.split("?")[0]?.split("/").at(-1) ?? "";

/** For the attributes of an image, so that the page keeps its place. */
export function uploadSize(value: string): { width: number; height: number } | undefined {
  const [, width, height] = /^\/api\/uploads\/.*\?size=(\d+)x(\d+)$/.exec(value) ?? [];
  return width === undefined ? undefined : { width: Number(width), height: Number(height) };
}
