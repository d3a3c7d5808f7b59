import type { FamilyData } from "./family.ts";

export const repairCafe: FamilyData = {
  id: "repair-cafe",
  title: "Repair café",
  within: "charity",
  cues: ["repair cafe", "repair event", "fixer", "fixit clinic"],
  core: ["Repair Item", "Fixer", "Repair Event"],
  audience: "Visitors with broken things and the volunteers who mend them.",
  entities: [
    {
      name: "Repair Item",
      aliases: ["repair", "broken thing", "broken item", "thing", "device", "item", "object"],
      about: "Something broken that somebody brought.",
      fields:
        "what it is*:text;brand;fault*:longText;visitor name:text;visitor email:email;status(Waiting|In repair|Repaired|Not repairable)=Waiting;outcome:longText;photo;brought on:date=today",
      belongsTo: ["Fixer", "Visitor", "Repair Event"],
    },
    {
      name: "Fixer",
      aliases: ["volunteer", "repairer", "helper"],
      about: "Who repairs for nothing.",
      fields: "name*;skills:text;email;phone;active:boolean=true",
    },
    {
      name: "Visitor",
      aliases: ["guest"],
      about: "Who brings something.",
      fields: "name*;email;phone;notes",
    },
    {
      name: "Repair Event",
      aliases: ["event", "opening day", "date"],
      about: "A day on which things are repaired.",
      fields: "title*;starts at*:dateTime;ends at:dateTime;location;notes",
    },
  ],
};
