import type { FamilyData } from "./family.ts";

export const meetings: FamilyData = {
  id: "meetings",
  title: "Meetings",
  within: "tasks",
  cues: [
    "meeting minute",
    "meeting minutes",
    "meeting note",
    "agenda",
    "action item",
    "board meeting",
    "council meeting",
    "committee meeting",
    "general meeting",
    "minute taking",
  ],
  core: ["Meeting", "Decision", "Task"],
  audience: "People who meet and agree on things.",
  entities: [
    {
      name: "Decision",
      aliases: ["resolution", "meeting decision"],
      about: "What was agreed.",
      fields:
        "title*;decision*:longText;decided on:date=today;decided by:text;status(Open|In effect|Withdrawn)=In effect",
      belongsTo: ["Meeting", "Project"],
    },
    {
      name: "Agenda Item",
      aliases: ["agenda point", "item on the agenda"],
      about: "What a meeting talks about.",
      fields: "title*;position:integer[1..];presenter:text;minutes planned:integer[0..];notes",
      belongsTo: ["Meeting*"],
    },
  ],
};
