import type { FamilyData } from "./family.ts";

export const farm: FamilyData = {
  id: "farm",
  title: "Farm and garden",
  cues: [
    "farm",
    "crop",
    "livestock",
    "harvest",
    "garden",
    "plant",
    "houseplant",
    "greenhouse",
    "agriculture",
    "field",
    "vineyard",
    "cattle",
    "watering",
  ],
  core: ["Field", "Crop", "Harvest"],
  audience: "Farmers and gardeners.",
  entities: [
    {
      name: "Crop",
      aliases: ["planting", "vegetable"],
      about: "What grows.",
      fields:
        "name*;variety:text;planted on:date;expected harvest date;area:decimal[0..];status(Planned|Growing|Harvested)=Planned;notes",
      belongsTo: ["Field", "Farm", "Garden Bed", "Growing Season"],
    },
    {
      name: "Field",
      aliases: ["plot", "paddock", "farm field"],
      about: "Where things grow.",
      fields: "name*!;area:decimal[0..];soil type:text;location;notes",
      belongsTo: ["Farm"],
    },
    {
      name: "Growing Season",
      aliases: ["season", "crop rotation", "rotation", "planting plan"],
      about: "A year of growing.",
      fields: "name*!;start date;end date;notes",
    },
    {
      name: "Harvest",
      about: "What was brought in.",
      fields: "label*;date*;quantity:decimal[0..];unit(kg|t|pieces|litres)=kg;quality(A|B|C)=A;notes",
      belongsTo: ["Crop", "Field", "Beehive", "Garden Bed", "Plant"],
    },
    {
      name: "Animal",
      aliases: ["livestock", "cow", "sheep", "goat", "chicken", "horse", "cattle"],
      about: "An animal of the farm.",
      fields:
        "name*;tag number!;type(Cattle|Sheep|Goat|Pig|Poultry)=Cattle;breed;date of birth;weight:decimal[0..];health status(Healthy|Sick|In treatment)=Healthy;notes",
      belongsTo: ["Farm", "Field", "Barn"],
    },
    {
      name: "Plant",
      aliases: ["houseplant", "garden plant", "house plant"],
      about: "A plant to care for.",
      fields:
        "name*;species;location;watering interval days:integer[1..]=7;last watered;next watering date;light(Low|Medium|Bright)=Medium;photo;notes",
      belongsTo: ["Room", "Garden Bed"],
      badges: [
        {
          label: "Needs water",
          tone: "warning",
          field: "next watering date",
          operator: "before-today",
          cues: ["needs water", "need water", "thirsty", "watering reminder", "overdue"],
        },
      ],
    },
    {
      name: "Watering",
      aliases: ["watering log", "watering schedule", "plant care log", "care task"],
      about: "Care given to a plant.",
      fields: "note*:text;watered on*:date;amount:decimal[0..];fertilizer:boolean=false",
      belongsTo: ["Plant*"],
    },
    {
      name: "Garden Bed",
      aliases: ["bed", "raised bed"],
      about: "A part of the garden.",
      fields: "name*!;size:decimal[0..];sun(Full sun|Half shade|Shade)=Full sun;notes",
    },
  ],
};
