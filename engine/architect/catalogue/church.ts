import type { FamilyData } from "./family.ts";

export const church: FamilyData = {
  id: "church",
  title: "Church",
  within: "community",
  cues: ["church", "congregation", "parish", "sermon", "worship", "prayer"],
  core: ["Church Member", "Sermon"],
  audience: "The congregation.",
  entities: [
    {
      name: "Church Member",
      aliases: ["member", "parishioner"],
      about: "Who belongs to the congregation.",
      fields: "name*;email;phone;address;birthday;joined on:date;notes",
      belongsTo: ["Small Group"],
    },
    {
      name: "Small Group",
      aliases: ["group", "home group", "bible group"],
      about: "People who meet in the week.",
      fields: "name*!;leader name:text;meets on:text;location;description",
    },
    {
      name: "Sermon",
      aliases: ["worship service", "church service", "service"],
      about: "A service and what was said.",
      fields: "title*;preacher:text;held at:dateTime;bible passage:text;audio link:url;text:richText",
    },
    {
      name: "Prayer Request",
      aliases: ["prayer"],
      about: "What somebody asks others to pray for.",
      fields: "title*;details:longText;anonymous:boolean=false;status(Open|Answered)=Open;asked on:date=today",
      belongsTo: ["Church Member"],
    },
  ],
};
