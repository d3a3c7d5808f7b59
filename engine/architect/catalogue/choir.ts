import type { FamilyData } from "./family.ts";

export const choir: FamilyData = {
  id: "choir",
  title: "Choir and orchestra",
  within: "music",
  cues: ["choir", "orchestra", "ensemble", "choral", "rehearsal", "sheet music", "singer", "conductor"],
  core: ["Singer", "Rehearsal", "Concert"],
  audience: "Singers, players and who leads them.",
  entities: [
    {
      name: "Singer",
      aliases: ["member", "chorister", "choir member", "musician", "player"],
      about: "Someone who sings or plays along.",
      fields:
        "name*;voice(Soprano|Alto|Tenor|Bass)=Soprano;instrument:text;email;phone;joined on:date;active:boolean=true",
    },
    {
      name: "Rehearsal",
      aliases: ["practice", "choir practice", "sectional"],
      about: "When everybody practises.",
      fields: "title*;starts at*:dateTime;ends at:dateTime;location;programme:longText;notes",
    },
    {
      name: "Rehearsal Attendance",
      aliases: ["attendance", "attendance record", "absence"],
      about: "Who was there.",
      fields: "note*:text;status(Present|Excused|Absent)=Present;recorded on:date=today",
      belongsTo: ["Rehearsal*", "Singer*"],
    },
    {
      name: "Piece",
      aliases: ["sheet music", "music piece", "repertoire", "score", "song"],
      about: "Music that is sung or played.",
      fields:
        "title*;composer:text;arranger:text;voicing:text;copies:integer[0..];sheet music:file;recording link:url;duration:integer[0..];notes",
    },
    {
      name: "Concert",
      aliases: ["gig", "performance"],
      about: "Music before an audience.",
      fields: "title*;starts at*:dateTime;venue:text;dress code:text;ticket link:url;description;image",
      linkedTo: ["Piece"],
    },
  ],
};
