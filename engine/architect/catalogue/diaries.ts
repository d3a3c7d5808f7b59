import type { FamilyData } from "./family.ts";

export const diaries: FamilyData = {
  id: "diaries",
  title: "Diary",
  cues: ["diary entry", "journal entry", "daily entry", "gratitude", "journaling", "personal diary", "daily journal"],
  core: ["Diary Entry"],
  audience: "Whoever keeps it.",
  entities: [
    {
      name: "Diary Entry",
      aliases: ["journal entry", "diary", "daily entry", "gratitude"],
      about: "What happened, and what is worth keeping of it.",
      fields: "title*;date*=today;text:richText;mood(Great|Good|So-so|Low|Bad)=Good;photo",
      belongsTo: ["Trip"],
    },
  ],
};

export const moods: FamilyData = {
  id: "moods",
  title: "Mood journal",
  cues: ["mood journal", "mood diary", "mood log", "mood tracker", "mood tracking", "my mood", "daily mood"],
  core: ["Mood Entry"],
  audience: "Whoever keeps it.",
  entities: [
    {
      name: "Mood Entry",
      aliases: ["mood", "mood log", "mood journal", "mood diary", "mood check-in", "mood rating"],
      about: "How a day felt.",
      fields: "title*;date*=today;mood:integer[1..5];sleep hours:decimal[0..24];energy:integer[1..5];notes",
    },
  ],
};
