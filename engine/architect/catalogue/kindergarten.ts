import type { FamilyData } from "./family.ts";

export const kindergarten: FamilyData = {
  id: "kindergarten",
  title: "Kindergarten",
  within: "school",
  cues: ["kindergarten", "daycare", "day care", "nursery school", "preschool", "childcare", "after-school care"],
  core: ["Child", "Parent", "Group"],
  audience: "Educators and parents.",
  entities: [
    {
      name: "Child",
      aliases: ["kid", "student", "toddler"],
      plural: "Children",
      about: "A child that is looked after.",
      fields: "name*;date of birth;allergies;photo;photos allowed:boolean=false;started on:date;notes",
      belongsTo: ["Group", "Parent"],
    },
    {
      name: "Group",
      aliases: ["kindergarten group", "class"],
      about: "Children who spend the day together.",
      fields: "name*!;age from:integer[0..];age to:integer[0..];room:text;places:integer[0..]",
      belongsTo: ["Teacher", "Educator"],
    },
    {
      name: "Pickup Person",
      aliases: ["authorised person", "authorized person", "pick-up person"],
      about: "Who may collect a child.",
      fields: "name*;phone*;relationship:text;valid until:date;photo",
      belongsTo: ["Child*"],
    },
  ],
};
