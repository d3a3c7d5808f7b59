import type { FamilyData } from "./family.ts";

export const offices: FamilyData = {
  id: "offices",
  title: "Offices and desks",
  within: "hotel",
  cues: [
    "meeting room",
    "conference room",
    "boardroom",
    "coworking",
    "co-working",
    "coworking space",
    "co-working space",
    "hot desk",
    "desk booking",
    "desk sharing",
  ],
  core: ["Meeting Room"],
  audience: "People who work in the same office.",
  entities: [
    {
      name: "Meeting Room",
      aliases: ["room", "conference room", "boardroom", "meeting space"],
      about: "A room to meet in.",
      fields:
        "name*!;floor:text;capacity:integer[1..]=6;screen:boolean=true;video conferencing:boolean=false;notes;image",
    },
    {
      name: "Desk",
      aliases: ["workspace", "hot desk", "workplace"],
      about: "A place to work.",
      fields: "name*!;zone:text;monitor:boolean=false;standing desk:boolean=false;price per day;available:boolean=true",
      belongsTo: ["Floor"],
    },
    {
      name: "Membership Plan",
      aliases: ["plan", "tariff", "pass"],
      about: "What a member pays for.",
      fields:
        "name*!;price*;billing(Daily|Monthly|Yearly)=Monthly;days included:integer[0..];meeting room hours:integer[0..];description",
    },
  ],
};
