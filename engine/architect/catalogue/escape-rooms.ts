import type { FamilyData } from "./family.ts";

export const escapeRooms: FamilyData = {
  id: "escape-rooms",
  title: "Escape rooms",
  within: "games",
  cues: ["escape room", "escape game", "exit game"],
  core: ["Escape Room", "Room Booking"],
  audience: "Teams who play and the people who run the rooms.",
  entities: [
    {
      name: "Escape Room",
      aliases: ["room", "escape game", "exit game", "game"],
      about: "A room to get out of.",
      fields:
        "name*!;theme:text;difficulty;duration minutes:integer[15..]=60;minimum players:integer[1..]=2;maximum players:integer[1..]=6;price per team:money[0..];image;description",
    },
    {
      name: "Room Booking",
      aliases: ["booking", "reservation", "slot", "game session"],
      about: "A team that comes at a time.",
      fields:
        "team name*;starts at*:dateTime;players:integer[1..]=4;email;phone;status(Requested|Confirmed|Played|Cancelled)=Requested;notes",
      belongsTo: ["Escape Room*", "Game Master"],
    },
    {
      name: "Game Master",
      aliases: ["gamemaster", "host", "room host"],
      about: "Who guides a team.",
      fields: "name*;email;phone;languages:text;active:boolean=true",
    },
    {
      name: "Team Result",
      aliases: ["leaderboard", "score", "escape time", "result", "ranking"],
      about: "How a team did.",
      fields:
        "team name*;escaped:boolean=true;minutes left:integer[0..];score:integer[0..];hints used:integer[0..]=0;players:integer[1..];played on:date=today;photo",
      belongsTo: ["Escape Room*"],
    },
  ],
};
