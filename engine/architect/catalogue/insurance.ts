import type { FamilyData } from "./family.ts";

export const insurance: FamilyData = {
  id: "insurance",
  title: "Insurance",
  cues: ["insurance", "claim", "policy", "policyholder", "premium", "underwriting", "insurer", "broker"],
  core: ["Customer", "Policy", "Claim"],
  audience: "Insurance agents, claims handlers and customers.",
  entities: [
    {
      name: "Customer",
      aliases: ["policyholder", "insured", "client"],
      about: "Someone who is insured.",
      fields: "name*;email!;phone;date of birth;address;customer number!",
    },
    {
      name: "Policy",
      aliases: ["insurance policy"],
      plural: "Policies",
      about: "A contract of insurance.",
      fields:
        "policy number*!;type(Health|Life|Car|Home|Travel)=Health;premium:money[0..];coverage amount;start date;end date;status(Active|Expired|Cancelled)=Active",
      belongsTo: ["Customer*", "Agent"],
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
      name: "Claim",
      aliases: ["insurance claim"],
      about: "A loss that was reported.",
      fields:
        "claim number*!;description;incident date;amount:money[0..];status(Submitted|In review|Approved|Rejected|Paid)=Submitted;attachment",
      belongsTo: ["Policy*", "Customer"],
    },
    {
      name: "Agent",
      aliases: ["insurance agent", "broker", "adjuster"],
      about: "Who looks after policies.",
      fields: "name*;email!;phone;license number!;region",
    },
    {
      name: "Risk Assessment",
      aliases: ["risk assessment item", "risk report", "risk"],
      about: "What could go wrong, and how badly.",
      fields:
        "title*;description;category(Operational|Financial|Legal|Safety)=Operational;likelihood(Unlikely|Possible|Likely)=Possible;impact(Low|Medium|High)=Medium;mitigation:longText;assessed on:date",
      belongsTo: ["Project", "Customer", "Company"],
    },
  ],
};
