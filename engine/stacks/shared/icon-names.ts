// A picture for a model, from the words in its name. The names are those of the scaffold's icon set.

import { startsWord } from "./naming.ts";

const icons: readonly [string, RegExp][] = [
  ["clock", /(opening|business|office) (hour|time)|hour|timesheet|time entr/],
  ["utensils", /menu|dish|meal|recipe|food|drink|pizza|cuisine|ingredient|snack/],
  ["home", /listing|home|house|apartment|flat\b|villa|cottage|rental/],
  ["scissors", /stylist|barber|haircut|salon|beaut/],
  ["truck", /suppl|vendor|deliver|ship|vehicle|truck|car\b|fleet|driver/],
  ["move", /movement|transfer|transaction|exchange|swap/],
  ["box", /product|item|stock|inventory|package|part|material|asset|equipment/],
  [
    "users",
    /user|member|customer|client|contact|people|person|employee|staff|patient|student|teacher|guest|player|tenant|author|doctor|owner|lead|candidate|attendee|volunteer|subscriber|artist|band|speaker|host|singer|musician|agent|trainer|coach|instructor|writer|reader|contributor|tutor|mentor|chef/,
  ],
  [
    "building",
    /compan|organi[sz]ation|account|department|office|branch|propert|hotel|store|shop|warehouse|location|venue|stage|room|unit|clinic|school/,
  ],
  ["receipt", /invoice|receipt|bill|expense|quote|estimate/],
  ["wallet", /payment|money|budget|salary|donation|price|plan|subscription|income|cost|sale/],
  ["cart", /order|cart|purchase|checkout/],
  [
    "calendar",
    /event|performance|gig|concert|show|booking|appointment|reservation|calendar|schedule|session|meeting|shift|visit|class|date|day|week|holiday|leave/,
  ],
  ["heart", /like|upvote|favou?rite/],
  ["chart", /(quiz|test|exam) (result|score|attempt)|revenue|sales? (figure|report|target)|analytic/],
  ["bookmark", /enrol|registration|subscription|sign-?up/],
  ["check", /quiz|vote|poll|task|todo|checklist|habit|goal|milestone|inspection|test|chore/],
  ["folder", /project|folder|case|campaign|portfolio|collection|album/],
  ["tag", /tag|label|categor|type|genre|topic|skill|brand|status/],
  [
    "message",
    /thread|repl|discussion|post|message|comment|review|feedback|chat|conversation|ticket|issue|request|question|answer|inquir|complaint/,
  ],
  ["file", /lesson|chapter|module|lecture/],
  ["book", /book|course|recipe|guide|manual|library|loan|article|post|blog|page|story|note|journal/],
  ["file", /file|document|report|contract|form|page|policy|certificate|resume|application/],
  ["star", /rating|favou?rite|star|reward|award|badge|score|achievement/],
  ["heart", /health|donor|pet|animal|care|treatment|medication|symptom|workout|exercise/],
  ["image", /photo|image|picture|gallery|media|video|artwork/],
  ["chart", /metric|report|stat|measurement|reading|score|result|log\b|entry/],
  ["map", /map|place|trip|route|destination|address|region|area|city|country|site/],
  ["bell", /alert|notification|reminder|announcement/],
  ["settings", /setting|config|service|maintenance|repair|machine|device|tool/],
];

export function iconFor(label: string): string {
  const text = label.toLowerCase();
  return icons.find(([, pattern]) => startsWord(pattern, text))?.[0] ?? "layers";
}
