import type { FamilyData } from "./family.ts";

export const legal: FamilyData = {
  id: "legal",
  title: "Legal cases and investigations",
  cues: [
    "law firm",
    "legal",
    "lawyer",
    "attorney",
    "court",
    "case management",
    "detective",
    "litigation",
    "law office",
    "investigation",
    "contract management",
  ],
  core: ["Case", "Client", "Lawyer", "Hearing"],
  audience: "Lawyers, investigators and their staff.",
  entities: [
    {
      name: "Case",
      aliases: ["legal case", "case file", "matter", "case information", "investigation", "lawsuit"],
      about: "A matter that is worked on.",
      fields:
        "title*;case number*!;type(Civil|Criminal|Family|Corporate|Other)=Civil;status(Open|In progress|On hold|Closed)=Open;opened on:date;closed on:date;description",
      belongsTo: ["Client", "Lawyer", "Detective"],
    },
    {
      name: "Client",
      aliases: ["plaintiff", "defendant"],
      about: "Who is represented.",
      fields: "name*;email!;phone;address;company name;notes",
    },
    {
      name: "Lawyer",
      aliases: ["attorney", "solicitor", "counsel"],
      about: "Who works on the case.",
      fields: "name*;email!;phone;bar number!;specialty;hourly rate",
    },
    {
      name: "Detective",
      aliases: ["investigator", "private investigator"],
      about: "Who investigates.",
      fields: "name*;email!;phone;badge number!;specialty",
    },
    {
      name: "Hearing",
      aliases: ["court date", "court hearing", "trial date"],
      about: "A date in court.",
      fields: "title*;scheduled at*;court:text;judge:text;outcome:text;notes",
      belongsTo: ["Case*"],
    },
    {
      name: "Evidence",
      aliases: ["exhibit", "proof"],
      plural: "Evidence",
      about: "Something that proves.",
      fields: "title*;description;collected on:date;location;file;status(Collected|In analysis|Presented)=Collected",
      belongsTo: ["Case*"],
    },
    {
      name: "Contract",
      aliases: ["agreement", "nda"],
      about: "An agreement.",
      fields:
        "title*;party name;start date;end date;value:money[0..];status(Draft|Active|Expired|Terminated)=Draft;document",
      belongsTo: ["Client", "Company", "Supplier", "Employee", "Customer"],
      badges: [
        {
          label: "Expired",
          tone: "danger",
          field: "end date",
          operator: "before-today",
          cues: ["expired", "expiring", "expiry", "renewal"],
        },
      ],
    },
    {
      name: "Service Assignment",
      aliases: ["service assignment sheet", "assignment sheet", "case assignment"],
      about: "Who does what on a case.",
      fields: "title*;assignee:text;service:text;due date;status(Open|In progress|Done)=Open;notes",
      belongsTo: ["Case", "Detective", "Client"],
      badges: [
        { label: "Overdue", tone: "danger", field: "due date", operator: "before-today", cues: ["overdue", "late"] },
      ],
    },
  ],
};
