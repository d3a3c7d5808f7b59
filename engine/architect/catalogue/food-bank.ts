import type { FamilyData } from "./family.ts";

export const foodBank: FamilyData = {
  id: "food-bank",
  title: "Food bank",
  within: "charity",
  cues: ["food bank", "food pantry", "soup kitchen", "food donation"],
  core: ["Food Donation", "Food Item", "Household"],
  audience: "Helpers, donors and the households they serve.",
  entities: [
    {
      name: "Food Donation",
      aliases: ["donation"],
      about: "Food that somebody gave.",
      fields: "what was given*:text;kilograms:decimal[0..];received on*:date;notes",
      belongsTo: ["Donor"],
    },
    {
      name: "Food Item",
      aliases: ["food", "stock", "food stock"],
      about: "Food on the shelf.",
      fields:
        "name*;category(Canned|Dry|Fresh|Frozen|Hygiene|Other)=Dry;stock quantity:integer[0..]=0;unit:text;best before:date;shelf:text",
      belongsTo: ["Donor"],
    },
    {
      name: "Household",
      aliases: ["family", "client", "beneficiary"],
      about: "Who is given food.",
      fields: "name*;adults:integer[0..]=1;children:integer[0..]=0;address;phone;diet:text;registered on:date;notes",
    },
    {
      name: "Distribution",
      aliases: ["food parcel", "parcel", "pickup"],
      about: "Food that was given out.",
      fields: "note*:text;given on*:date;kilograms:decimal[0..];items:longText",
      belongsTo: ["Household*"],
    },
  ],
};
