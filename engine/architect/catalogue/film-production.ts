import type { FamilyData } from "./family.ts";

export const filmProduction: FamilyData = {
  id: "film-production",
  title: "Film production",
  within: "music",
  cues: [
    "film production",
    "film shoot",
    "shooting day",
    "shooting schedule",
    "call sheet",
    "film crew",
    "filmmaking",
    "screenplay",
    "movie production",
    "video production",
  ],
  core: ["Scene", "Shooting Day", "Cast Member", "Crew Member"],
  audience: "The people who make the film.",
  entities: [
    {
      name: "Scene",
      about: "A part of the film.",
      fields:
        "title*;scene number*:text;setting(Interior|Exterior)=Interior;time of day(Day|Night|Dusk|Dawn)=Day;pages:decimal[0..];description;status(Planned|Shot|Reshoot|Cut)=Planned",
      belongsTo: ["Shooting Day", "Shooting Location"],
      linkedTo: ["Cast Member"],
    },
    {
      name: "Shooting Day",
      aliases: ["shoot day", "shoot", "call sheet"],
      about: "A day on set.",
      fields: "title*;date*;call time:text;wrap time:text;weather:text;notes",
      belongsTo: ["Shooting Location"],
    },
    {
      name: "Cast Member",
      aliases: ["cast", "actor", "actress"],
      about: "Who plays whom.",
      fields: "name*;role name:text;email;phone;agent:text;daily rate:money[0..];costume size:text;photo",
    },
    {
      name: "Crew Member",
      aliases: ["crew", "film crew"],
      about: "Who works behind the camera.",
      fields:
        "name*;department(Direction|Camera|Sound|Light|Art|Costume|Production)=Production;job title;email;phone;daily rate:money[0..]",
    },
    {
      name: "Shooting Location",
      aliases: ["location", "filming location", "set"],
      about: "Where the film is shot.",
      fields: "name*;address;contact name;phone;permit:file;fee per day:money[0..];photo;notes",
    },
    {
      name: "Prop",
      aliases: ["prop item"],
      about: "A thing that is seen in the film.",
      fields: "name*;quantity:integer[1..]=1;owner name:text;status(Needed|Found|On set|Returned)=Needed;photo",
      belongsTo: ["Scene"],
    },
  ],
};
