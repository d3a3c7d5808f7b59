import type { FamilyData } from "./family.ts";

export const boxScheme: FamilyData = {
  id: "box-scheme",
  title: "Box scheme",
  within: "farm",
  cues: [
    "vegetable box",
    "veg box",
    "veggie box",
    "produce box",
    "csa",
    "box scheme",
    "farm box",
    "farm shop box",
    "subscription box",
  ],
  core: ["Box", "Box Subscription"],
  audience: "Farms and the households they supply.",
  entities: [
    {
      name: "Box",
      aliases: ["vegetable box", "veg box", "veggie box", "produce box", "weekly box", "farm box", "farm shop box"],
      plural: "Boxes",
      about: "What a household gets.",
      fields:
        "name*!;size(Small|Medium|Large)=Medium;price*;contents:longText;rhythm(Weekly|Every two weeks|Monthly)=Weekly;available:boolean=true;image",
      belongsTo: ["Farm"],
    },
    {
      name: "Box Subscription",
      aliases: ["subscription", "subscriber", "box order"],
      about: "A box that somebody gets again and again.",
      fields:
        "subscriber name*;email;start date*;pause from:date;pause until:date;status(Active|Paused|Ended)=Active;swaps:text;notes",
      belongsTo: ["Box*", "Customer", "Pickup Point"],
    },
    {
      name: "Pickup Point",
      aliases: ["depot", "pick-up point", "collection point"],
      about: "Where boxes are collected.",
      fields: "name*!;address;pickup day:text;opening hours:text;contact name;phone",
    },
  ],
};
