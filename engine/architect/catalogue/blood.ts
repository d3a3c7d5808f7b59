import type { FamilyData } from "./family.ts";

const groups = "(A+|A-|B+|B-|AB+|AB-|O+|O-)=O+";

export const blood: FamilyData = {
  id: "blood",
  title: "Blood donation",
  within: "charity",
  cues: ["blood donation", "blood bank", "blood donor", "blood group", "blood type", "blood bag", "blood drive"],
  core: ["Donor", "Blood Donation", "Blood Request"],
  audience: "Donors, blood banks and hospitals.",
  entities: [
    {
      name: "Donor",
      aliases: ["blood donor"],
      about: "Someone who gives blood.",
      fields: `name*;blood type${groups};phone;email;city;last donated on:date;available:boolean=true;notes`,
    },
    {
      name: "Blood Donation",
      aliases: ["donation"],
      about: "Blood that was given.",
      fields: `reference*!;donated on*:date;blood type${groups};units:integer[1..]=1;notes`,
      belongsTo: ["Donor", "Blood Bank", "Donation Camp"],
    },
    {
      name: "Blood Bank",
      about: "Where blood is kept.",
      fields: "name*!;address;city;phone;email;opening hours:text",
    },
    {
      name: "Blood Stock",
      aliases: ["stock", "blood bag", "blood unit", "inventory"],
      plural: "Blood Stock",
      about: "How much of which blood there is.",
      fields: `label*:text;blood type${groups};units:integer[0..]=0;minimum units:integer[0..]=5;expiry date;location`,
      belongsTo: ["Blood Bank"],
      badges: [
        {
          label: "Low stock",
          tone: "warning",
          field: "units",
          operator: "<=",
          otherField: "minimum units",
          cues: ["low stock", "low-stock", "running low"],
        },
      ],
    },
    {
      name: "Blood Request",
      aliases: ["request"],
      about: "Blood that somebody needs.",
      fields: `patient name*;blood type${groups};units:integer[1..]=1;hospital:text;needed by:date;urgency(Normal|Urgent|Critical)=Normal;status(Open|Matched|Fulfilled|Cancelled)=Open;phone`,
      belongsTo: ["Blood Bank"],
    },
    {
      name: "Donation Camp",
      aliases: ["camp", "blood drive"],
      about: "A day on which blood is given at a place.",
      fields: "title*;date*;starts at:dateTime;location;organizer:text;capacity:integer[0..];description",
    },
  ],
};
