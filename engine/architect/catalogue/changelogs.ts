import type { FamilyData } from "./family.ts";

export const changelogs: FamilyData = {
  id: "changelogs",
  title: "Changelog",
  cues: ["changelog", "change log", "release note", "release notes"],
  core: ["Release", "Change"],
  audience: "The people who use the product.",
  entities: [
    {
      name: "Release",
      aliases: ["changelog", "change log", "release note", "release notes", "version"],
      about: "A version and what is new in it.",
      fields: "version*!;title:text;released on*:date;summary:richText;status(Draft|Published)=Draft;link:url",
    },
    {
      name: "Change",
      aliases: ["changelog entry", "change entry"],
      about: "One thing that changed.",
      fields: "title*;type(Added|Changed|Fixed|Removed|Security)=Added;description:richText;image",
      belongsTo: ["Release"],
    },
  ],
};
