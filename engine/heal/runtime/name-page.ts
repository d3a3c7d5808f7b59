// The address of a page or a route as a pattern: which record it was about is nobody's business.

const mostSegments = 8;

/** `/customers/k3f9x2m1q8zt?tab=1` → `/customers/:id`. */
export function namePage(path: string): string {
  const [plain = ""] = path.split(/[?#]/);
  const segments = plain.split("/").filter((segment) => segment !== "");
  return `/${segments.slice(0, mostSegments).map(nameSegment).join("/")}`;
}

function nameSegment(segment: string): string {
  // A name, an address, a search: nothing that a route is called.
  if (!/^[\w.-]+$/.test(segment)) return ":value";
  const isId = /^\d+$/.test(segment) || (/\d/.test(segment) && segment.length >= 6) || segment.length > 40;
  return isId ? ":id" : segment;
}
