import type { FamilyData } from "./family.ts";

export const fleet: FamilyData = {
  id: "fleet",
  title: "Vehicles and fleet",
  cues: [
    "fleet",
    "vehicle",
    "car",
    "truck",
    "driver",
    "garage",
    "auto repair",
    "mechanic",
    "car rental",
    "logistics",
    "fuel",
    "mileage",
    "delivery route",
    "dealership",
    "shipping",
  ],
  core: ["Vehicle", "Driver", "Service Record"],
  audience: "Fleet managers, drivers and mechanics.",
  entities: [
    {
      name: "Vehicle",
      aliases: ["car", "truck", "van", "motorcycle", "automobile", "lorry"],
      about: "Something to drive.",
      fields:
        "name*;license plate*!;make;model;year;type(Car|Van|Truck|Motorcycle)=Car;mileage;status(Available|In use|In service|Retired)=Available;next service date;photo",
      belongsTo: ["Driver", "Customer", "Owner", "Department"],
      badges: [
        {
          label: "Service due",
          tone: "warning",
          field: "next service date",
          operator: "before-today",
          cues: ["service due", "maintenance due", "overdue", "due for service"],
        },
      ],
    },
    {
      name: "Driver",
      aliases: ["chauffeur", "courier"],
      about: "Who drives.",
      fields: "name*;email;phone;license number!;license expiry:date;status(Active|Off duty|Left)=Active;photo",
      badges: [
        {
          label: "Licence expired",
          tone: "danger",
          field: "license expiry",
          operator: "before-today",
          cues: ["expired", "expiring", "expiry"],
        },
      ],
    },
    {
      name: "Service Record",
      aliases: [
        "maintenance record",
        "vehicle service",
        "maintenance log",
        "oil change",
        "repair job",
        "vehicle maintenance",
        "service history",
        "service",
      ],
      about: "Work done on a vehicle.",
      fields: "title*;date*;mileage;cost;garage:text;notes;next service date",
      belongsTo: ["Vehicle", "Mechanic", "Machine", "Asset", "Equipment"],
    },
    {
      name: "Fuel Entry",
      aliases: ["fuel", "fuel log", "fuel record", "fill-up", "refueling", "fuel purchase"],
      about: "Fuel bought.",
      fields: "station*:text;date*;litres:decimal[0..];price per litre:money[0..];total cost;mileage",
      belongsTo: ["Vehicle*", "Driver"],
    },
    {
      name: "Route",
      aliases: ["delivery route", "trip log", "delivery run"],
      about: "A way to drive.",
      fields: "name*;origin;destination;distance:decimal[0..];departure;status(Planned|Under way|Done)=Planned",
      belongsTo: ["Vehicle", "Driver"],
    },
    { name: "Mechanic", about: "Who repairs.", fields: "name*;email;phone;specialty;hourly rate" },
    {
      name: "Delivery",
      aliases: ["package delivery", "parcel", "drop-off"],
      plural: "Deliveries",
      about: "Something brought to someone.",
      fields:
        "tracking number*!;recipient name;address;status(Pending|On the way|Delivered|Failed)=Pending;delivery date;notes",
      belongsTo: ["Driver", "Vehicle", "Customer", "Order", "Route", "Branch", "Warehouse"],
    },
  ],
};
