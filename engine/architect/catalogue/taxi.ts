import type { FamilyData } from "./family.ts";

export const taxi: FamilyData = {
  id: "taxi",
  title: "Taxi",
  within: "fleet",
  cues: ["taxi", "cab company", "ride hailing", "chauffeur", "minicab"],
  core: ["Ride", "Driver", "Vehicle"],
  audience: "Dispatchers, drivers and passengers.",
  entities: [
    {
      name: "Ride",
      aliases: ["trip", "fare", "taxi ride", "transfer"],
      about: "Somebody is driven somewhere.",
      fields:
        "passenger name*:text;phone;pickup address*:text;destination:text;pickup at*:dateTime;passengers:integer[1..]=1;price;status(Booked|Under way|Done|Cancelled)=Booked;notes",
      belongsTo: ["Driver", "Vehicle", "Customer"],
    },
  ],
};
