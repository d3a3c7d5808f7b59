import type { FamilyData } from "./family.ts";

export const carpool: FamilyData = {
  id: "carpool",
  title: "Car pool",
  within: "fleet",
  cues: [
    "carpool",
    "carpooling",
    "car pool",
    "car pooling",
    "ride share",
    "ride sharing",
    "ridesharing",
    "lift sharing",
  ],
  core: ["Ride", "Seat Request"],
  audience: "People who drive and people who come along.",
  entities: [
    {
      name: "Ride",
      aliases: [
        "carpool",
        "shared ride",
        "lift",
        "ride offer",
        "carpooling",
        "car pooling",
        "car pool",
        "ride sharing",
      ],
      about: "A drive with free seats.",
      fields:
        "title*;origin*:text;destination*:text;departure at*:dateTime;free seats:integer[0..]=3;price per seat:money[0..];driver name:text;notes",
      belongsTo: ["Driver"],
    },
    {
      name: "Seat Request",
      aliases: ["ride request", "seat booking", "passenger", "seat"],
      about: "Someone who wants to come along.",
      fields:
        "passenger name*;email;phone;seats:integer[1..]=1;pick-up place:text;status(Requested|Confirmed|Declined)=Requested;notes",
      belongsTo: ["Ride*"],
    },
  ],
};
