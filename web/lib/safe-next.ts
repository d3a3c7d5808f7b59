/** Where to go after signing in: a path of ours from `?next=`, never another site. */
export function safeNext(search: URLSearchParams): string {
  const next = search.get("next") ?? "";
  return /^\/(?![/\\])/.test(next) ? next : "/projects";
}
