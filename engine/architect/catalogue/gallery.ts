import type { FamilyData } from "./family.ts";

export const gallery: FamilyData = {
  id: "gallery",
  title: "Photo gallery",
  cues: ["photo gallery", "gallery", "photo album", "image sharing", "photo sharing"],
  core: ["Album", "Photo"],
  audience: "People who collect and share pictures.",
  entities: [
    {
      name: "Photo",
      aliases: ["photo gallery", "picture"],
      about: "A picture.",
      fields: "title*;image*;caption;taken on:date;location",
      belongsTo: ["Album"],
      linkedTo: ["Tag"],
    },
    {
      name: "Album",
      aliases: ["photo album"],
      about: "A set of pictures.",
      fields: "title*;description;cover image;created on:date",
    },
  ],
};
