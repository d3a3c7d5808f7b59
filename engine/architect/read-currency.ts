// "Prices in euros", "rent in CHF", "€ 20 a month": the one currency of the app's amounts, as ISO 4217.

const currencies: readonly (readonly [code: string, words: RegExp])[] = [
  ["EUR", /€|\beuros?\b|\beur\b/gi],
  ["GBP", /£|\b(?:british |english )?pounds? sterling\b|\bbritish pounds?\b|\bgbp\b/gi],
  ["CHF", /\bswiss francs?\b|\bchf\b/gi],
  ["CAD", /\bcanadian dollars?\b|\bcad\b(?! (?:file|drawing|model|software|design))|\bC\$/gi],
  ["AUD", /\baustralian dollars?\b|\baud\b|\bA\$/gi],
  ["NZD", /\bnew zealand dollars?\b|\bnzd\b/gi],
  ["SGD", /\bsingapore dollars?\b|\bsgd\b|\bS\$/gi],
  ["HKD", /\bhong kong dollars?\b|\bhkd\b|\bHK\$/gi],
  ["USD", /\b(?:us|u\.s\.|american) dollars?\b|\busd\b|\bUS\$/gi],
  ["JPY", /\b(?:japanese )?yen\b|\bjpy\b/gi],
  ["CNY", /\b(?:chinese )?yuan\b|\brenminbi\b|\brmb\b|\bcny\b/gi],
  ["INR", /₹|\bindian rupees?\b|\brupees?\b|\binr\b/gi],
  ["KRW", /₩|\b(?:korean|south korean) won\b|\bkrw\b/gi],
  ["SEK", /\bswedish (?:kronor|krona|crowns?)\b|\bkronor\b|\bsek\b/gi],
  ["NOK", /\bnorwegian (?:kroner?|crowns?)\b|\bnok\b/gi],
  ["DKK", /\bdanish (?:kroner?|crowns?)\b|\bdkk\b/gi],
  ["PLN", /\bz[łl]oty(?:s|ch)?\b|\bpln\b/gi],
  ["CZK", /\b(?:czech )?korunas?\b|\bczech crowns?\b|\bczk\b/gi],
  ["HUF", /\b(?:hungarian )?forints?\b|\bhuf\b/gi],
  ["TRY", /₺|\bturkish liras?\b/gi],
  ["UAH", /₴|\bhryvn(?:ia|ias|ya)\b|\buah\b/gi],
  ["BRL", /\b(?:brazilian )?reais\b|\bbrl\b|\bR\$/gi],
  ["MXN", /\bmexican pesos?\b|\bmxn\b/gi],
  ["ZAR", /\b(?:south african )?rands?\b|\bzar\b/gi],
  ["AED", /\bdirhams?\b|\baed\b/gi],
  ["ILS", /₪|\bshekels?\b/gi],
  ["THB", /฿|\bthai baht\b|\bbaht\b|\bthb\b/gi],
  ["NGN", /₦|\bnaira\b|\bngn\b/gi],
  ["PHP", /₱|\bphilippine pesos?\b/gi],
];

/** A pound weighs and a dollar may be anybody's: alone they mean money of these kinds where amounts are spoken of. */
const ofAmounts: readonly (readonly [code: string, words: RegExp])[] = [
  ["GBP", /\bpounds?\b/gi],
  ["USD", /\bdollars?\b|\$(?=\s?\d)/gi],
];

const amounts =
  /\b(?:prices?|priced|amounts?|costs?|rents?|rates?|fees?|budgets?|salar(?:y|ies)|wages?|invoices?|invoiced|pay|paid|payments?|money|totals?|sums?|currency|revenue|income|expenses?|fares?|donations?|deposits?|earnings?|everything|all)\b[^.;:!?\n]{0,40}$/i;
/** What is changed into something else is several currencies, and none of them the app's. */
const exchange = /\b(?:convert\w*|exchange|conversion)\b/i;

interface Mention {
  readonly code: string;
  readonly at: number;
  /** "prices in euros" says it of the app; "€" on its own may only be an example. */
  readonly isSaid: boolean;
}

function findMentions(text: string): Mention[] {
  const found: Mention[] = [];
  const add = (code: string, at: number, isSaid: boolean): void => {
    if (!found.some((other) => Math.abs(other.at - at) < 3)) found.push({ code, at, isSaid });
  };
  const isOfAmounts = (at: number): boolean => amounts.test(text.slice(Math.max(0, at - 60), at));
  for (const [code, words] of currencies)
    for (const { index } of text.matchAll(words)) add(code, index, isOfAmounts(index));
  // Behind the longer names, which hold the shorter ones.
  const longer = found.map(({ at }) => at);
  for (const [code, words] of ofAmounts)
    for (const { index } of text.matchAll(words)) {
      const isPart = longer.some((at) => index >= at && index - at < 24 && !/[.;,]/.test(text.slice(at, index)));
      if (!isPart && isOfAmounts(index)) add(code, index, true);
    }
  return found.toSorted((a, b) => a.at - b.at);
}

/** Later requests stand behind the first, so that the last word counts; null when nothing is said, or too much. */
export function readCurrency(text: string): string | null {
  const sentences = text.split(/(?<=[.!?])\s+|\n+/).filter((sentence) => !exchange.test(sentence));
  const mentions = sentences.flatMap((sentence) => findMentions(sentence));
  const said = mentions.findLast(({ isSaid }) => isSaid);
  if (said) return said.code;
  return new Set(mentions.map(({ code }) => code)).size === 1 ? (mentions[0]?.code ?? null) : null;
}
