// Prompts are Markdown files, embedded by scripts/embed-templates.mjs. Their head comment is for us, not for the model.
import { prompts } from "./prompts.generated.ts";

/** The text of one prompt file, without its head comment. `name`: the file's name without `.md`. */
export function readPrompt(name: string): string {
  const text = prompts[`${name}.md`];
  if (text === undefined) throw new Error(`There is no prompt "${name}". Run: node scripts/embed-templates.mjs`);
  return text.replace(/^<!--[\s\S]*?-->\s*/, "").trim();
}
