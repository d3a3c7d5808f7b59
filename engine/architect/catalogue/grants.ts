import type { FamilyData } from "./family.ts";

export const grants: FamilyData = {
  id: "grants",
  title: "Grant applications",
  within: "charity",
  cues: ["grant application", "grant proposal", "grant", "funder", "grant writing", "third-party funding"],
  core: ["Grant Application", "Funder"],
  audience: "People who apply for funding.",
  entities: [
    {
      name: "Grant Application",
      aliases: ["application", "grant proposal", "grant", "proposal", "funding application"],
      about: "Money that was asked for.",
      fields:
        "title*;amount requested:money[0..];amount awarded:money[0..];deadline:date;submitted on:date;decision expected:date;status(Idea|Writing|Submitted|Awarded|Rejected)=Idea;contact name;document:file;notes",
      belongsTo: ["Funder", "Program"],
    },
    {
      name: "Funder",
      aliases: ["foundation", "funding body", "grantmaker", "donor"],
      about: "Who gives the money.",
      fields: "name*!;website;contact name;email;focus:text;notes",
    },
    {
      name: "Grant Report",
      aliases: ["report", "progress report", "final report"],
      about: "What is owed to the funder.",
      fields: "title*;due date*;status(Open|Submitted|Accepted)=Open;document:file;notes",
      belongsTo: ["Grant Application*"],
    },
  ],
};
