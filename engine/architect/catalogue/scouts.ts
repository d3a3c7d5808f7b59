import type { FamilyData } from "./family.ts";

export const scouts: FamilyData = {
  id: "scouts",
  title: "Scout group",
  within: "community",
  cues: ["scout group", "scout", "cub scout", "girl guide", "youth group"],
  core: ["Scout", "Leader", "Camp"],
  audience: "Leaders, children and parents.",
  entities: [
    {
      name: "Scout",
      aliases: ["kid", "child", "member", "cub"],
      about: "A child of the group.",
      fields: "name*;date of birth;section:text;allergies;joined on:date;photos allowed:boolean=false;notes",
      belongsTo: ["Parent", "Leader"],
    },
    {
      name: "Leader",
      aliases: ["scout leader", "group leader"],
      about: "Who leads.",
      fields: "name*;email;phone;first aid until:date;active:boolean=true",
    },
    {
      name: "Camp",
      aliases: ["outing", "hike"],
      about: "Days away together.",
      fields: "title*;start date*;end date;location;fee:money[0..];packing list:longText;notes",
      belongsTo: ["Leader"],
    },
    {
      name: "Earned Badge",
      aliases: ["badge", "badge earned", "award"],
      about: "What a child has learned.",
      fields: "badge name*:text;earned on*:date;notes",
      belongsTo: ["Scout*"],
    },
  ],
};
