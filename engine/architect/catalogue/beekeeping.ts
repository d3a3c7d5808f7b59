import type { FamilyData } from "./family.ts";

export const beekeeping: FamilyData = {
  id: "beekeeping",
  title: "Beekeeping",
  within: "farm",
  cues: ["beekeeping", "beekeeper", "apiary", "beehive", "hive", "bee", "bee colony", "honey harvest"],
  core: ["Beehive", "Hive Inspection", "Honey Harvest"],
  audience: "Beekeepers.",
  entities: [
    {
      name: "Apiary",
      aliases: ["bee yard", "hive location"],
      plural: "Apiaries",
      about: "A place where hives stand.",
      fields: "name*!;address;forage:text;notes",
    },
    {
      name: "Beehive",
      aliases: ["hive", "colony", "bee colony"],
      about: "A home for bees.",
      fields: "name*!;location;queen year:integer;strength(Weak|Medium|Strong)=Medium;last inspected:date;notes",
      belongsTo: ["Apiary"],
    },
    {
      name: "Hive Inspection",
      aliases: ["inspection", "hive check", "colony check"],
      about: "A look into a hive.",
      fields:
        "findings*:text;date*;queen seen:boolean=false;eggs seen:boolean=false;brood frames:integer[0..];varroa count:integer[0..];temper(Calm|Nervous|Aggressive)=Calm;next steps:longText",
      belongsTo: ["Beehive*"],
    },
    {
      name: "Honey Harvest",
      aliases: ["harvest", "honey yield", "honey"],
      about: "Honey that was taken.",
      fields: "batch number*:text;date*;kilograms:decimal[0..];honey type:text;water content:decimal[0..100];notes",
      belongsTo: ["Beehive", "Apiary"],
    },
    {
      name: "Hive Treatment",
      aliases: ["treatment", "varroa treatment", "feeding"],
      about: "What was given to a colony.",
      fields: "product*:text;date*;dose:text;reason(Varroa|Feeding|Other)=Varroa;withdrawal until:date;notes",
      belongsTo: ["Beehive*"],
    },
  ],
};
