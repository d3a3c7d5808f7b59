import type { FamilyData } from "./family.ts";

export const fieldService: FamilyData = {
  id: "field-service",
  title: "Jobs for customers",
  within: "booking",
  cues: [
    "print shop",
    "handyman",
    "landscaping",
    "plumbing",
    "plumber",
    "electrician",
    "roofing",
    "pest control",
    "locksmith",
    "cleaning company",
    "field service",
    "tradesman",
    "tradespeople",
    "window cleaning",
    "gardening business",
    "tailor",
  ],
  core: ["Customer", "Job"],
  audience: "Who does the work and who it is done for.",
  entities: [
    {
      name: "Job",
      aliases: ["work order", "order", "service job"],
      about: "Work for a customer.",
      fields:
        "title*;description;address;scheduled at:dateTime;deadline:date;status(New|Scheduled|In progress|Done|Invoiced)=New;price;photo;notes",
      belongsTo: ["Customer", "Employee", "Technician", "Team"],
    },
  ],
};
