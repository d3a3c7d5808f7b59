import type { FamilyData } from "./family.ts";

export const brewing: FamilyData = {
  id: "brewing",
  title: "Brewery",
  within: "recipes",
  cues: ["brewing", "homebrew", "homebrewing", "fermentation", "fermenter", "brewery", "microbrewery", "brewhouse"],
  core: ["Beer"],
  audience: "Brewers and the people who drink their beer.",
  entities: [
    {
      name: "Brew Batch",
      aliases: ["batch", "brew", "brew day"],
      plural: "Brew Batches",
      about: "Beer that was brewed in one go.",
      fields:
        "batch number*!;brewed on*:date;volume litres:decimal[0..];original gravity:decimal[0..];final gravity:decimal[0..];status(Planned|Fermenting|Conditioning|Packaged)=Planned;packaged on:date;notes",
      belongsTo: ["Recipe", "Beer", "Tank"],
    },
    {
      name: "Recipe",
      aliases: ["beer recipe", "brew recipe"],
      about: "How a beer is brewed.",
      fields:
        "name*!;style:text;batch size litres:decimal[0..];alcohol:decimal[0..100];bitterness ibu:integer[0..];malts:longText;hops:longText;yeast:text;mash steps:longText",
      linkedTo: ["Ingredient"],
    },
    {
      name: "Tank",
      aliases: ["fermenter", "vessel", "kettle", "brite tank"],
      about: "Where beer ferments and matures.",
      fields:
        "name*!;type(Fermenter|Brite tank|Kettle)=Fermenter;capacity litres:decimal[0..];status(Empty|In use|Cleaning)=Empty;notes",
    },
    {
      name: "Ingredient",
      aliases: ["brewing ingredient", "malt", "hop", "yeast"],
      about: "What goes into the beer.",
      fields:
        "name*;type(Malt|Hop|Yeast|Other)=Malt;stock quantity:integer[0..]=0;unit:text;reorder level:integer[0..]=5;best before:date",
      belongsTo: ["Supplier"],
      badges: [
        {
          label: "Low stock",
          tone: "warning",
          field: "stock quantity",
          operator: "<=",
          otherField: "reorder level",
          cues: ["low stock", "reorder", "running low"],
        },
      ],
    },
    {
      name: "Gravity Reading",
      aliases: ["reading", "measurement", "gravity"],
      about: "How far the fermentation is.",
      fields: "note*:text;measured at*:dateTime;gravity:decimal[0..];temperature:decimal;ph:decimal[0..14]",
      belongsTo: ["Brew Batch*"],
    },
  ],
};
