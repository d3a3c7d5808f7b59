/** The fix cache is a help, never a condition: without it healing goes on. */
export function logMemoryFailure(what: string, error: unknown): void {
  console.error(JSON.stringify({ level: "error", message: `could not ${what}`, error: String(error) }));
}
