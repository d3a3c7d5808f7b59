import type { FamilyData } from "./family.ts";

export const art: FamilyData = {
  id: "art",
  title: "Art",
  cues: ["museum", "art gallery", "artwork", "painter", "sculptor", "art collection", "art exhibition", "sculpture"],
  core: ["Artwork", "Artist"],
  audience: "People who show and look at art.",
  entities: [
    {
      name: "Artist",
      aliases: ["painter", "sculptor", "maker"],
      about: "Who made it.",
      fields: "name*;born in year:integer;died in year:integer;nationality;movement:text;bio;photo;website",
    },
    {
      name: "Artwork",
      aliases: ["work of art", "painting", "sculpture"],
      about: "Something that an artist made.",
      fields:
        "title*;year:integer;technique:text;dimensions:text;image*;description;price;status(Available|Reserved|Sold|Not for sale)=Available",
      belongsTo: ["Artist", "Exhibition"],
    },
  ],
};
