/** What a model wrote as the input of a tool. No text at all is an empty object, as for a tool without parameters. */
export function readToolInput(json: string): { input: unknown; unreadable?: string } {
  if (json.trim() === "") return { input: {} };
  try {
    const input: unknown = JSON.parse(json);
    if (typeof input === "object" && input !== null && !Array.isArray(input)) return { input };
    return { input: json, unreadable: "The input must be a JSON object." };
  } catch (error) {
    const reason = error instanceof Error ? error.message : "unreadable";
    return { input: json, unreadable: `The input is not valid JSON: ${reason}` };
  }
}
