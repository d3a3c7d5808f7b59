import type { FamilyData } from "./family.ts";

export const houseplants: FamilyData = {
  id: "houseplants",
  title: "Houseplants",
  within: "farm",
  cues: ["houseplant", "house plant", "indoor plant", "potted plant", "balcony plant", "plant care", "plant tracker"],
  core: ["Plant", "Watering"],
  audience: "People who look after plants at home.",
  entities: [],
};
