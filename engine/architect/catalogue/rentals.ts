import type { FamilyData } from "./family.ts";

/** What shops let out by the day. */
const goods =
  "ski snowboard bike bicycle e-bike kayak canoe surfboard boat tool equipment camera costume dress suit party furniture tent instrument machine car van trailer scooter".split(
    " ",
  );

export const rentals: FamilyData = {
  id: "rentals",
  title: "Rentals",
  within: "booking",
  cues: ["rental shop", "hire shop", ...goods.flatMap((thing) => [`${thing} rental`, `${thing} hire`])],
  core: ["Equipment", "Customer", "Rental"],
  audience: "Who lets things out by the day, and who takes them.",
  entities: [
    {
      name: "Rental",
      aliases: ["rental order", "rental contract", "hire"],
      about: "Something that is out with a customer for a time.",
      fields:
        "reference*!;start date*;end date*;returned on:date;status(Reserved|Out|Returned|Cancelled)=Reserved;deposit:money[0..];total price;notes",
      belongsTo: ["Customer", "Equipment", "Vehicle", "Boat", "Bike", "Costume", "Tool", "Instrument", "Machine"],
      badges: [
        {
          label: "Overdue",
          tone: "danger",
          field: "end date",
          operator: "before-today",
          cues: ["overdue", "late", "not returned"],
        },
      ],
    },
  ],
};
