// Whether a fix may help other workspaces: it holds nothing of the app it was learned in, and its shape leaves what the
// program checks and does in place. Asked again of every fix that comes from elsewhere, whatever was noted about it.
import { commonPaths } from "./place-of-file.ts";
import type { EditsFix, Fix, PatternChange, PatternToken } from "./fix.ts";
import { isPublicToken } from "./generalise.ts";
import { isPublicPackage } from "./public-words.ts";

/** More than this is a piece of a program rather than a slip. */
const mostWritten = 16;
/** Taking one of these away takes a decision, a check or a call out of a program. */
const guarded = new Set(["if", "else", "throw", "return", "await", "catch", "case", "(", "!", "=", "&", "|", "<", ">"]);

/** With one of these a program reaches beyond what it was written for. */
const reaching = new Set(
  "Function constructor console document eval fetch globalThis localStorage location module navigator process prototype require sessionStorage window".split(
    " ",
  ),
);

export function isShareable(fix: Fix): boolean {
  return fix.kind === "rule" || (fix.creates.length === 0 && fix.changes.every(isHarmless) && hasPublicPackages(fix));
}

const hasPublicPackages = ({ packages }: EditsFix): boolean => packages.every(({ name }) => isPublicPackage(name));

function isHarmless({ file, left, before, right, after }: PatternChange): boolean {
  const written = after.map(({ token }) => token);
  if (file.in === "path" && !commonPaths.has(file.path)) return false;
  if (written.length > mostWritten || before.length > mostWritten) return false;
  if (![...left, ...before, ...right, ...written].every(isPublic)) return false;
  if (written.some((token) => "text" in token && reaching.has(token.text))) return false;
  return [...guarded].every((text) => count(written, text) >= count(before, text));
}

const isPublic = (token: PatternToken): boolean => "hole" in token || isPublicToken(token);

const count = (tokens: readonly PatternToken[], text: string): number =>
  tokens.filter((token) => "text" in token && token.text === text).length;
