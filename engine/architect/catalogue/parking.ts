import type { FamilyData } from "./family.ts";

export const parking: FamilyData = {
  id: "parking",
  title: "Parking",
  cues: ["parking", "parking lot", "parking system", "parking space", "parking spot", "garage parking"],
  core: ["Parking Space", "Parking Session"],
  audience: "Drivers and the people who run the car park.",
  entities: [
    {
      name: "Parking Space",
      aliases: ["parking spot", "parking bay", "parking place"],
      about: "A place for a car.",
      fields:
        "label*!;level:text;type(Standard|Disabled|Electric|Motorcycle)=Standard;price per hour:money[0..];status(Free|Reserved|Occupied)=Free",
    },
    {
      name: "Parking Session",
      aliases: ["parking ticket", "parking record", "parking stay"],
      about: "A car that is parked.",
      fields: "plate number*:text;entered at:dateTime;left at:dateTime;amount:money[0..];paid:boolean=false",
      belongsTo: ["Parking Space"],
    },
    {
      name: "Permit",
      aliases: ["parking permit"],
      about: "The right to park.",
      fields: "permit number*!;plate number:text;owner name:text;valid from;expiry date",
      belongsTo: ["Parking Space"],
      badges: [
        {
          label: "Expired",
          tone: "danger",
          field: "expiry date",
          operator: "before-today",
          cues: ["expired", "expiry"],
        },
      ],
    },
    {
      name: "Violation",
      aliases: ["parking violation", "parking fine"],
      about: "Someone parked wrongly.",
      fields: "plate number*:text;reason:text;date;fine:money[0..];paid:boolean=false",
      belongsTo: ["Parking Space", "Permit"],
    },
  ],
};
