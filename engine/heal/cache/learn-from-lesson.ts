import { findRule } from "./find-rule.ts";
import type { Fix } from "./fix.ts";
import { learnFix, type Lesson } from "./learn-fix.ts";

/** The fix that a repair teaches; null when it teaches none. */
export function learnFromLesson(lesson: Lesson): Fix | null {
  const rule = findRule(lesson);
  return rule === null ? learnFix(lesson) : { kind: "rule", rule };
}
