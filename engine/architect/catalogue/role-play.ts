import type { FamilyData } from "./family.ts";

export const rolePlay: FamilyData = {
  id: "role-play",
  title: "Role-playing games",
  cues: ["rpg", "tabletop", "dungeon", "d&d", "role-playing", "quest", "character sheet", "game master"],
  core: ["Campaign", "Character", "Session"],
  audience: "Players and game masters.",
  entities: [
    {
      name: "Campaign",
      aliases: ["adventure", "rpg campaign"],
      about: "A story that is played.",
      fields: "name*;description;setting:text;started on:date;status(Planned|Running|Finished)=Running",
    },
    {
      name: "Character",
      aliases: ["player character", "npc", "hero"],
      about: "Someone in the story.",
      fields:
        "name*;class(Fighter|Wizard|Rogue|Cleric|Other)=Fighter;race:text;level:integer[1..]=1;hit points:integer[0..];portrait;backstory:longText",
      belongsTo: ["Campaign"],
      linkedTo: ["Item"],
    },
    {
      name: "Session",
      aliases: ["game session", "play session"],
      about: "An evening of play.",
      fields: "title*;date*;summary;experience gained:integer[0..]",
      belongsTo: ["Campaign"],
    },
    {
      name: "Quest",
      aliases: ["mission"],
      about: "Something to do in the story.",
      fields: "title*;description;reward:text;status(Open|Done|Failed)=Open",
      belongsTo: ["Campaign", "Location"],
    },
    {
      name: "Item",
      aliases: ["magic item", "weapon", "treasure", "loot"],
      about: "Something to carry.",
      fields: "name*;description;rarity(Common|Uncommon|Rare|Legendary)=Common;weight:decimal[0..];value:money[0..]",
      belongsTo: ["Campaign"],
    },
    {
      name: "Location",
      aliases: ["town", "realm"],
      about: "A place in the story.",
      fields: "name*;description;type(Town|Dungeon|Wilderness|Other)=Town;map image:image",
      belongsTo: ["Campaign"],
    },
  ],
};
