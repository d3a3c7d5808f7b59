import type { FamilyData } from "./family.ts";

export const fantasySports: FamilyData = {
  id: "fantasy-sports",
  title: "Fantasy league",
  within: "sports",
  cues: [
    "fantasy",
    "fantasy football",
    "fantasy league",
    "fantasy team",
    "fantasy sport",
    "fantasy basketball",
    "fantasy cricket",
  ],
  core: ["Team", "Player", "Weekly Score"],
  audience: "Managers of teams that exist on paper.",
  entities: [
    {
      name: "Team",
      aliases: ["fantasy team", "squad"],
      about: "The players somebody picked.",
      fields: "name*!;manager name:text;total points:integer=0;budget;logo",
      belongsTo: ["Manager", "League"],
    },
    {
      name: "Player",
      aliases: ["athlete", "footballer"],
      about: "A real player who earns points.",
      fields:
        "name*;club:text;position(Goalkeeper|Defender|Midfielder|Forward)=Midfielder;price:money[0..];points:integer=0;injured:boolean=false;photo",
      belongsTo: ["Team"],
    },
    {
      name: "Weekly Score",
      aliases: ["score", "weekly point", "gameweek", "game week", "gameweek score"],
      about: "What a team earned in a week.",
      fields: "week*:text;points*:integer=0;rank:integer[1..];notes",
      belongsTo: ["Team*", "Player"],
    },
    {
      name: "Player Trade",
      aliases: ["trade", "transfer", "swap"],
      about: "A player goes from one team to another.",
      fields:
        "title*;offered by:text;offered to:text;status(Proposed|Accepted|Declined|Vetoed)=Proposed;proposed on:date=today;notes",
      belongsTo: ["Player", "Team as from team", "Team as to team"],
    },
    {
      name: "Manager",
      aliases: ["team manager", "participant"],
      about: "Who leads a team.",
      fields: "name*;email!;joined on:date;titles:integer[0..]=0",
    },
  ],
};
