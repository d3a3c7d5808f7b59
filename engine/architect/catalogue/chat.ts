import type { FamilyData } from "./family.ts";

export const chat: FamilyData = {
  id: "chat",
  title: "Chat",
  cues: ["chat app", "messenger", "chat room", "messaging app", "chat"],
  core: ["Chat Room", "Room Message"],
  audience: "People who talk with each other.",
  entities: [
    {
      name: "Chat Room",
      aliases: ["channel", "chat channel", "chat group"],
      about: "A place to talk.",
      fields: "name*!;description;private:boolean=false;created on:date",
    },
    {
      name: "Room Message",
      aliases: ["channel message"],
      about: "Something said.",
      fields: "author name*;body*:longText;sent at;pinned:boolean=false",
      belongsTo: ["Chat Room*"],
    },
  ],
};
