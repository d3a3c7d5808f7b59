// Several faults of syntax in one file, of which a rule mends each alone but none the whole file; or one that the parser only
// notices far below. What stands at the margin begins a statement of the file; each statement that cannot be read is mended
// as if it were a file of its own.
import { replace } from "../edits/edit.ts";
import { applyEdits } from "../edits/apply-edits.ts";
import { parseModule } from "../syntax/parse-module.ts";
import { markdownFence } from "./markdown-fence.ts";
import { htmlComment } from "./html-comment.ts";
import { misspeltKeyword } from "./misspelt-keyword.ts";
import { missingComma } from "./missing-comma.ts";
import { strayBracket } from "./stray-bracket.ts";
import { unclosedBracket } from "./unclosed-bracket.ts";
import type { Rule, RuleInput } from "./rule.ts";

const ofOneFault: readonly Rule[] = [
  markdownFence,
  htmlComment,
  misspeltKeyword,
  missingComma,
  strayBracket,
  unclosedBracket,
];
/** Where more is broken, the file is no longer what its layout says. */
const mostFaults = 4;

export const faultsApart: Rule = {
  name: "faults-apart",
  leaves: ["syntax/unexpected-token", "syntax/unexpected-end", "syntax/parse"],
  propose: (input) => {
    const { file } = input.error;
    const text = file === null ? undefined : input.tree.get(file);
    if (file === null || text === undefined || parseModule(file, text).ok) return null;
    const parts = text.split(/^(?=[A-Za-z/])/m);
    const broken = parts.filter((part) => !parseModule(file, part).ok);
    if (broken.length === 0 || broken.length > mostFaults) return null;
    const mended = parts.map((part) => (broken.includes(part) ? mendPart(file, part, input) : part));
    if (mended.includes(null) || !parseModule(file, mended.join("")).ok) return null;
    let from = 0;
    const edits = parts.flatMap((part, at) => {
      const begin = from;
      from += part.length;
      const now = mended[at];
      return now == null || now === part ? [] : [replace(file, text, begin, begin + part.length, now)];
    });
    return {
      edits,
      explanation: `${file} could not be read; each statement that was broken is mended by itself (${edits.length}).`,
    };
  },
};

function mendPart(file: string, part: string, input: RuleInput): string | null {
  const parsed = parseModule(file, part);
  if (parsed.ok) return part;
  const line = part.slice(0, parsed.offset).split("\n").length;
  const error = { ...input.error, line, column: 1, related: [] };
  const tree = new Map([[file, part]]);
  for (const rule of ofOneFault) {
    const proposal = rule.propose({ ...input, error, tree });
    const applied = proposal && applyEdits(tree, proposal.edits);
    const now = applied?.ok === true ? applied.tree.get(file) : undefined;
    if (now !== undefined && parseModule(file, now).ok) return now;
  }
  return null;
}
