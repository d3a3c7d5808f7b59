import type { PostFile } from "./api-client.ts";

/** By XMLHttpRequest, since fetch does not tell how much of a body was sent. */
export const postFile: PostFile = (path, init, onProgress) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(init.method ?? "POST", path);
    for (const [name, value] of new Headers(init.headers)) request.setRequestHeader(name, value);
    request.upload.addEventListener("progress", ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.addEventListener("load", () => {
      const headers = new Headers();
      const wait = request.getResponseHeader("retry-after");
      if (wait !== null) headers.set("retry-after", wait);
      resolve(new Response(request.responseText, { status: request.status, headers }));
    });
    request.addEventListener("error", () => reject(new TypeError("The request failed.")));
    request.addEventListener("abort", () => reject(new DOMException("The upload was stopped.", "AbortError")));
    init.signal?.addEventListener("abort", () => request.abort());
    if (init.signal?.aborted) request.abort();
    else request.send(init.body as Blob);
  });
