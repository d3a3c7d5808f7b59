import type { FamilyData } from "./family.ts";

export const tandem: FamilyData = {
  id: "tandem",
  title: "Language tandem",
  cues: ["tandem", "language tandem", "language exchange", "language partner", "tandem partner"],
  core: ["Tandem Partner", "Tandem Meeting"],
  audience: "People who learn a language from each other.",
  entities: [
    {
      name: "Tandem Partner",
      aliases: ["language partner", "partner", "learner", "member"],
      about: "Who speaks one language and learns another.",
      fields:
        "name*;speaks*:text;wants to learn*:text;level(Beginner|Intermediate|Advanced)=Beginner;city;online:boolean=true;interests:text;availability:text;email!;about:longText",
    },
    {
      name: "Tandem Meeting",
      aliases: ["meeting", "session"],
      about: "Two people practise together.",
      fields: "topic*:text;starts at*:dateTime;place:text;status(Proposed|Agreed|Held)=Proposed;notes",
      belongsTo: ["Tandem Partner as first partner", "Tandem Partner as second partner"],
    },
  ],
};
