import type { DrivenApp } from "./driven-app.ts";
import type { Survey } from "./survey.ts";
import type { Outcome, UiCheck } from "./ui-check.ts";

export interface DriveContext {
  readonly app: DrivenApp;
  readonly survey: Survey;
  readonly check: UiCheck;
  /** Stems of what the task is about. */
  readonly topic: readonly string[];
  /** Stems of what the expected result names beyond it. */
  readonly expected: readonly string[];
}

export type Driver = (context: DriveContext) => Promise<Outcome>;

/** What the task puts in quotes: names of pages and buttons, or words to type. */
export const quotedIn = (text: string): string[] =>
  [...text.matchAll(/["“'‘]([^"“”'‘’]{2,60})["”'’]/g)]
    .map(([, words = ""]) => words.replace(/[.,]$/, "").trim())
    .filter((words) => /^[\p{L}\d]/u.test(words));
