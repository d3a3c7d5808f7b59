// When a model is asked about a prompt. Each question costs, so it is about a text that says something and has changed.

const fewestWords = 6;
const fewestChanges = 24;

/** `asked`: what it was asked about last; null when it was not. */
export function isWorthAsking(prompt: string, asked: string | null): boolean {
  if (prompt.trim().split(/\s+/).length < fewestWords) return false;
  return asked === null || changedCharacters(asked, prompt) >= fewestChanges;
}

/** Between what both begin and end with: as much as was typed in one place. */
function changedCharacters(before: string, after: string): number {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return Math.max(before.length, after.length) - start - end;
}
