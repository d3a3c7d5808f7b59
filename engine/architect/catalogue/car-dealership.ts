import type { FamilyData } from "./family.ts";

export const carDealership: FamilyData = {
  id: "car-dealership",
  title: "Car dealership",
  within: "fleet",
  cues: ["car dealership", "car dealer", "used car", "test drive", "vehicle sale"],
  core: ["Vehicle", "Lead", "Test Drive"],
  audience: "Sellers and buyers of cars.",
  entities: [
    {
      name: "Vehicle",
      aliases: ["car", "used car", "stock car"],
      about: "A car for sale.",
      fields:
        "name*;make;model:text;year;mileage;fuel type(Petrol|Diesel|Electric|Hybrid)=Petrol;price*;vin!;status(In stock|Reserved|Sold)=In stock;photo;description",
    },
    {
      name: "Test Drive",
      aliases: ["trial drive"],
      about: "Somebody tries a car.",
      fields: "driver name*:text;phone;email;starts at*:dateTime;licence seen:boolean=false;feedback:longText",
      belongsTo: ["Vehicle*", "Lead", "Customer"],
    },
    {
      name: "Car Sale",
      aliases: ["sale", "purchase"],
      about: "A car that was sold.",
      fields: "buyer name*:text;price*;sold on*:date;payment method;trade-in:text;notes",
      belongsTo: ["Vehicle*", "Customer", "Lead"],
    },
  ],
};
