import type { FamilyData } from "./family.ts";

export const podcasts: FamilyData = {
  id: "podcasts",
  title: "Podcasts",
  within: "publishing",
  cues: ["podcast", "podcast episode", "podcaster"],
  core: ["Podcast Episode"],
  audience: "Listeners and the people who speak.",
  entities: [
    {
      name: "Podcast",
      aliases: ["podcast show", "show", "podcast series", "series"],
      about: "A series one listens to.",
      fields: "title*;description;cover image;language:text;website;listen link:url;active:boolean=true",
      belongsTo: ["Podcast Host", "Category"],
    },
    {
      name: "Podcast Episode",
      aliases: ["episode"],
      about: "An episode to listen to.",
      fields:
        "title*;description;show notes:richText;audio link:url;duration;episode number:integer[1..];published on:date;cover image",
      belongsTo: ["Podcast", "Podcast Host", "Category"],
      linkedTo: ["Podcast Guest"],
    },
    {
      name: "Podcast Host",
      aliases: ["host"],
      about: "Who speaks in every episode.",
      fields: "name*;bio;photo;website",
    },
    {
      name: "Podcast Guest",
      aliases: ["guest"],
      about: "Who is spoken with.",
      fields: "name*;bio;company:text;photo;website",
    },
  ],
};
