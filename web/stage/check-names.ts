import type { CheckKind } from "#protocol/checks.ts";

export const checkNames: Record<CheckKind, string> = {
  types: "Types",
  lint: "Lint rules",
  test: "The app’s own tests",
  smoke: "Every page in a browser",
  axe: "Accessibility",
  lighthouse: "Lighthouse, on a phone",
  audit: "Dependencies",
};
