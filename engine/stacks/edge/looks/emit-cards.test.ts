import { expect, it } from "vitest";
import { emitCards } from "./emit-cards.ts";
import { template } from "./template.generated.ts";

const imported = (text: string): string[] =>
  [...text.matchAll(/from "\.\/([\w-]+\.tsx)"/g)].map(([, file]) => file ?? "");

it("brings the cards of the kinds that are shown, each once", () => {
  const text = emitCards(["work", "person", "article"], true);
  expect(imported(text)).toEqual(["person-card.tsx", "picture-card.tsx"]);
  expect(text).toContain("  article: PictureCard,\n  person: PersonCard,\n  work: PictureCard,\n");
  expect(text).toContain("Card | undefined = undefined;");
});

it("lists prices where things are for sale and the look wants it", () => {
  expect(imported(emitCards(["product"], true))).toEqual(["picture-card.tsx", "priced-line.tsx"]);
  expect(imported(emitCards(["product"], false))).toEqual(["picture-card.tsx"]);
});

it("names files that the template has", () => {
  const all = emitCards(["product", "article", "event", "person", "work", "plan", "entry"], true);
  for (const file of imported(all)) expect(Object.keys(template)).toContain(`site/src/client/site/cards/${file}`);
});
