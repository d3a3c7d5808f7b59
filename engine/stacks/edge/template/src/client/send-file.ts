// `fetch` does not tell how much of a body was sent; the older way does.
import type { ApiErrorBody } from "../shared/model.ts";
import { say } from "../shared/say.ts";

/** Uploads a file; answers its address. `onProgress` gets percents. */
export function sendFile(file: File, kind: "image" | "file", onProgress: (percent: number) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/uploads?${new URLSearchParams({ kind, name: file.name })}`);
    request.responseType = "json";
    request.upload.addEventListener("progress", ({ loaded, total }) => onProgress(Math.round((loaded / total) * 100)));
    request.addEventListener("load", () => {
      const answer = request.response as ({ url?: string } & Partial<ApiErrorBody>) | null;
      if (request.status === 201 && answer?.url !== undefined) resolve(answer.url);
      else reject(new Error(answer?.error?.message ?? say.notUploaded));
    });
    request.addEventListener("error", () => reject(new Error(say.notUploaded)));
    request.send(file);
  });
}
