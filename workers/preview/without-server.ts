import { noticeResponse } from "./notice-page.ts";

/** In the static view, to whatever only the app's server could answer. */
export function withoutServer(request: Request): Response {
  const { pathname } = new URL(request.url);
  const isPage = (request.headers.get("accept") ?? "").includes("text/html");
  return noticeResponse(request, {
    status: isPage ? 404 : 503,
    code: isPage ? "NOT_FOUND_ERROR" : "SYSTEM_ERROR",
    title: "This page needs the app's server",
    text: isPage
      ? `The static view shows what was built, and ${pathname} is made anew for each visitor. Look at it in the interactive preview.`
      : "This is the static view: the app's server does not run here, so nothing can be read or saved.",
  });
}
