import type { FamilyData } from "./family.ts";

export const incidents: FamilyData = {
  id: "incidents",
  title: "Incidents",
  within: "support",
  cues: ["incident", "incident log", "outage", "postmortem", "on-call", "status page"],
  core: ["Incident", "Incident Update"],
  audience: "Who keeps a service running.",
  entities: [
    {
      name: "Incident",
      aliases: ["outage", "disruption", "incident report"],
      about: "Something went wrong.",
      fields:
        "title*;severity(Low|Medium|High|Critical)=Medium;status(Open|Investigating|Mitigated|Resolved)=Open;started at*:dateTime;resolved at:dateTime;affected service:text;reported by:text;root cause:longText;lessons:longText",
      belongsTo: ["Service", "Location", "Employee"],
    },
    {
      name: "Incident Update",
      aliases: ["update", "timeline entry"],
      about: "What happened next.",
      fields: "message*:text;posted at*:dateTime;author name:text",
      belongsTo: ["Incident*"],
    },
  ],
};
