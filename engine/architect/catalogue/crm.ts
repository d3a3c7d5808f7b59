import type { FamilyData } from "./family.ts";

export const crm: FamilyData = {
  id: "crm",
  title: "Customer relations",
  cues: [
    "crm",
    "sales pipeline",
    "pipeline",
    "lead",
    "deal",
    "prospect",
    "customer relationship",
    "sales team",
    "opportunity",
    "generate lead",
  ],
  core: ["Company", "Contact", "Deal", "Activity"],
  audience: "Sales teams and the people who look after customers.",
  entities: [
    {
      name: "Contact",
      aliases: ["person to contact", "address book entry"],
      about: "A person one keeps in touch with.",
      fields: "name*;email;phone;job title;type(Lead|Customer|Partner|Supplier)=Lead;last contacted;notes",
      belongsTo: ["Company"],
    },
    {
      name: "Company",
      aliases: [
        "organisation",
        "organization",
        "business account",
        "company profile",
        "account",
        "client company",
        "firm",
      ],
      plural: "Companies",
      about: "An organisation.",
      fields: "name*;industry;website;email;phone;address;size(1-10|11-50|51-200|201+)=1-10;notes",
    },
    {
      name: "Lead",
      aliases: ["prospect", "enquiry", "sales lead", "lead form"],
      about: "Someone who may become a customer.",
      fields:
        "name*;email;phone;company name;source(Website|Referral|Advertisement|Other)=Website;status(New|Contacted|Qualified|Lost)=New;message",
      belongsTo: ["Company"],
    },
    {
      name: "Deal",
      aliases: ["opportunity", "sales opportunity", "sales deal"],
      about: "A possible sale.",
      fields:
        "title*;value:money[0..];stage(Lead|Qualified|Proposal|Negotiation|Won|Lost)=Lead;expected close date;probability;notes",
      belongsTo: ["Company", "Contact", "Customer"],
      badges: [
        {
          label: "Overdue",
          tone: "danger",
          field: "expected close date",
          operator: "before-today",
          cues: ["overdue", "late"],
        },
      ],
    },
    {
      name: "Activity",
      aliases: ["follow-up", "call log", "interaction", "touchpoint", "follow up", "phone call"],
      plural: "Activities",
      about: "A call, mail, meeting or other touch.",
      fields: "subject*;type(Call|Email|Meeting|Note)=Call;date;notes;done:boolean=false",
      belongsTo: ["Contact", "Deal", "Company", "Lead", "Customer"],
    },
    {
      name: "Customer",
      aliases: ["client"],
      about: "Someone the business serves.",
      fields: "name*;email!;phone;company name;address;status(Active|Inactive)=Active;notes",
      belongsTo: ["Company"],
    },
    {
      name: "Quote",
      aliases: ["quotation", "proposal", "online quote", "estimate", "estimated expense sheet"],
      about: "A priced offer.",
      fields: "quote number*!;title;amount;status(Draft|Sent|Accepted|Declined)=Draft;valid until;notes",
      belongsTo: ["Customer", "Company", "Deal", "Client", "Case", "Project", "Freelancer"],
      badges: [
        {
          label: "Expired",
          tone: "danger",
          field: "valid until",
          operator: "before-today",
          cues: ["expired", "expiry"],
        },
      ],
    },
    {
      name: "Client",
      about: "Someone the business works for.",
      fields: "name*;email!;phone;company name;address;status(Active|Inactive)=Active;notes",
      belongsTo: ["Company"],
    },
  ],
};
