// One generated app in a browser of its own: opened, walked through, and each of its checks driven.
import { launchChromium } from "../../tests/platform/browser.ts";
import type { Intent } from "./classify-check.ts";
import { driveCheck } from "./drive-check.ts";
import { DrivenApp } from "./driven-app.ts";
import { enter } from "./drive-people.ts";
import { surveyApp } from "./survey.ts";
import type { UiCheck, Verdict } from "./ui-check.ts";

export interface DrivenCheck {
  intent: Intent;
  verdict: Verdict;
  reason: string;
  seconds: number;
}

export interface DriveReport {
  pages: number;
  consoleErrors: string[];
  failedRequests: string[];
  checks: DrivenCheck[];
}

export async function driveApp(address: string, checks: readonly UiCheck[]): Promise<DriveReport> {
  const browser = await launchChromium();
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" });
    const app = await DrivenApp.open(context, address);
    const hasDoor = await enter(app);
    const survey = await surveyApp(app);
    // What only walking through says; driving checks sends wrong values on purpose.
    const [consoleErrors, failedRequests] = [[...app.consoleErrors], [...app.failedRequests]];
    const driven: DrivenCheck[] = [];
    for (const check of checks) {
      const began = performance.now();
      // An earlier check may have signed out.
      if (hasDoor) await enter(app);
      const { intent, verdict, reason } = await driveCheck(app, survey, check);
      driven.push({ intent, verdict, reason, seconds: Math.round((performance.now() - began) / 100) / 10 });
    }
    return { pages: survey.pages.length, consoleErrors, failedRequests, checks: driven };
  } finally {
    await browser.close();
  }
}
