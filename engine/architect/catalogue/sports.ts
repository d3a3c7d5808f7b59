import type { FamilyData } from "./family.ts";

export const sports: FamilyData = {
  id: "sports",
  title: "Sports league",
  cues: [
    "league",
    "football",
    "soccer",
    "basketball",
    "baseball",
    "hockey",
    "tennis",
    "tournament",
    "sports team",
    "match schedule",
    "standings",
    "fixture",
    "sports club",
    "betting",
    "golf",
    "cricket",
    "rugby",
    "volleyball",
  ],
  core: ["Team", "Player", "Match"],
  audience: "Teams, organisers and fans.",
  entities: [
    {
      name: "Team",
      aliases: ["sports team", "squad", "club"],
      about: "Players who play together.",
      fields:
        "name*!;city;coach:text;founded year:integer;wins:integer[0..]=0;losses:integer[0..]=0;points:integer=0;logo",
      belongsTo: ["League", "Tournament"],
    },
    {
      name: "Player",
      aliases: ["athlete", "team player", "player performance"],
      about: "Someone who plays.",
      fields:
        "name*;position:text;jersey number:integer[0..];birthday;nationality;height:decimal[0..];goals:integer[0..]=0;photo",
      belongsTo: ["Team"],
    },
    {
      name: "Match",
      aliases: ["fixture", "game", "match history", "sports match", "game schedule"],
      plural: "Matches",
      about: "Two teams meet.",
      fields:
        "title*;kickoff:dateTime;venue;home score:integer[0..];away score:integer[0..];status(Scheduled|Live|Finished|Postponed)=Scheduled",
      belongsTo: ["Team as home team", "Team as away team", "Tournament", "League", "Season"],
    },
    {
      name: "League",
      aliases: ["division"],
      about: "Teams that play a season.",
      fields: "name*!;sport:text;country;season:text;logo",
    },
    {
      name: "Tournament",
      aliases: ["cup", "championship"],
      about: "A competition of teams.",
      fields:
        "name*;sport:text;start date;end date;location;prize:money[0..];status(Upcoming|Running|Finished)=Upcoming",
    },
    {
      name: "Season",
      about: "A year of play.",
      fields: "name*!;start date;end date;active:boolean=true",
      belongsTo: ["League"],
    },
    {
      name: "Prediction",
      aliases: ["match prediction", "betting recommendation", "betting tip", "bet"],
      about: "What may happen, and the odds.",
      fields:
        "title*;predicted winner:text;odds:decimal[0..];confidence:decimal[0..100];reasoning:longText;created on:date",
      belongsTo: ["Match*"],
    },
    {
      name: "Practice",
      aliases: ["training", "practice session"],
      about: "A training of the team.",
      fields: "title*;starts at*;location;duration;notes",
      belongsTo: ["Team"],
    },
    {
      name: "Team Ranking",
      aliases: ["standing", "ranking", "league table"],
      about: "Where a team stands.",
      fields: "label*;rank:integer[1..];points:integer;season:text",
      belongsTo: ["Team*"],
    },
  ],
};
