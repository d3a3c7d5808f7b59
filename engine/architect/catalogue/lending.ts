import type { FamilyData } from "./family.ts";

export const lending: FamilyData = {
  id: "lending",
  title: "Lending",
  within: "library",
  cues: [
    "tool library",
    "library of things",
    "tool lending",
    "tool sharing",
    "lending library",
    "equipment lending",
    "toy library",
    "lend tool",
    "borrow tool",
  ],
  core: ["Tool", "Member", "Loan"],
  audience: "People who lend and borrow.",
  entities: [
    {
      name: "Tool",
      aliases: ["item", "thing", "object"],
      about: "Something to borrow.",
      fields:
        "name*;category(Hand tool|Power tool|Garden|Kitchen|Other)=Hand tool;condition;status(Available|On loan|In repair)=Available;deposit:money[0..];location;image;notes",
    },
  ],
};
