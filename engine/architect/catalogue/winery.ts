import type { FamilyData } from "./family.ts";

export const winery: FamilyData = {
  id: "winery",
  title: "Winery",
  within: "recipes",
  cues: ["winery", "vineyard", "wine estate", "winemaker", "wine tasting", "wine cellar"],
  core: ["Wine"],
  audience: "Who makes the wine, and who drinks it.",
  entities: [
    {
      name: "Wine",
      aliases: ["bottle of wine", "wine bottle", "bottle"],
      about: "A wine of the house.",
      fields:
        "name*;vintage:integer[1900..2100];grape:text;type(Red|White|Rosé|Sparkling|Sweet)=Red;region:text;price;stock quantity:integer[0..]=0;image;description",
    },
    {
      name: "Wine Tasting",
      aliases: ["tasting", "tasting session", "cellar tour"],
      about: "Guests come to taste.",
      fields:
        "title*;starts at*:dateTime;duration minutes:integer[15..]=90;price per person:money[0..];capacity;description;image",
    },
  ],
};
