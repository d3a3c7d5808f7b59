// Words that name a record in one trade and something else in every other: "route" is a drive where vehicles are spoken
// of and a climb in a climbing gym. Where no cue of such a trade was found, the catalogue's meaning is not taken. Data only.

const byTrade: Readonly<Record<string, string>> = {
  "library knowledge assets neighbourhood school inventory": "loan",
  "fleet travel": "route",
  music: "track record tune series show band",
  knowledge: "term definition folder exhibit object",
  science: "element planet",
  "community quizzes": "option choice response",
  community: "board material notice",
  social: "couple partner interest update invite memory match friend",
  sports: "standing ranking division squad club practice cup game",
  "games quizzes sports": "ranking leaderboard score",
  games: "move turn hand table room lobby spin winning",
  charity: "cause appeal contribution helper recipient pledge",
  legal: "matter exhibit proof counsel agreement case",
  hr: "leave division office attendance absence",
  investing: "position coin holding share security equity report",
  gym: "set drill run measurement",
  "gym sports pets booking": "trainer",
  "school hr gym": "training",
  school: "mark grade module kid child college subject",
  recipes: "cook chef bean tasting",
  "restaurant recipes": "meal table drink",
  publishing: "story news ad banner label host guest",
  portfolio: "degree experience work partner plan tariff",
  farm: "field plot bed colony vegetable",
  booking: "space hall gear hire slot provider",
  assets: "site meter station alarm audit",
  hotel: "stay suite resort",
  auctions: "trade listing lot",
  library: "hold lending shelf",
  clinic: "shot visit operation theater surgery",
  travel: "sight camp stop package place city location",
  "role-play": "item loot hero town realm session location",
  crm: "account interaction opportunity",
  fleet: "van courier",
  "travel weather": "city place",
  blood: "donation request donor camp",
  "real-estate": "unit",
  "lost-and-found": "item report",
  neighbourhood: "desk swap carpool lift ancestor relative workspace workplace",
  events: "panel presentation wish",
};

const trades = new Map<string, Set<string>>();
for (const [families, words] of Object.entries(byTrade))
  for (const word of words.split(" ")) trades.set(word, new Set([...(trades.get(word) ?? []), ...families.split(" ")]));

/** Whether `word` means this family's record only where one of its trades is spoken of, and none is. */
export function isForeign(word: string, family: string, isCued: (family: string) => boolean): boolean {
  const known = trades.get(word);
  return known?.has(family) === true && ![...known].some(isCued);
}
