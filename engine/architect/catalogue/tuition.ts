import type { FamilyData } from "./family.ts";

export const tuition: FamilyData = {
  id: "tuition",
  title: "Lessons",
  within: "school",
  cues: [
    "music school",
    "language school",
    "sailing school",
    "dance school",
    "riding school",
    "swim school",
    "swimming school",
    "ski school",
    "surf school",
    "art school",
    "private lesson",
    "music lesson",
    "piano lesson",
    "guitar lesson",
    "swimming lesson",
    "riding lesson",
    "dance lesson",
    "language lesson",
  ],
  core: ["Student", "Teacher", "Lesson"],
  audience: "Teachers and the people they teach.",
  entities: [
    {
      name: "Lesson",
      aliases: ["private lesson", "music lesson", "riding lesson", "swimming lesson"],
      about: "An hour of teaching at a time.",
      fields:
        "title*;starts at*:dateTime;duration minutes:integer[15..]=45;status(Planned|Held|Cancelled)=Planned;price;homework:longText;notes",
      belongsTo: ["Student", "Teacher", "Room", "Instrument", "Boat", "Horse"],
    },
    {
      name: "Room",
      aliases: ["lesson room", "practice room"],
      about: "Where lessons are held.",
      fields: "name*!;floor:text;capacity:integer[1..]=4;equipment:text;notes",
    },
  ],
};
