import type { FamilyData } from "./family.ts";

export const drivingSchool: FamilyData = {
  id: "driving-school",
  title: "Driving school",
  within: "school",
  cues: ["driving school", "driving lesson", "driving instructor", "learner driver", "driving test"],
  core: ["Student", "Instructor", "Lesson"],
  audience: "Learners, instructors and the office.",
  entities: [
    {
      name: "Student",
      aliases: ["learner", "pupil", "learner driver"],
      about: "Who learns to drive.",
      fields:
        "name*;email!;phone;date of birth;licence category(Car|Motorcycle|Truck)=Car;theory passed:boolean=false;started on:date;notes",
      belongsTo: ["Instructor"],
    },
    {
      name: "Instructor",
      aliases: ["driving instructor", "teacher"],
      about: "Who teaches.",
      fields: "name*;email!;phone;licence categories:text;photo;active:boolean=true",
    },
    {
      name: "Lesson",
      aliases: ["driving lesson", "driving hour", "practical lesson"],
      about: "An hour on the road.",
      fields:
        "title*;starts at*:dateTime;duration minutes:integer[15..]=90;type(Practical|Motorway|Night|Theory)=Practical;pick-up place:text;status(Booked|Done|Cancelled)=Booked;price;notes",
      belongsTo: ["Student*", "Instructor", "Vehicle"],
    },
    {
      name: "Exam",
      aliases: ["driving test", "test", "theory test", "practical test", "examination"],
      about: "Theory or practice before an examiner.",
      fields:
        "title*;type(Theory|Practical)=Practical;date*;result(Pending|Passed|Failed)=Pending;attempt:integer[1..]=1;notes",
      belongsTo: ["Student*", "Instructor", "Vehicle"],
    },
  ],
};
