import type { FamilyData } from "./family.ts";

export const science: FamilyData = {
  id: "science",
  title: "Science",
  cues: [
    "periodic table",
    "chemical element",
    "chemistry",
    "solar system",
    "astronomy",
    "planet",
    "laboratory notebook",
    "lab notebook",
    "experiment",
  ],
  core: [],
  audience: "People who learn and research.",
  entities: [
    {
      name: "Element",
      aliases: ["chemical element"],
      about: "A chemical element.",
      fields:
        "name*!;symbol*!:text;atomic number*:integer[1..];atomic mass:decimal[0..];category(Metal|Metalloid|Nonmetal|Noble gas)=Metal;state(Solid|Liquid|Gas)=Solid;discovered:text;description",
    },
    {
      name: "Planet",
      aliases: ["celestial body"],
      about: "A body of the sky.",
      fields:
        "name*!;type(Rocky|Gas giant|Ice giant|Dwarf)=Rocky;diameter:decimal[0..];distance:decimal[0..];moons:integer[0..];description;image",
    },
    {
      name: "Experiment",
      aliases: ["lab experiment", "trial run"],
      about: "Something that was tried, and what came of it.",
      fields:
        "title*;hypothesis:longText;method;performed on:date;result:longText;status(Planned|Running|Done|Failed)=Planned;attachment",
      belongsTo: ["Project"],
    },
  ],
};
