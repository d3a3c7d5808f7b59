import type { PageHeading } from "#protocol/preview-frame.ts";

/** What is wrong with each heading in its order; null: nothing. Pure. */
export function headingFaults(headings: readonly PageHeading[]): (string | null)[] {
  const firsts = headings.filter(({ level }) => level === 1).length;
  return headings.map(({ level, text }, index) => {
    const before = headings[index - 1]?.level ?? 0;
    if (text === "") return "It says nothing.";
    if (level === 1 && firsts > 1) return "A page has one h1.";
    if (level > before + 1)
      return before === 0 ? "The first heading is no h1." : `It follows an h${before}: a level is left out.`;
    return null;
  });
}
