import type { FamilyData } from "./family.ts";

export const laboratory: FamilyData = {
  id: "laboratory",
  title: "Laboratory",
  within: "clinic",
  cues: ["lab sample", "biology lab", "research lab", "specimen", "laboratory sample", "biobank", "sample tracking"],
  core: ["Sample", "Storage Place"],
  audience: "People who work in a laboratory.",
  entities: [
    {
      name: "Sample",
      aliases: ["lab sample", "specimen", "aliquot", "laboratory sample"],
      about: "Something that is examined.",
      fields:
        "sample code*!;type(Blood|Tissue|DNA|Water|Soil|Other)=Other;source:text;collected on*:date;collected by:text;volume:decimal[0..];unit:text;status(In storage|In use|Used up|Discarded)=In storage;expiry date;notes",
      belongsTo: ["Storage Place", "Project", "Experiment"],
    },
    {
      name: "Storage Place",
      aliases: ["freezer", "storage box", "rack", "fridge", "storage location"],
      about: "Where samples are kept.",
      fields: "name*!;room:text;temperature:decimal;capacity:integer[0..];notes",
    },
    {
      name: "Measurement",
      aliases: ["result", "analysis", "assay"],
      about: "What was found in a sample.",
      fields: "parameter*:text;value:decimal;unit:text;measured at:dateTime;method:text;analyst:text;notes",
      belongsTo: ["Sample*"],
    },
  ],
};
