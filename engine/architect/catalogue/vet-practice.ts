import type { FamilyData } from "./family.ts";

export const vetPractice: FamilyData = {
  id: "vet-practice",
  title: "Veterinary practice",
  within: "clinic pets",
  cues: [
    "vet practice",
    "vet clinic",
    "veterinary practice",
    "veterinary clinic",
    "animal clinic",
    "animal hospital",
    "vet",
    "veterinary",
  ],
  core: ["Patient", "Owner", "Appointment"],
  audience: "Vets and pet owners.",
  entities: [
    {
      name: "Patient",
      aliases: ["animal patient", "dog", "cat", "rabbit"],
      about: "An animal in the vet's care.",
      fields:
        "name*;species(Dog|Cat|Rabbit|Bird|Other)=Dog;breed;date of birth;sex;weight:decimal[0..];microchip number:text;allergies;photo;notes",
      belongsTo: ["Owner"],
    },
  ],
};
