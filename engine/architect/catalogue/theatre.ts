import type { FamilyData } from "./family.ts";

export const theatre: FamilyData = {
  id: "theatre",
  title: "Theatre",
  within: "music",
  cues: [
    "theatre production",
    "theatre group",
    "theatre company",
    "theater company",
    "community theatre",
    "community theater",
    "theatre club",
    "drama club",
    "stage production",
    "amateur dramatics",
    "musical theatre",
  ],
  core: ["Production", "Rehearsal", "Performance"],
  audience: "Who plays, and who comes to see it.",
  entities: [
    {
      name: "Production",
      aliases: ["play", "stage play", "musical"],
      about: "A play that is put on stage.",
      fields:
        "title*;author:text;director:text;premiere on:date;status(Planned|In rehearsal|Running|Closed)=Planned;description;poster",
    },
    {
      name: "Cast Member",
      aliases: ["cast", "actor", "actress"],
      about: "Who plays whom.",
      fields: "name*;role name:text;email;phone;costume size:text;photo",
      belongsTo: ["Production"],
    },
    {
      name: "Crew Member",
      aliases: ["crew", "stagehand"],
      about: "Who works behind the stage.",
      fields: "name*;task:text;email;phone",
      belongsTo: ["Production"],
    },
    {
      name: "Rehearsal",
      about: "When everybody practises.",
      fields: "title*;starts at*:dateTime;ends at:dateTime;location;scenes:text;notes",
      belongsTo: ["Production"],
    },
    {
      name: "Costume",
      aliases: ["costume piece"],
      about: "What is worn on stage.",
      fields: "name*;size:text;worn by:text;condition;location;image",
      belongsTo: ["Production", "Cast Member"],
    },
    {
      name: "Prop",
      aliases: ["stage prop"],
      about: "What is used on stage.",
      fields: "name*;quantity:integer[1..]=1;status(Needed|Found|On set|Returned)=Needed;location;image",
      belongsTo: ["Production"],
    },
    {
      name: "Performance",
      aliases: ["show", "evening"],
      about: "An evening with an audience.",
      fields: "title*;starts at*:dateTime;venue:text;seats:integer[0..];ticket price",
      belongsTo: ["Production"],
    },
    {
      name: "Ticket Sale",
      aliases: ["ticket", "ticket order"],
      about: "Seats that somebody took.",
      fields: "buyer name*:text;email;seats:integer[1..]=1;amount:money[0..];sold on:date=today;paid:boolean=false",
      belongsTo: ["Performance*"],
    },
  ],
};
