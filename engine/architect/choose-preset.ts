// Which layout a prompt asks for. What it names outright wins over what it is about.
import type { PresetId } from "#engine/prd/schema.ts";

const named: readonly [PresetId, RegExp][] = [
  ["sidebar", /\bside[- ]?bar\b|\b(left|side) (menu|navigation|nav)\b/],
  ["topbar", /\b(top[- ]?bar|navbar|(top|horizontal) (menu|navigation|nav)|navigation bar at the top)\b/],
  ["storefront", /\bstore ?front\b/],
  ["editorial", /\beditorial (look|layout|style)\b|\bmagazine (look|layout|style)\b/],
  ["marketing", /\b(landing|marketing|home) ?page (with|look|style|for)\b|\bhero (section|image|banner)\b/],
];

const tool =
  /\b(management|admin(istration)?|internal|inventory|track(s|er|ing)?|crm|erp|back ?office|workflow|planner|helpdesk|system for managing|to-?do|task|record keeping|keep track)\b/;

const subjects: readonly [PresetId, RegExp][] = [
  ["editorial", /\b(blog|news|magazine|newspaper|journal|articles|recipes? (site|website|blog))\b/],
  [
    "storefront",
    /\b(online (shop|store)|web ?shop|e-?commerce|(shop|store) (for|selling)|product catalogue?|sells?|selling)\b/,
  ],
  [
    "marketing",
    /\b(promot\w*|portfolio|showcas\w*|landing page|(company|corporate|business|agency|official|personal|promotional|restaurant|hotel|band|wedding|festival|conference|event|charity|school|gym|travel|tourism) (web ?)?(site|page)|(web ?)?site (for|of|about) (a|an|our|my|the) [\w\s-]{0,30}?(compan|business|agency|restaurant|caf|hotel|band|wedding|festival|conference|charity|school|gym|studio|artist|photograph|museum|club|salon|clinic))/,
  ],
];

export function choosePreset(text: string, modelCount: number): PresetId {
  const prompt = text.toLowerCase();
  const wish = named.find(([, pattern]) => pattern.test(prompt));
  if (wish) return wish[0];
  if (!tool.test(prompt)) {
    const subject = subjects.find(([, pattern]) => pattern.test(prompt));
    if (subject) return subject[0];
  }
  if (/\b(dashboards?|analytics|monitor(s|ing)?|metrics|reports?|statistics)\b/.test(prompt)) return "dashboard";
  return modelCount <= 2 ? "topbar" : "sidebar";
}
