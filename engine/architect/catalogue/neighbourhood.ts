import type { FamilyData } from "./family.ts";

export const neighbourhood: FamilyData = {
  id: "neighbourhood",
  title: "Neighbourhood and sharing",
  cues: ["neighbourhood", "neighborhood", "petition", "swap", "genealogy", "family tree"],
  core: ["Announcement", "Member"],
  audience: "Neighbours and members.",
  entities: [
    {
      name: "Waiting List Entry",
      aliases: ["waiting list", "wait list", "waitlist", "waiting list place"],
      plural: "Waiting List",
      about: "Who waits for a place, first come first served.",
      fields: "name*;email;phone;joined on:date=today;status(Waiting|Offered|Accepted|Withdrawn)=Waiting;notes",
    },
    {
      name: "Work Day",
      aliases: ["workday", "working day", "volunteer day", "clean-up day", "cleanup day", "community day"],
      about: "A day on which people help.",
      fields: "title*;starts at*:dateTime;ends at:dateTime;location;helpers needed:integer[0..];notes",
    },
    {
      name: "Petition",
      about: "A demand that people sign.",
      fields:
        "title*;text*:richText;addressed to:text;goal signatures:integer[1..]=1000;status(Open|Handed in|Closed)=Open;started on:date;image",
    },
    {
      name: "Signature",
      about: "Someone who signed.",
      fields: "full name*;email*;city;comment;signed on:date",
      belongsTo: ["Petition*"],
    },
    {
      name: "Family Member",
      aliases: ["ancestor", "relative", "family tree person"],
      about: "A person of the family.",
      fields: "name*;born on:date;died on:date;birthplace:text;occupation;photo;biography:richText",
      belongsTo: ["Family Member as father", "Family Member as mother"],
    },
    {
      name: "Swap Offer",
      aliases: ["swap", "swap item", "exchange offer"],
      about: "Something to swap or give away.",
      fields:
        "title*;description;wanted in return:text;condition;status(Available|Reserved|Gone)=Available;image;owner name:text",
    },
    {
      name: "Visitor Entry",
      aliases: ["visitor log", "visitor record", "sign-in sheet"],
      about: "Who came to see whom.",
      fields: "visitor name*;company:text;host name:text;arrived at*:dateTime;left at:dateTime;badge number:text",
    },
  ],
};
