import type { FamilyData } from "./family.ts";

export const okrs: FamilyData = {
  id: "okrs",
  title: "OKRs",
  within: "tasks",
  cues: ["okr", "key result", "objectives and key results"],
  core: ["Objective", "Key Result"],
  audience: "Teams who agree on what they want to reach.",
  entities: [
    {
      name: "Objective",
      aliases: ["okr", "goal"],
      about: "What a team wants to reach.",
      fields:
        "title*;quarter:text;owner name:text;description;progress:integer[0..100]=0;status(On track|At risk|Off track|Done)=On track;due date",
      belongsTo: ["Team", "Department"],
    },
    {
      name: "Key Result",
      aliases: ["result", "kr"],
      about: "How one sees that it was reached.",
      fields:
        "title*;start value:decimal=0;current value:decimal=0;target value*:decimal;unit:text;owner name:text;notes",
      belongsTo: ["Objective*"],
    },
    {
      name: "Check-in",
      aliases: ["check-in", "weekly check-in", "progress update"],
      about: "How it stands this week.",
      fields: "comment*:text;date*;value:decimal;confidence(Low|Medium|High)=Medium",
      belongsTo: ["Key Result*"],
    },
  ],
};
