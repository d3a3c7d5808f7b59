import type { FamilyData } from "./family.ts";

export const translation: FamilyData = {
  id: "translation",
  title: "Translation agency",
  within: "recruiting",
  cues: ["translation agency", "translator", "translation job", "language pair", "interpreter", "translation project"],
  core: ["Translation Job", "Translator", "Client"],
  audience: "Project managers, translators and clients.",
  entities: [
    {
      name: "Translation Job",
      aliases: ["job", "translation", "translation project", "project", "order", "assignment"],
      about: "A text to be translated.",
      fields:
        "title*;source language*:text;target language*:text;words:integer[0..];rate per word:money[0..];total price;deadline:dateTime;status(New|Assigned|In translation|In review|Delivered)=New;source file:file;translation:file",
      belongsTo: ["Client", "Translator", "Language Pair"],
      badges: [
        { label: "Overdue", tone: "danger", field: "deadline", operator: "before-today", cues: ["overdue", "late"] },
      ],
    },
    {
      name: "Translator",
      aliases: ["linguist", "interpreter", "freelancer", "proofreader"],
      about: "Who translates.",
      fields:
        "name*;email!;native language:text;specialisation:text;rate per word:money[0..];available:boolean=true;notes",
      linkedTo: ["Language Pair"],
    },
    {
      name: "Language Pair",
      aliases: ["language combination"],
      about: "From which language into which.",
      fields: "name*!;source language*:text;target language*:text;rate per word:money[0..]",
    },
  ],
};
