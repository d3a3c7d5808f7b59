import type { FamilyData } from "./family.ts";

export const tattoo: FamilyData = {
  id: "tattoo",
  title: "Tattoo studio",
  within: "booking",
  cues: ["tattoo", "tattoo studio", "tattooist", "piercing", "tattoo artist"],
  core: ["Tattoo Artist", "Tattoo Design", "Appointment"],
  audience: "Tattoo artists and their clients.",
  entities: [
    {
      name: "Tattoo Artist",
      aliases: ["artist", "tattooist", "piercer"],
      about: "Who tattoos.",
      fields: "name*;style:text;bio;photo;instagram:url;hourly rate;guest artist:boolean=false",
    },
    {
      name: "Tattoo Design",
      aliases: ["design", "flash", "flash design", "motif"],
      about: "A picture to wear.",
      fields:
        "title*;image*;style(Traditional|Blackwork|Realism|Fine line|Japanese|Other)=Traditional;size cm:decimal[0..];price from:money[0..];status(Available|Reserved|Taken)=Available",
      belongsTo: ["Tattoo Artist"],
    },
    {
      name: "Consent Form",
      aliases: ["consent", "waiver"],
      about: "What a client signed before the needle.",
      fields: "client name*;date of birth*:date;allergies:text;signed on*:date;document:file;notes",
      belongsTo: ["Appointment"],
    },
  ],
};
