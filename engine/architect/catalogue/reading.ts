import type { FamilyData } from "./family.ts";

export const reading: FamilyData = {
  id: "reading",
  title: "Reading",
  within: "library",
  cues: ["reading log", "reading tracker", "reading diary", "reading journal", "reading challenge", "book tracker"],
  core: ["Book", "Reading Session"],
  audience: "People who read.",
  entities: [
    {
      name: "Book",
      aliases: ["novel", "ebook", "comic"],
      about: "Something to read.",
      fields:
        "title*;author:text;genre(Fiction|Non-fiction|Children|Comic|Other)=Fiction;pages;status(To read|Reading|Finished)=To read;rating;finished on:date;cover image;notes",
    },
  ],
};
