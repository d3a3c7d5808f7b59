import type { FamilyData } from "./family.ts";

export const radio: FamilyData = {
  id: "radio",
  title: "Radio station",
  within: "music",
  cues: ["radio station", "radio show", "community radio", "broadcaster", "airtime"],
  core: ["Radio Show", "Presenter"],
  audience: "Listeners and who is on air.",
  entities: [
    {
      name: "Radio Show",
      aliases: ["show", "programme", "program", "broadcast"],
      about: "What is on air, and when.",
      fields:
        "title*;weekday(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)=Monday;starts at:text;duration minutes:integer[5..]=60;description;image",
      belongsTo: ["Presenter"],
    },
    {
      name: "Presenter",
      aliases: ["host", "dj", "radio host"],
      about: "Who speaks and plays.",
      fields: "name*;email;bio;photo;active:boolean=true",
    },
  ],
};
