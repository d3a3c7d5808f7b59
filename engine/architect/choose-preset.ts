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
  /\b(management|admin(istration)?|internal|intranet|inventory|track(er|ing)?|tracks? (of|my|our|your|the|their|all|every)|crm|erp|back ?office|workflow|planner|helpdesk|system for managing|to-?do|task|record keeping|keep track|(mood|sleep|food|dream|gratitude|workout|training|symptom|pain|bullet|personal) (journal|diary|log))\b/;

const subjects: readonly [PresetId, RegExp][] = [
  ["editorial", /\b(blog|news|magazine|newspaper|journal|articles|recipes? (site|website|blog))\b/],
  [
    "storefront",
    /\b(online (shop|store)|web ?shop|e-?commerce|(shop|store) (for|selling)|product catalogue?|sells?|selling)\b/,
  ],
  // What people come to look through.
  [
    "storefront",
    /\b(market ?place|job (board|portal)|(real estate|propert(y|ies)|apartments?|homes?|holiday|vacation|car|vehicle|boat|pet) (directory|listings?|portal|platform|web ?site|site)|(business|local|restaurant|service|startup|provider|shop|place|venue|tool|recipe|event) (directory|finder|guide)|directory of (?!(our|my|the) (staff|employee|member|contact|team)))\b/,
  ],
  [
    "marketing",
    /\b((online |e-?)?learning (platform|portal|site)|(online )?course (platform|portal|web ?site|site|catalogue))\b/,
  ],
  [
    "marketing",
    /\b(promot\w*|portfolio|showcas\w*|landing page|(company|corporate|business|agency|official|personal|promotional|restaurant|hotel|band|wedding|festival|conference|event|charity|school|gym|travel|tourism|podcast|museum|author|club|church|studio|salon|spa|clinic|dealership|bakery|cafe|zoo|cinema|winery|brewery|library|adoption|fundraising|crowdfunding|campaign|product|fan) (web ?)?(site|page)|(web ?)?site (for|of|about) (a|an|our|my|the) [\w\s-]{0,30}?(compan|business|agency|restaurant|caf|hotel|band|wedding|festival|conference|charity|school|gym|studio|artist|photograph|museum|club|salon|clinic|shelter|library|hospital|office|practice|firm|bakery|farm|bar\b|winery|brewery|venue|theat|cinema|church|foundation|association|society|team|brand|startup|provider|operator|service|town|village|park|zoo|garage|podcast|author|writer|musician|choir|orchestra|maker|designer|coach|consultant|trainer|dentist|doctor|vet\b|lawyer))/,
  ],
];

/** `sells`: the app has a cart. */
export function choosePreset(text: string, modelCount: number, sells = false): PresetId {
  const prompt = text.toLowerCase();
  const wish = named.find(([, pattern]) => pattern.test(prompt));
  if (wish) return wish[0];
  if (!tool.test(prompt)) {
    const subject = subjects.find(([, pattern]) => pattern.test(prompt));
    if (subject) return subject[0];
  }
  if (sells && !tool.test(prompt) && /\b(web ?)?(site|shop|store|page)\b/.test(prompt)) return "storefront";
  if (/\b(dashboards?|analytics|monitor(s|ing)?|metrics|reports?|statistics)\b/.test(prompt)) return "dashboard";
  return modelCount <= 2 ? "topbar" : "sidebar";
}
