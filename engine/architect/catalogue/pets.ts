import type { FamilyData } from "./family.ts";

/** People come to such a place for an animal, not with one. */
export const shelters: FamilyData = {
  id: "shelters",
  title: "Animal shelter",
  cues: [
    "animal shelter",
    "dog shelter",
    "cat shelter",
    "shelter",
    "adoption",
    "adopt",
    "rescue",
    "rehoming",
    "pet adoption",
  ],
  core: ["Pet", "Adoption"],
  audience: "People who look for an animal, and the shelter.",
  entities: [],
};

export const pets: FamilyData = {
  id: "pets",
  title: "Pets and vets",
  cues: ["pet", "vet", "veterinary", "veterinarian", "dog", "cat", "grooming", "kennel", "dog walker", "dog walking"],
  core: ["Pet", "Owner", "Vet Visit"],
  audience: "Owners, vets and shelters.",
  entities: [
    {
      name: "Pet",
      aliases: ["dog", "cat", "companion animal", "animal", "puppy", "kitten", "shelter animal"],
      about: "An animal someone cares for.",
      fields: "name*;species(Dog|Cat|Bird|Rabbit|Other)=Dog;breed;date of birth;sex;weight:decimal[0..];photo;notes",
      belongsTo: ["Owner", "Customer", "Client", "Shelter"],
    },
    {
      name: "Owner",
      aliases: ["pet owner", "pet parent"],
      about: "Someone with a pet.",
      fields: "name*;email!;phone;address;notes",
    },
    {
      name: "Vet",
      aliases: ["veterinarian"],
      about: "A doctor for animals.",
      fields: "name*;email;phone;specialty;license number!",
    },
    {
      name: "Vet Visit",
      aliases: ["checkup", "pet visit", "veterinary visit", "visit"],
      about: "A visit to the vet.",
      fields: "reason*:text;visit date*;diagnosis;treatment;cost;next visit date",
      belongsTo: ["Pet*", "Vet"],
    },
    {
      name: "Adoption",
      aliases: ["adoption application", "adoption request", "adopter"],
      about: "Someone wants to adopt.",
      fields:
        "applicant name*;email*;phone;message;status(Received|In review|Approved|Rejected)=Received;applied on:date",
      belongsTo: ["Pet"],
    },
    {
      name: "Walk",
      aliases: ["dog walk"],
      about: "A walk with a dog.",
      fields: "title*;starts at*;duration;route:text;notes",
      belongsTo: ["Pet", "Walker"],
    },
    {
      name: "Walker",
      aliases: ["dog walker", "pet sitter", "sitter"],
      about: "Someone who walks dogs.",
      fields: "name*;email!;phone;hourly rate;bio;photo;available:boolean=true",
    },
    {
      name: "Shelter",
      aliases: ["animal shelter", "rescue"],
      about: "A home for animals.",
      fields: "name*;address;phone;email;capacity;website",
    },
    {
      name: "Feeding",
      aliases: ["feeding time", "feeding schedule", "feeding log"],
      about: "Food given.",
      fields: "food*:text;amount:decimal[0..];fed at:dateTime;notes",
      belongsTo: ["Pet", "Animal"],
    },
  ],
};
