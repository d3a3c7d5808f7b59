import type { FamilyData } from "./family.ts";

export const keyRegister: FamilyData = {
  id: "key-register",
  title: "Key register",
  cues: ["key management", "key register", "key log", "key holder", "master key", "key handover", "key inventory"],
  core: ["Key", "Key Handover"],
  audience: "Caretakers and the people who hold keys.",
  entities: [
    {
      name: "Key",
      aliases: ["master key", "key card", "transponder", "fob"],
      about: "What opens a door.",
      fields:
        "key number*!;type(Single|Group|Master)=Single;copies:integer[1..]=1;status(In the cabinet|Handed out|Lost)=In the cabinet;hook:text;notes",
      linkedTo: ["Door"],
    },
    {
      name: "Door",
      aliases: ["lock", "cylinder"],
      about: "What is locked.",
      fields: "name*!;building:text;floor:text;lock number:text;notes",
    },
    {
      name: "Key Handover",
      aliases: ["handover", "key issue", "who has which key", "who has what key"],
      about: "Who has which key since when.",
      fields: "holder name*;handed out on*:date;due back on:date;returned on:date;signature:image;notes",
      belongsTo: ["Key*", "Key Holder", "Employee"],
      badges: [
        { label: "Overdue", tone: "danger", field: "due back on", operator: "before-today", cues: ["overdue", "late"] },
      ],
    },
    {
      name: "Key Holder",
      aliases: ["holder"],
      about: "Who may have a key.",
      fields: "name*;email;phone;department:text",
    },
  ],
};
