import type { FamilyData } from "./family.ts";

export const allotment: FamilyData = {
  id: "allotment",
  title: "Allotment garden",
  within: "farm",
  cues: ["allotment", "allotment garden", "garden plot", "plot holder"],
  core: ["Plot", "Plot Holder"],
  audience: "The committee and the people who garden.",
  entities: [
    {
      name: "Plot",
      aliases: ["garden plot", "allotment"],
      about: "A piece of the garden.",
      fields:
        "plot number*!;size:decimal[0..];status(Let|Free|Given notice)=Let;let since:date;yearly fee:money[0..];shed:boolean=false;water connection:boolean=true;notes",
      belongsTo: ["Plot Holder"],
    },
    {
      name: "Plot Holder",
      aliases: ["member", "gardener", "tenant"],
      about: "Who gardens a plot.",
      fields: "name*;email!;phone;address;member since:date;notes",
    },
  ],
};
