/** A DNS label of at most `limit` characters; `fallback` where the text holds no Latin letter or digit. */
export function slugify(text: string, limit: number, fallback = "app"): string {
  const slug = text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f]/g, "")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, limit)
    .replace(/-+$/, "");
  return slug || fallback;
}
