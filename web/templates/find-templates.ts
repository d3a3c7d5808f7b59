// Which templates a search finds. Pure.
import type { SavedPrompt, Template } from "../lib/api-types.ts";

const wordsOf = (text: string): string[] => text.toLowerCase().split(/\s+/).filter(Boolean);

/** Every word has to be somewhere in it. */
const holds = (haystack: string, search: string): boolean => {
  const text = haystack.toLowerCase();
  return wordsOf(search).every((word) => text.includes(word));
};

export function findTemplates(
  templates: readonly Template[],
  { search, category }: { search: string; category: string | null },
): Template[] {
  return templates.filter(
    (template) =>
      (category === null || template.category === category) &&
      holds([template.title, template.purpose, template.prompt, ...template.models].join(" "), search),
  );
}

export const findSavedPrompts = (prompts: readonly SavedPrompt[], search: string): SavedPrompt[] =>
  prompts.filter(({ title, prompt }) => holds(`${title} ${prompt}`, search));
