import type { FamilyData } from "./family.ts";

export const theses: FamilyData = {
  id: "theses",
  title: "Thesis supervision",
  within: "school",
  cues: ["thesis", "dissertation", "phd", "doctoral", "supervision", "doctoral student", "research group"],
  core: ["Thesis", "Student", "Supervisor"],
  audience: "Students and the people who supervise them.",
  entities: [
    {
      name: "Thesis",
      aliases: ["dissertation", "bachelor thesis", "master thesis"],
      plural: "Theses",
      about: "What somebody writes for a degree.",
      fields:
        "title*;degree(Bachelor|Master|PhD)=Master;status(Proposed|Registered|Writing|Submitted|Defended)=Proposed;started on:date;submission deadline:date;grade:text;abstract:longText;document:file",
      belongsTo: ["Student*", "Supervisor"],
    },
    {
      name: "Supervisor",
      aliases: ["advisor", "adviser", "examiner"],
      about: "Who supervises.",
      fields: "name*;email!;department:text;field:text;places:integer[0..]=5",
    },
    {
      name: "Supervision Meeting",
      aliases: ["meeting", "consultation"],
      about: "What was talked about, and what comes next.",
      fields: "topic*:text;date*;minutes:longText;next steps:longText;next meeting on:date",
      belongsTo: ["Thesis*", "Student", "Supervisor"],
    },
    {
      name: "Milestone",
      aliases: ["deliverable", "chapter"],
      about: "A step on the way.",
      fields: "title*;due date*;status(Open|Submitted|Accepted)=Open;document:file;feedback:longText",
      belongsTo: ["Thesis*"],
      badges: [{ label: "Overdue", tone: "danger", field: "due date", operator: "before-today", cues: ["overdue"] }],
    },
  ],
};
