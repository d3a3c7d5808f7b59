import type { FamilyData } from "./family.ts";

export const funeral: FamilyData = {
  id: "funeral",
  title: "Funeral home",
  within: "social",
  cues: ["funeral", "funeral home", "funeral service", "mortuary", "undertaker", "cremation", "burial", "crematorium"],
  core: ["Deceased", "Funeral", "Bereaved Family"],
  audience: "Funeral directors and the families they look after.",
  entities: [
    {
      name: "Deceased",
      aliases: ["deceased person", "decedent", "departed"],
      plural: "Deceased",
      about: "Someone who died and is laid to rest.",
      fields:
        "full name*:text;date of birth;date of death:date;place of death:text;religion:text;status(Received|Prepared|Laid to rest)=Received;personal effects:longText;notes",
      belongsTo: ["Bereaved Family"],
    },
    {
      name: "Bereaved Family",
      aliases: ["family", "next of kin", "mourner", "relative"],
      plural: "Bereaved Families",
      about: "Who arranges the funeral.",
      fields: "family name*:text;contact name;relationship:text;phone;email;address;notes",
    },
    {
      name: "Funeral",
      aliases: ["funeral service", "service", "burial", "cremation", "ceremony"],
      about: "How and when someone is laid to rest.",
      fields:
        "title*;type(Burial|Cremation|Sea burial|Woodland)=Burial;starts at*:dateTime;place:text;officiant:text;music:longText;status(Planned|Confirmed|Held)=Planned;price",
      belongsTo: ["Deceased*", "Bereaved Family"],
    },
    {
      name: "Coffin",
      aliases: ["casket", "urn"],
      about: "What someone is laid to rest in.",
      fields: "name*;material:text;price;stock quantity:integer[0..]=0;image;description",
      belongsTo: ["Supplier"],
    },
  ],
};
