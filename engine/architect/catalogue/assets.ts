import type { FamilyData } from "./family.ts";

export const assets: FamilyData = {
  id: "assets",
  title: "Assets and maintenance",
  cues: [
    "asset tracking",
    "asset",
    "equipment tracking",
    "it asset",
    "device",
    "laptop",
    "machine",
    "maintenance",
    "facility",
    "home inventory",
    "warranty",
    "solar",
    "sensor",
    "iot",
    "monitoring",
  ],
  core: ["Asset", "Location", "Asset Assignment"],
  audience: "People who look after equipment.",
  entities: [
    {
      name: "Damage Report",
      aliases: ["defect report", "fault report", "damage"],
      about: "What is broken, and how it stands.",
      fields: "title*;description;reported on:date=today;severity;status(Open|In repair|Fixed)=Open;photo",
      belongsTo: ["Boat", "Vehicle", "Device", "Asset", "Machine", "Room"],
    },
    {
      name: "Asset",
      aliases: ["it asset", "device", "laptop", "fixed asset", "hardware", "computer", "household item", "belonging"],
      about: "Something one owns.",
      fields:
        "name*;asset tag!;serial number!;category(Computer|Furniture|Vehicle|Tool|Other)=Computer;purchase date;purchase price;warranty until:date;status(In use|In storage|In repair|Retired)=In use;photo",
      belongsTo: ["Location", "Employee", "Department", "Room"],
      badges: [
        {
          label: "Warranty expired",
          tone: "warning",
          field: "warranty until",
          operator: "before-today",
          cues: ["warranty", "expired", "out of warranty"],
        },
      ],
    },
    {
      name: "Tool",
      aliases: ["power tool", "hand tool"],
      about: "Something to work with.",
      fields:
        "name*;category(Hand tool|Power tool|Garden|Measuring|Other)=Hand tool;quantity:integer[0..]=1;location;condition;image;notes",
      belongsTo: ["Category"],
    },
    {
      name: "Location",
      aliases: ["site", "storage place"],
      about: "Where things are.",
      fields: "name*!;address;description;floor:text",
    },
    {
      name: "Asset Assignment",
      aliases: ["asset checkout", "check-out", "handover"],
      about: "Who has what.",
      fields: "holder name*;assigned on:date;returned on:date;condition;notes",
      belongsTo: ["Asset*", "Employee"],
    },
    {
      name: "Machine",
      aliases: ["production machine"],
      about: "A machine.",
      fields:
        "name*;serial number!;model:text;location;installed on:date;status(Running|Stopped|In repair)=Running;next service date",
      badges: [
        {
          label: "Service due",
          tone: "warning",
          field: "next service date",
          operator: "before-today",
          cues: ["service due", "maintenance due", "overdue"],
        },
      ],
    },
    {
      name: "Reading",
      aliases: [
        "sensor reading",
        "measurement",
        "solar data",
        "sensor data",
        "real-time data",
        "historical data",
        "air quality data",
        "weather data",
        "air quality",
        "weather and air quality data",
        "meter reading",
        "real-time and historical solar data",
        "gas sensor data",
      ],
      about: "A measured value at a time.",
      fields: "label*;recorded at*;temperature:decimal;humidity:decimal[0..100];value:decimal;unit:text;notes",
      belongsTo: ["Sensor", "Station", "Machine", "Location"],
    },
    {
      name: "Sensor",
      aliases: ["meter", "solar panel", "weather station", "gas sensor", "station"],
      about: "Something that measures.",
      fields:
        "name*;serial number!;type(Temperature|Humidity|Power|Air quality)=Temperature;location;installed on:date;active:boolean=true",
    },
    {
      name: "Warning",
      aliases: ["environmental warning", "alarm", "weather warning", "weather alert"],
      about: "Something to be careful about.",
      fields:
        "title*;severity(Minor|Moderate|Major|Critical)=Moderate;message;issued at;valid until;active:boolean=true",
      belongsTo: ["Location", "Sensor", "Station"],
    },
    {
      name: "Inspection",
      aliases: ["safety inspection", "audit", "safety check"],
      about: "Someone had a look.",
      fields: "title*;date*;inspector name;result(Passed|Failed|Follow up)=Passed;findings;photo;next inspection date",
      belongsTo: ["Asset", "Machine", "Building", "Property", "Location", "Vehicle", "Site", "Restaurant"],
      badges: [
        {
          label: "Overdue",
          tone: "danger",
          field: "next inspection date",
          operator: "before-today",
          cues: ["overdue", "due"],
        },
      ],
    },
  ],
};
