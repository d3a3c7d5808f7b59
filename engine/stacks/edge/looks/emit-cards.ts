// src/client/site/cards/kinds.ts: the cards of the kinds that visitors of this site see, and no other's code.
import type { PublicKind } from "./emit-site.ts";

const cards: Readonly<Record<PublicKind, readonly [name: string, file: string]>> = {
  product: ["PictureCard", "picture-card"],
  article: ["PictureCard", "picture-card"],
  event: ["PictureCard", "picture-card"],
  work: ["PictureCard", "picture-card"],
  person: ["PersonCard", "person-card"],
  plan: ["PlanCard", "plan-card"],
  entry: ["EntryCard", "entry-card"],
};

/** `hasPriceList`: things for sale without pictures are lines of a list. */
export function emitCards(shown: readonly PublicKind[], hasPriceList: boolean): string {
  const kinds = [...new Set(shown)].sort();
  const isListed = hasPriceList && kinds.includes("product");
  const drawn = [...new Map(kinds.map((kind) => cards[kind]))];
  const imports = (isListed ? [...drawn, ["PricedLine", "priced-line"]] : drawn).map(
    ([name, file]) => `import { ${name} } from "./${file}.tsx";\n`,
  );
  return `// How each kind of record that visitors see is drawn. A kind that joins them gets its line here.
import type { ComponentType } from "react";
import type { PublicKind } from "../../../shared/site-meta.ts";
import type { CardProps } from "./card.ts";
${imports.sort().join("")}
type Card = ComponentType<CardProps>;

export const cards: Readonly<Partial<Record<PublicKind, Card>>> = {
${kinds.map((kind) => `  ${kind}: ${cards[kind][0]},\n`).join("")}};

/** For things for sale of which none has a picture. */
export const priceList: Card | undefined = ${isListed ? "PricedLine" : "undefined"};
`;
}
