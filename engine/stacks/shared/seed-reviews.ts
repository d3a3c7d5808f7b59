// What people say, with the stars that they give for it: title, words and number belong to one opinion.
import type { ResolvedField, ResolvedModel } from "#engine/prd/resolved.ts";
import { startsWord } from "./naming.ts";
import { at, kindOf, nameOf, type SeedContext } from "./seed-kinds.ts";
import type { SeedRow } from "./seed-values.ts";

type Opinion = readonly [stars: number, title: string, words: string];

const bought: readonly Opinion[] = [
  [5, "Exactly what I hoped for", "Looks even better than in the pictures, and was here within two days."],
  [4, "Great quality, slow delivery", "Well made. It took a week longer than promised, but somebody wrote to tell me."],
  [5, "Would buy again", "I bought one for myself and came back for two more as presents."],
  [
    3,
    "Good, with one small flaw",
    "Nice to use, though the finish has a spot at the back. They offered to exchange it.",
  ],
  [5, "A lovely gift", "My sister has used it every day since her birthday."],
  [4, "Better than expected", "Heavier and sturdier than I thought. The box was dented, what was in it was fine."],
  [2, "Not quite my taste", "The colour is much darker than on my screen. Sending it back was easy."],
  [5, "Does what it says", "Nothing fancy, no surprises, and that is just what I wanted."],
];

const dined: readonly Opinion[] = [
  [5, "Our new favourite", "Fresh, generous, and served by people who like what they do. We have booked again."],
  [4, "Worth the wait", "Full on a Tuesday, and now I know why. Bring some time."],
  [5, "Like at a friend's table", "They remembered our names, and what we drank last time."],
  [3, "Good food, loud room", "Everything on the plate was right. We could hardly hear each other, though."],
  [5, "Perfect birthday", "A quiet corner, a candle in the dessert, and the best risotto in town."],
  [4, "Small menu, well done", "Six dishes, and we would order each of them again."],
  [5, "Simply good", "No show, good ingredients, a fair bill."],
  [4, "Friendly with children", "Crayons on the table and small portions without being asked."],
];

const helped: readonly Opinion[] = [
  [5, "A pleasure from start to finish", "They listened first, and what we got was what we had in mind, only better."],
  [5, "Calm and reliable", "On the day itself I did not have to think about anything. The result speaks for itself."],
  [4, "Clear and quick", "Answers within the hour, a price that held, and one small delay that we were told about."],
  [5, "An eye for what matters", "We have worked with many; nobody asked better questions."],
  [5, "We come back every year", "The third time now, and each time it fits us better."],
  [4, "Good value", "Not the cheapest offer we had, and the one that cost us least in the end."],
  [5, "Warm and professional", "Everybody felt at ease from the first minute."],
  [5, "Recommended", "I have given their number to three friends already."],
];

const stayed: readonly Opinion[] = [
  [5, "We did not want to leave", "Quiet, spotless, and the view in the morning is worth the climb."],
  [4, "Good base for the city", "Five minutes to the tram. The second bedroom is small."],
  [5, "Everything was there", "Even spices and a cot. The key was easy to find."],
  [3, "Nice place, thin walls", "Beautifully done, but one hears the stairs."],
  [5, "Kind hosts", "They had lit the stove before we arrived."],
  [4, "As in the pictures", "Clean and bright. Parking took us a while."],
  [5, "Would come again", "We have already asked for the same week next summer."],
  [4, "Calm and green", "Birds in the morning, nothing at night."],
];

const learned: readonly Opinion[] = [
  [5, "It finally makes sense", "Short lessons, good examples, and exercises that build on each other."],
  [4, "Well paced", "I could follow after work. More exercises in the second half would help."],
  [5, "Wonderful teacher", "Questions are answered the same day, and never from above."],
  [3, "A good start", "Fine for beginners; I knew the first third already."],
  [5, "Used it the next day", "What we practised on Monday worked on Tuesday."],
  [4, "Clear and friendly", "The group was small enough to get to know each other."],
  [5, "Worth every hour", "I have started three courses elsewhere. This is the one I finished."],
  [4, "Solid", "No frills. The handouts alone are worth it."],
];

const settings: readonly (readonly [RegExp, readonly Opinion[]])[] = [
  [/testimonial|quote|client/, helped],
  [/course|lesson|learning|school|student|tutor|mentor/, learned],
  [/restaurant|cafe|menu|dish|bakery|bar$/, dined],
  [/hotel|room|listing|propert|apartment|campsite|hostel|stay|travel|destination/, stayed],
  [/product|item|order|cart|shop|store|book$/, bought],
];

const fieldOf = (model: ResolvedModel, types: readonly string[], name: RegExp): ResolvedField | undefined =>
  model.fields.find((field) => types.includes(field.type) && !field.unique && startsWord(name, nameOf(field.key)));

/** Reviews and testimonials that carry stars, or are quoted. What is compared by a badge stays as it is. */
export function fitReviews(
  context: SeedContext,
  model: ResolvedModel,
  rows: readonly SeedRow[],
  compared: ReadonlySet<string>,
): void {
  const label = nameOf(model.label);
  if (kindOf(model) !== "review" || !startsWord(/review|testimonial|rating|quote/, label)) return;
  const stars = fieldOf(model, ["integer", "decimal"], /rating|stars|score/);
  const title = fieldOf(model, ["text"], /title|headline|summary/);
  const body = fieldOf(model, ["longText", "text", "richText"], /comment|quote|body|text|content|review|message/);
  const opinions =
    (
      settings.find(([name]) => startsWord(name, label)) ?? settings.find(([name]) => startsWord(name, context.text))
    )?.[1] ?? bought;
  rows.forEach((row, index) => {
    const [given, headline, said] = at(opinions, index);
    const round = index < opinions.length ? "" : ` (${Math.floor(index / opinions.length) + 1})`;
    if (
      stars &&
      !compared.has(stars.key) &&
      (stars.min ?? 1) <= given &&
      (stars.max ?? 5) >= given &&
      (stars.max ?? 5) <= 5
    )
      row[stars.key] = given;
    if (title && !compared.has(title.key)) row[title.key] = `${headline}${round}`;
    if (body && body !== title && !compared.has(body.key) && row[body.key] !== null) row[body.key] = said;
  });
}
