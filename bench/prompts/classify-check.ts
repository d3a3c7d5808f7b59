// A described UI check → what has to be done to the app. Its words decide; the first rule that fits wins, so that the
// telling words ("delete", "filter") stand before those that any description holds ("view", "list").
import type { UiCheck } from "./ui-check.ts";

export const intents = [
  "colours",
  "responsive",
  "subjective",
  "navigation",
  "invalid-form",
  "sign-out",
  "sign-in",
  "register",
  "chat",
  "contact",
  "compare",
  "upload",
  "export",
  "report",
  "chart",
  "live",
  "delete",
  "filter",
  "search",
  "quiz",
  "game",
  "calculate",
  "booking",
  "purchase",
  "react",
  "edit",
  "create",
  "open-record",
  "content",
] as const;
export type Intent = (typeof intents)[number];

interface Rule {
  readonly intent: Intent;
  readonly task: RegExp;
  readonly unless?: RegExp;
  /** Words of the expected result that must be there too. */
  readonly expected?: RegExp;
}

const rules: readonly Rule[] = [
  {
    intent: "content",
    task: /^(view|browse|check the display of|ensure [\w\s'-]{0,40} information is (clearly )?displayed)\b|\bpage to view\b/,
    unless: /\b(and play|detailed|details|charts?|graphs?|and edit|their profile)\b/,
  },
  { intent: "content", task: /^(test|check|verify) (the )?navigation (to|from)\b/ },
  {
    intent: "colours",
    task: /\b(background|component|theme)\b.*\bcolou?rs?\b|\bcolou?r scheme\b/,
    unless: /\belement's|\bof an element|\bboard\b/,
  },
  { intent: "responsive", task: /\bresponsive(ness)?\b|\b(mobile|tablet|smartphone|screen sizes?|small screens?)\b/ },
  {
    intent: "subjective",
    task: /\b(cartoon|grammar|visual(ly)? (design|appeal\w*|style)|aesthetic\w*|look and feel|tone of|readability|relevance of|content for relevance)\b|drag[- ]and[- ]drop|\bdragging\b/,
  },
  {
    intent: "navigation",
    task: /\b(each|every|all|main|different|major|between)\b[^.]*\b(links?|menus?|navigation|sections|buttons?|pages|nav ?bar)\b|\bnavigation (bar|menu|links?|flow|functionality|consistency|function|elements?)\b|\bnavigational\b|\bnavigat\w* (back|through the (web)?site)\b|\bsite's navigation\b|\bcross-linking navigation\b/,
    unless: /\b(search|filter|responsive|price|voting options|language|fill|submit|compar\w+)\b/,
  },
  {
    intent: "invalid-form",
    task: /\b(invalid|incorrect|incomplete|missing|empty|blank|required fields?)\b|validation (warnings?|errors?|messages?)/,
    expected: /\b(errors?|warnings?|messages?|feedback|required|prompt\w*|validation)\b/,
    unless: /\b(sort\w*|answers?|password|log ?in|sign ?in|conversation|chatbot|type)\b/,
  },
  { intent: "sign-out", task: /\b(log ?out|sign ?out|log(ging)? off)\b/ },
  {
    intent: "sign-in",
    task: /\b(log|sign)[- ]?in\b|\blogging in\b|\bsigning in\b|\bcredentials\b|\bpassword\b/,
    unless: /\bwithout (logging|signing) in\b|\bpoints\b/,
  },
  {
    intent: "register",
    task: /\b(sign(ing)?[- ]?up|user registration|registration (form|process|functionality|page)|register(ing)?|create an account|new account|student registration)\b/,
    expected: /\b(account|profile|log(ged)? in|welcom\w*|credentials|password)\b/,
    unless: /\bcontest|event|course|product\b/,
  },
  {
    intent: "chat",
    task: /\b(chat\w*|conversation|direct communication|private message|direct message|instant messag\w*|send(ing)? a message)\b/,
    unless: /\bcontact (form|us)\b|\bchart\b/,
  },
  {
    intent: "contact",
    task: /\bcontact\b[^.]*\b(form|submi\w+|send|message)\b|\b(form|submi\w+|send)\b[^.]*\bcontact\b/,
    unless: /\bsearch|profile|job listing|customer\b/,
  },
  { intent: "compare", task: /\bcompar(e|ing|ison|isons)\b/ },
  { intent: "upload", task: /\bupload\w*\b/ },
  { intent: "export", task: /\b(export\w*|download\w*|print(ing|able)?)\b/ },
  {
    intent: "report",
    task: /\b(generat\w+|creat\w+|view|access\w*|test)\b[^.]*\b(reports?|expense sheet|quotes?|vouchers?|invoices?|settlement|statement)\b|\breport (customization|creation|generation)\b/,
    unless: /\bsubmit\b|\breporting section\b$/,
  },
  {
    intent: "chart",
    task: /\b(charts?|graphs?|visuali[sz]\w*|plots?|statistic\w*|analytics|trends?)\b/,
    unless: /\bgame|player\b/,
  },
  {
    intent: "live",
    task: /\breal[- ]time\b|\blive\b|\bauto(matic(ally)?)?[- ](refresh|updat)\w*/,
    unless: /\b(report|preview|submit)\b/,
  },
  { intent: "delete", task: /\b(delet\w+|remov(e|ing|al))\b/ },
  {
    intent: "filter",
    task: /\b(filter\w*|sort\w*|price range|date range|start and end date|by (category|status|type))\b/,
  },
  {
    intent: "search",
    task: /\b(search\w*|look(ing)? up|keyword|quer(y|ying)|inquiry|find a)\b|\benter(ing)? (a|the|its|an)\b[^.]*\b(code|id|number|name)\b/,
    unless: /\b(submit|grades)\b/,
  },
  {
    intent: "quiz",
    task: /\b(quiz\w*|trivia|assessment|questionnaire|contest question|first question|flash ?cards?|answer\b[^.]*\bquestion during|score after)\b/,
    unless: /\brisk\b|\bnavigat\w+\b/,
  },
  {
    intent: "game",
    task: /\b(spin\w*|chess|game|tiles?|moves?|resign|undo|board|round|puzzle)\b/,
    unless: /\b(records?|history|historical|lobby|room|section|prizes|upcoming)\b/,
  },
  { intent: "calculate", task: /\b(calculat\w+|convert\w*|conversion|estimat\w+)\b/, unless: /\bsheet\b/ },
  {
    intent: "booking",
    task: /\b(book(ing|s)? (a|an|the|your|process|form|system|functionality)|book\b|reserv\w+|schedul\w+|appointments?|rent(ing)? a)\b/,
    unless: /\b(records?|history|schedule information)\b/,
  },
  {
    intent: "purchase",
    task: /\b(cart|checkout|purchas\w+|buy(ing)?|place an order|placing an order|payment|pay|confirm the customi[sz]ation)\b/,
    unless: /\bfee\b|\bbook\w*\b/,
  },
  {
    intent: "react",
    task: /\b(vot(e|ing)|lik(e|ing) (a|the|an)|rat(e|ing) (a|the|an|for)|upvot\w*|favou?rit\w*|bookmark\w*|wish ?list|collect(ion)?\b|follow (a|an|the)|comment\w*|repl(y|ies)|condolence|review(s)? (for|on|of)|a review|leave (a|an)|shar(e|ing) (capability|button|on)|article sharing|bids? on|place a bid)\b/,
    unless: /\b(browse|list of|display of|results? page|without casting)\b/,
  },
  {
    intent: "edit",
    task: /\b(edit(s|ing)?|updat(e|ing)|modif\w+|chang(e|es|ing)|mark (a|the|as)|manage the|rearrange|adjust|set(ting)? (a|an|the) new)\b/,
    unless: /\beditor\b|\bupdates? section|\bcreat(e|ing) and updat|\badd(ing)? or updat/,
  },
  {
    intent: "create",
    task: /\b(add|adding|creat\w+|post(ing)?|submit\w*|submission|publish\w*|regist\w+|enroll?\w*|join\w*|appl(y|ying|ication process|ication submission)|fill\w*|log work|log hours|logging|share|sharing|subscrib\w*|subscription|invit\w*|input\w*|set(ting)? goals?|goal-setting|place an advert\w*|ad space|record results|send\w*|plac(e|ing) an?|request form|schedule|start(ing)? a new)\b/,
  },
  {
    intent: "open-record",
    task: /\b(select|click(ing)?( on)?|open|view|access|navigat\w*)\b[^.]*\b(first|specific|a|an|each|individual|selected)\b[^.]*\b(details?|profile|page|listing|information|description|article|recipe|property|product|course|project|policy|restaurant|event)\b|\bdetail(s|ed)? (page|view|information|profile|description)/,
    unless: /\bsection|navigation menu\b/,
  },
];

/** Everything that is left only asks for something to be there. */
export function classifyCheck(check: UiCheck): Intent {
  const task = check.task.toLowerCase();
  const expected = check.expected_result.toLowerCase();
  const rule = rules.find(
    (candidate) =>
      candidate.task.test(task) &&
      candidate.unless?.test(task) !== true &&
      (candidate.expected === undefined || candidate.expected.test(expected)),
  );
  return rule?.intent ?? "content";
}
