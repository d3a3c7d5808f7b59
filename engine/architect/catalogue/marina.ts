import type { FamilyData } from "./family.ts";

export const marina: FamilyData = {
  id: "marina",
  title: "Marina",
  cues: ["marina", "berth", "mooring", "harbour master", "harbor master", "yacht club", "boatyard", "jetty"],
  core: ["Berth", "Boat", "Boat Owner"],
  audience: "The harbour office and boat owners.",
  entities: [
    {
      name: "Berth",
      aliases: ["mooring", "mooring place", "slip"],
      about: "A place for a boat.",
      fields:
        "berth number*!;jetty:text;length:decimal[0..];width:decimal[0..];depth:decimal[0..];status(Free|Occupied|Reserved)=Free;power and water:boolean=true;price per year:money[0..]",
    },
    {
      name: "Boat",
      aliases: ["yacht", "ship", "sailing boat", "motor boat"],
      about: "What lies in a berth.",
      fields:
        "name*;registration number!;type(Sailing|Motor|Other)=Sailing;length:decimal[0..];width:decimal[0..];draught:decimal[0..];insurance valid until:date;photo",
      belongsTo: ["Boat Owner", "Berth"],
    },
    {
      name: "Boat Owner",
      aliases: ["owner", "skipper", "berth holder"],
      about: "Whose boat it is.",
      fields: "name*;email!;phone;address;emergency contact:text;notes",
    },
    {
      name: "Berth Contract",
      aliases: ["contract", "mooring contract", "berth rental"],
      about: "Who has which berth, and for how long.",
      fields:
        "contract number*!;start date*;end date*;yearly fee:money[0..];paid:boolean=false;status(Draft|Active|Ended)=Draft;document:file",
      belongsTo: ["Berth*", "Boat Owner*", "Boat"],
      badges: [
        { label: "Expired", tone: "danger", field: "end date", operator: "before-today", cues: ["expired", "expire"] },
      ],
    },
  ],
};
