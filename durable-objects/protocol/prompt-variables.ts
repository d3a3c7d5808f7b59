// Places in a prompt that its user fills in each time: `{{name}}`. The same for templates of ours and for saved prompts.
const place = /\{\{\s*([a-z][a-z0-9 _-]{0,39})\s*\}\}/gi;

export type VariableValues = Readonly<Record<string, string>>;

const keyOf = (written: string): string => written.trim().toLowerCase();

/** Names of the places, each once, in the order in which they come. */
export function variablesOf(prompt: string): string[] {
  return [...new Set([...prompt.matchAll(place)].map(([, name = ""]) => keyOf(name)))];
}

/** The prompt with its places filled; one without a value shows its name, so that the sentence still reads. */
export function fillVariables(prompt: string, values: VariableValues): string {
  return prompt.replaceAll(place, (_whole, name: string) => {
    const value = values[keyOf(name)]?.trim() ?? "";
    return value === "" ? keyOf(name) : value;
  });
}
