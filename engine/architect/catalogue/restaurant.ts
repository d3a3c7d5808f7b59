import type { FamilyData } from "./family.ts";

export const restaurant: FamilyData = {
  id: "restaurant",
  title: "Restaurant",
  cues: [
    "restaurant",
    "cafe",
    "menu",
    "table reservation",
    "food delivery",
    "diner",
    "bistro",
    "pizzeria",
    "coffee shop",
    "bar",
    "kitchen",
    "food truck",
    "catering",
    "food ordering",
  ],
  core: ["Menu Item", "Table", "Reservation", "Order"],
  audience: "Guests, waiters and the kitchen.",
  entities: [
    {
      name: "Menu Item",
      aliases: ["dish", "menu", "meal", "food item", "drink", "pizza", "beverage"],
      about: "Something on the menu.",
      fields:
        "name*;description;price*;category(Starter|Main course|Dessert|Drink)=Main course;image;vegetarian:boolean=false;available:boolean=true",
      belongsTo: ["Menu Category", "Restaurant"],
      badges: [
        {
          label: "Sold out",
          tone: "danger",
          field: "available",
          operator: "=",
          value: false,
          cues: ["sold out", "sold-out", "unavailable"],
        },
      ],
    },
    {
      name: "Menu Category",
      aliases: ["menu section"],
      plural: "Menu Categories",
      about: "A part of the menu.",
      fields: "name*!;description;position",
    },
    {
      name: "Table",
      aliases: ["dining table", "restaurant table"],
      about: "A table guests sit at.",
      fields: "label*!;seats*:integer[1..]=4;area:text;status(Free|Reserved|Occupied)=Free",
    },
    {
      name: "Opening Hours",
      plural: "Opening Hours",
      aliases: ["opening hour", "opening time", "business hour"],
      about: "When the doors are open.",
      fields: "day*:text;opens:text;closes:text;note:text",
    },
    {
      name: "Reservation",
      aliases: ["table reservation", "table booking", "booking"],
      about: "A table kept for a guest.",
      fields:
        "guest name*;email;phone;reserved at*:dateTime;party size:integer[1..]=2;status(Pending|Confirmed|Seated|Cancelled)=Pending;notes",
      belongsTo: ["Table", "Customer", "Restaurant"],
    },
    {
      name: "Order",
      aliases: ["food order", "takeaway order", "delivery order"],
      about: "What a table or guest ordered.",
      fields:
        "order number*!;status(New|Preparing|Ready|Served|Paid)=New;ordered at;total amount;type(Dine in|Takeaway|Delivery)=Dine in;notes",
      belongsTo: ["Table", "Customer", "Restaurant"],
      linkedTo: ["Menu Item", "Product"],
    },
    {
      name: "Restaurant",
      aliases: ["eatery", "cafe", "nearby restaurant"],
      about: "A place to eat.",
      fields:
        "name*;cuisine(Italian|Mexican|Asian|French|American|Other)=Other;address;phone;website;opening hours:text;price range(Low|Medium|High)=Medium;image;description",
    },
    {
      name: "Customer",
      aliases: ["diner", "guest"],
      about: "Someone who eats here.",
      fields: "name*;email!;phone;address;notes",
    },
  ],
};
