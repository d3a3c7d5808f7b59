// The words of a check that say what it is about, as stems; everything that only says how to test is left out.

const testing =
  "according applicable applied associated beneath broken comes completeness comprehensively correctness dead deals detailing easy ends engaging essential existence experience flawlessly free genuine grammatical grammatically ideally inclusion intended irrelevant known label labeled labelled latest layout marked markers missing misleading necessary needed neatly organized orderly overall past patterns presence previous previously provides public publicly quality readable recently regarding relevance representation representations respond responds reverse sequence sorted standard structured sufficient summarized summarizing together understandable usable verified well-organized whole a about above access accessible accomplish accordingly accuracy accurate accurately across action actions actual add added adding adjust after against all allow allowing allows along already also an and any appear appears apply appropriate appropriately are as aspect assess at attempt attempting automatically available based be been before being below between both browse browsed browser browsing but button buttons by can cannot change changed changes changing check checked choose chosen clear clearly click clicked clicking complete completed completely comprehensive confirm confirmation confirmed consistent contain containing contains content contents correct correctly corresponding could create created creating current currently data dedicated delay delete design desired detail detailed details different direct directed directly display displayed displaying displays do does done during each easily edit ensure ensuring enter entered entering entire error errors etc evaluate every examine existing expected fail feature features feedback field fields fill filling find first following for form forms found from fully function functional functionality functionalities functioning functions further general generate generated generating get given go guide has have having home homepage how if immediately in include included includes including incorrect indicate indicated indicates information informational input inputs inputting instance interface into is issue issues it item items its itself key know lead leading leads least like links list listed listing listings loads load loaded loading located look main make makes manage management match matches matching may menu method more most multiple must name navigate navigates navigating navigation necessary new newly no not of on once one only onto open opened opening opens option options or other out over own page pages parameter parameters particular perform place present presented presents prompt proper properly provide provided provides providing reached real receive received redirect redirected reflect reflected reflecting reflects related relevant reload required respective retrieve return returned returns right run same save saved screen second section sections see seamlessly select selected selecting selection set several should show showing shown shows site smooth smoothly so some specific specified start state stay step steps store stored submission submit submits submitted submitting success successful successfully such support sure system system's tab take test tests text that the their them then there these they this those through time to tool try two type types typing under until up update updated updates upon use used user user's users using valid validate various verify via view viewed viewing views visible visibly visit visual visually was way web webpage website website's well were when where whether which while will with within without work working works would you your";

const ignored = new Set(testing.split(" "));

export function stem(word: string): string {
  const plain = word.toLowerCase();
  if (plain.length <= 3) return plain;
  if (plain.endsWith("ies") && plain.length > 4) return `${plain.slice(0, -3)}y`;
  const cut = plain.replace(/(?:sses|shes|ches|xes)$/, (end) => end.slice(0, -2)).replace(/([^su])s$/, "$1");
  return cut
    .replace(/(?:ing|ed)$/, (end, at: number) => (at >= 4 ? "" : end))
    .replace(/e$/, (end, at: number) => (at >= 4 ? "" : end));
}

export const wordsOf = (text: string): string[] => text.match(/\p{L}[\p{L}\p{N}]*/gu) ?? [];

export function topicWords(text: string): string[] {
  const words = wordsOf(text.replaceAll(/['’]s\b/g, "")).filter(
    (word) => word.length > 2 && !ignored.has(word.toLowerCase()),
  );
  return [...new Set(words.map(stem))];
}

/** How many of the topic's words a text has. */
export function countTopic(topic: readonly string[], text: string): number {
  const known = new Set(wordsOf(text).map(stem));
  return topic.filter((word) => known.has(word)).length;
}
