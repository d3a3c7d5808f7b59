import type { FamilyData } from "./family.ts";

export const links: FamilyData = {
  id: "links",
  title: "Links",
  cues: ["url shortener", "link shortener", "bookmark", "bookmark manager", "link collection"],
  core: ["Link"],
  audience: "People who share and remember addresses.",
  entities: [
    {
      name: "Link",
      aliases: ["short link", "short url", "shortened url"],
      about: "An address to remember or shorten.",
      fields: "title*;url*;short code!:text;clicks:integer[0..]=0;created on:date;active:boolean=true",
    },
  ],
};
