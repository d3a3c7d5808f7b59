import type { FamilyData } from "./family.ts";

export const guestbook: FamilyData = {
  id: "guestbook",
  title: "Guestbook",
  cues: ["guestbook", "guest book"],
  core: ["Guestbook Entry"],
  audience: "Visitors who leave a greeting.",
  entities: [
    {
      name: "Guestbook Entry",
      aliases: ["guest book entry", "greeting"],
      plural: "Guestbook Entries",
      about: "A greeting left by a visitor.",
      fields: "author name*;message*;email;written on:date;approved:boolean=true",
    },
  ],
};
