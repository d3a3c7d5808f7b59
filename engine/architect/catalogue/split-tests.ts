import type { FamilyData } from "./family.ts";

export const splitTests: FamilyData = {
  id: "split-tests",
  title: "A/B tests",
  cues: ["a-b test", "ab test", "split test", "a-b testing", "ab testing"],
  core: ["Split Test", "Variant"],
  audience: "Teams who try things out on their users.",
  entities: [
    {
      name: "Split Test",
      aliases: ["a-b test", "ab test", "experiment", "test"],
      about: "Two ways of doing something, and which one works better.",
      fields:
        "title*;hypothesis*:longText;metric:text;start date;end date;status(Idea|Running|Stopped|Decided)=Idea;winner:text;learning:longText;owner name:text",
    },
    {
      name: "Variant",
      aliases: ["variation", "arm"],
      about: "One of the ways.",
      fields: "name*;description;visitors:integer[0..]=0;conversions:integer[0..]=0;image",
      belongsTo: ["Split Test*"],
    },
  ],
};
