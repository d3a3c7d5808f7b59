import type { FamilyData } from "./family.ts";

export const hotel: FamilyData = {
  id: "hotel",
  title: "Hotel and lodging",
  cues: [
    "hotel",
    "hostel",
    "guesthouse",
    "bed and breakfast",
    "lodge",
    "housekeeping",
    "motel",
    "resort",
    "front desk",
    "room booking",
    "vacation rental",
  ],
  core: ["Room", "Guest", "Reservation"],
  audience: "Guests, reception and housekeeping.",
  entities: [
    {
      name: "Room",
      aliases: ["hotel room", "suite", "guest room"],
      about: "A room guests stay in.",
      fields:
        "room number*!;type(Single|Double|Twin|Suite)=Double;price per night*;capacity:integer[1..]=2;floor:integer;status(Available|Occupied|Cleaning|Maintenance)=Available;description;image",
      belongsTo: ["Hotel"],
    },
    {
      name: "Guest",
      aliases: ["hotel guest", "visitor"],
      about: "Someone who stays.",
      fields: "name*;email!;phone;nationality;passport number;address;notes",
    },
    {
      name: "Reservation",
      aliases: ["room reservation", "room booking", "stay", "booking"],
      about: "A stay of a guest in a room.",
      fields:
        "reference*!;check in*:date;check out*:date;guests:integer[1..]=1;status(Pending|Confirmed|Checked in|Checked out|Cancelled)=Pending;total price;notes",
      belongsTo: ["Room*", "Guest*"],
    },
    {
      name: "Hotel",
      aliases: ["accommodation", "lodging", "resort"],
      about: "A place to stay.",
      fields: "name*;city;address;stars:integer[1..5];price per night;phone;website;image;description",
    },
    {
      name: "Housekeeping Task",
      aliases: ["cleaning task", "room cleaning", "housekeeping"],
      about: "Work to do in a room.",
      fields: "title*;type(Cleaning|Repair|Inspection)=Cleaning;status(Open|In progress|Done)=Open;due date;notes",
      belongsTo: ["Room", "Employee"],
    },
  ],
};
