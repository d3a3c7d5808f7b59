// What many people book for the same time: a hotel has rooms, a class has places. A room, a court or a stylist is taken by one.

const many = new Set(
  "hotel hostel train flight airline bus coach ferry cruise event concert show screening movie film tour trip excursion class course workshop seminar webinar attraction museum park campsite camp restaurant ticket festival conference retreat exhibition match game".split(
    " ",
  ),
);

/** By the last word of its name: a "tour guide" is a person. */
export const takesMany = (label: string): boolean => many.has(label.trim().toLowerCase().split(/\s+/).at(-1) ?? "");
