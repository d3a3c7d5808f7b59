import type { FamilyData } from "./family.ts";

export const zoo: FamilyData = {
  id: "zoo",
  title: "Zoo",
  within: "farm",
  cues: ["zoo", "aquarium", "enclosure", "zookeeper", "wildlife park", "animal park"],
  core: ["Animal", "Enclosure"],
  audience: "Keepers, vets and visitors.",
  entities: [
    {
      name: "Animal",
      aliases: ["zoo animal"],
      about: "An animal of the zoo.",
      fields:
        "name*;species*:text;sex;date of birth;arrived on:date;conservation status:text;diet:text;photo;description",
      belongsTo: ["Enclosure", "Keeper"],
    },
    {
      name: "Enclosure",
      aliases: ["habitat", "cage", "aviary"],
      about: "Where animals live.",
      fields: "name*!;area:decimal[0..];climate:text;capacity:integer[0..];last cleaned on:date;notes",
      belongsTo: ["Keeper"],
    },
    {
      name: "Keeper",
      aliases: ["zookeeper", "animal keeper"],
      about: "Who looks after the animals.",
      fields: "name*;email;phone;section:text;active:boolean=true",
    },
    {
      name: "Health Check",
      aliases: ["check", "examination"],
      about: "How an animal is.",
      fields: "findings*:text;date*;weight:decimal[0..];treatment:longText;next check on:date",
      belongsTo: ["Animal*", "Vet"],
    },
  ],
};
