/** A signed address, leading to another page of the app. */
export function addressIn(url: string, path: string): string {
  const signed = new URL(url);
  const target = new URL(path, signed.origin);
  for (const [name, value] of signed.searchParams) target.searchParams.set(name, value);
  return target.href;
}
