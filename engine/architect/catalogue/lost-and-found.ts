import type { FamilyData } from "./family.ts";

export const lostAndFound: FamilyData = {
  id: "lost-and-found",
  title: "Lost and found",
  cues: ["lost and found", "lost property", "found item", "lost item", "lost property office", "lost & found"],
  core: ["Found Item", "Lost Report", "Handover"],
  audience: "People who lost something, and the office that keeps it.",
  entities: [
    {
      name: "Found Item",
      aliases: ["found object", "found thing", "lost property", "item found", "item"],
      about: "Something that was found and waits for its owner.",
      fields:
        "title*;category(Bag|Clothing|Electronics|Keys|Documents|Other)=Other;color;found at place:text;found on*:date;storage place:text;status(Stored|Matched|Returned|Disposed)=Stored;description;photo",
      belongsTo: ["Category"],
    },
    {
      name: "Lost Report",
      aliases: ["lost item", "loss report", "lost object", "report"],
      about: "What somebody misses.",
      fields:
        "title*;owner name:text;email;phone;category(Bag|Clothing|Electronics|Keys|Documents|Other)=Other;color;lost at place:text;lost on:date;status(Open|Matched|Closed)=Open;description",
      belongsTo: ["Found Item as match"],
    },
    {
      name: "Handover",
      aliases: ["return of an item", "pick-up"],
      about: "An item given back.",
      fields: "receiver name*;handed over on*:date;identification:text;notes",
      belongsTo: ["Found Item*", "Lost Report"],
    },
  ],
};
