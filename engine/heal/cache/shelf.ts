// The fix cache in memory, without uses and their counting: what a benchmark or a test needs of it. Looks up as the loop does:
// exact signatures first, then similar ones.
import type { Tree } from "../edits/edit.ts";
import type { FixInput } from "./apply-fix.ts";
import { signError } from "../signature/sign-error.ts";
import type { StructuredError } from "../structured-error.ts";
import { type Fix, writeFix } from "./fix.ts";
import { learnFromLesson } from "./learn-from-lesson.ts";
import type { Lesson } from "./learn-fix.ts";
import { type Candidate, proposeFromCache, type RepairedFromCache } from "./propose-from-cache.ts";
import { isNearEnough } from "./similar.ts";

interface Known {
  readonly hash: string;
  readonly text: string;
  readonly fix: Fix;
  readonly id: string;
}

export class Shelf {
  readonly #known = new Map<string, Known>();

  /** False when it teaches nothing, or nothing new. */
  learn(lesson: Lesson): boolean {
    const fix = learnFromLesson(lesson);
    const { hash, text } = signError(lesson.error);
    const id = fix === null ? "" : `${hash} ${writeFix(fix)}`;
    if (fix === null || this.#known.has(id)) return false;
    this.#known.set(id, { hash, text, fix, id });
    return true;
  }

  repair(
    errors: readonly StructuredError[],
    tree: Tree,
    known: Pick<FixInput, "packages" | "manifest" | "earlier">,
    by: "exact" | "similar" = "exact",
  ): RepairedFromCache {
    return proposeFromCache(errors, tree, known, (error) => this.#candidates(error, by));
  }

  #candidates(error: StructuredError, by: "exact" | "similar"): Candidate[] {
    const { hash, text } = signError(error);
    const isMeant = (each: Known): boolean =>
      by === "exact" ? each.hash === hash : each.hash !== hash && isNearEnough(each.text, text);
    return [...this.#known.values()].filter(isMeant).map(({ id, fix }) => ({ id, fix, isShared: false }));
  }
}
