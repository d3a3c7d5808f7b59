// What axe-core, headings and tab order say about the page as it is drawn now.
import type { AccessibilityFinding, FromFrame, PageHeading, TabStop } from "#protocol/preview-frame.ts";
import { selectorOf, sourcesOf, textOf } from "./describe-element.ts";

interface AxeNode {
  target: (string | string[])[];
  html: string;
  failureSummary?: string;
}
interface AxeRule {
  id: string;
  impact?: string | null;
  help: string;
  helpUrl: string;
  tags: string[];
  nodes: AxeNode[];
}
interface Axe {
  run(context: Document, options: object): Promise<{ violations: AxeRule[]; passes: unknown[] }>;
}

const impacts = ["critical", "serious", "moderate", "minor"] as const;
const mostPlaces = 20;

export async function auditPage(): Promise<Extract<FromFrame, { type: "audited" }>> {
  const { axe } = window as unknown as { axe: Axe };
  const { violations, passes } = await axe.run(document, { resultTypes: ["violations"] });
  return {
    type: "audited",
    findings: violations
      .map(readRule)
      .sort((a, b) => impacts.indexOf(a.impact) - impacts.indexOf(b.impact))
      .slice(0, 100),
    passes: passes.length,
    headings: readHeadings().slice(0, 300),
    stops: tabStops().map(describeStop).slice(0, 500),
  };
}

function readRule({ id, impact, help, helpUrl, tags, nodes }: AxeRule): AccessibilityFinding {
  return {
    rule: id.slice(0, 80),
    impact: impacts.find((known) => known === impact) ?? "moderate",
    help: help.slice(0, 500),
    helpUrl: helpUrl.slice(0, 300),
    tags: tags.slice(0, 40),
    count: nodes.length,
    places: nodes.slice(0, mostPlaces).map(({ target, html, failureSummary = "" }) => {
      const selector = target.flat().join(" ").slice(0, 500);
      const element = find(selector);
      return {
        selector,
        html: html.slice(0, 500),
        why: failureSummary.slice(0, 1_000),
        source: (element && sourcesOf(element)[0]) ?? null,
      };
    }),
  };
}

export function find(selector: string): Element | null {
  try {
    return document.querySelector(selector);
  } catch {
    return null;
  }
}

function readHeadings(): PageHeading[] {
  return [...document.querySelectorAll("h1,h2,h3,h4,h5,h6,[role=heading]")].filter(isShown).map((element) => ({
    level: Math.min(6, Math.max(1, Number(element.ariaLevel ?? element.localName.slice(1)) || 2)),
    text: textOf(element),
    selector: selectorOf(element),
  }));
}

const focusable =
  "a[href],area[href],button,input:not([type=hidden]),select,textarea,summary,iframe,audio[controls],video[controls],[contenteditable],[tabindex]";

/** In the order that Tab visits them. */
export function tabStops(): HTMLElement[] {
  const all = [...document.querySelectorAll<HTMLElement>(focusable)].filter(
    (element) =>
      element.tabIndex >= 0 && !element.matches(":disabled") && element.closest("[inert]") === null && isShown(element),
  );
  const ahead = all.filter(({ tabIndex }) => tabIndex > 0).sort((a, b) => a.tabIndex - b.tabIndex);
  const chosen = all.filter((element) => !isRadioBehind(element));
  return [...ahead, ...chosen.filter(({ tabIndex }) => tabIndex === 0)];
}

/** Of a group of radio buttons Tab visits the one that is chosen. */
function isRadioBehind(element: HTMLElement): boolean {
  if (!(element instanceof HTMLInputElement) || element.type !== "radio" || element.checked || element.name === "")
    return false;
  const group = document.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${CSS.escape(element.name)}"]`);
  return [...group].some(({ checked }) => checked) || group[0] !== element;
}

function describeStop(element: HTMLElement): TabStop {
  const labelled = (element.getAttribute("aria-labelledby") ?? "")
    .split(/\s+/)
    .map((id) => document.getElementById(id)?.textContent ?? "")
    .join(" ");
  const labels =
    "labels" in element ? [...((element.labels as NodeListOf<HTMLElement> | null) ?? [])].map(textOf).join(" ") : "";
  const name = [
    labelled,
    element.ariaLabel ?? "",
    labels,
    textOf(element),
    element.title,
    element.getAttribute("placeholder") ?? "",
  ];
  return {
    name: (name.map((text) => text.trim()).find((text) => text !== "") ?? "").slice(0, 200),
    role: (element.role ?? element.localName).slice(0, 60),
    selector: selectorOf(element),
  };
}

function isShown(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
}
