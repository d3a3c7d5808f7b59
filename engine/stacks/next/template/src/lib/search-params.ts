/** What Next hands to a page as `searchParams`. */
export type PageQuery = Promise<Record<string, string | string[] | undefined>>;

export async function readQuery(given: PageQuery): Promise<URLSearchParams> {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(await given)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) query.append(name, one);
  }
  return query;
}
