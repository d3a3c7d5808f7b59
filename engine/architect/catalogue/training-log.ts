import type { FamilyData } from "./family.ts";

export const trainingLog: FamilyData = {
  id: "training-log",
  title: "Training log",
  within: "gym",
  cues: [
    "gym tracker",
    "gym log",
    "workout tracker",
    "workout log",
    "workout app",
    "fitness tracker",
    "fitness log",
    "training diary",
    "training log",
    "lifting log",
    "exercise log",
  ],
  core: ["Workout", "Exercise", "Body Measurement"],
  audience: "People who train.",
  entities: [],
};
