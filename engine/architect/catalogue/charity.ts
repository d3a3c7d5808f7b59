import type { FamilyData } from "./family.ts";

export const charity: FamilyData = {
  id: "charity",
  title: "Fundraising and charity",
  cues: [
    "charity",
    "fundraising",
    "fundraiser",
    "donation",
    "donor",
    "nonprofit",
    "non-profit",
    "ngo",
    "crowdfunding",
    "volunteer",
    "food bank",
  ],
  core: ["Campaign", "Donor", "Donation"],
  audience: "Donors, volunteers and the organisation.",
  entities: [
    {
      name: "Campaign",
      aliases: ["fundraiser", "fundraising campaign", "cause", "crowdfunding campaign", "appeal", "fundraising event"],
      about: "Money is raised for something.",
      fields:
        "title*;description:richText;goal amount*:money[0..];raised amount:money[0..]=0;start date;end date;status(Draft|Active|Funded|Closed)=Draft;cover image",
      badges: [
        {
          label: "Funded",
          tone: "success",
          field: "raised amount",
          operator: ">=",
          otherField: "goal amount",
          cues: ["funded", "goal reached", "reached"],
        },
        {
          label: "Ended",
          tone: "danger",
          field: "end date",
          operator: "before-today",
          cues: ["ended", "expired", "closed"],
        },
      ],
    },
    {
      name: "Donor",
      aliases: ["supporter", "backer", "benefactor"],
      about: "Someone who gives.",
      fields: "name*;email!;phone;address;anonymous:boolean=false;notes",
    },
    {
      name: "Donation",
      aliases: ["contribution", "pledge", "gift"],
      about: "Money given.",
      fields: "reference*!;amount*:money[0..];donated on:date;payment method;message;recurring:boolean=false",
      belongsTo: ["Campaign", "Donor"],
    },
    {
      name: "Volunteer",
      aliases: ["helper"],
      about: "Someone who helps.",
      fields: "name*;email!;phone;skills;availability:text;joined on:date;active:boolean=true",
      linkedTo: ["Event", "Campaign"],
    },
    {
      name: "Beneficiary",
      aliases: ["recipient"],
      plural: "Beneficiaries",
      about: "Someone who is helped.",
      fields: "name*;phone;address;needs:longText;status(Active|Completed)=Active",
      belongsTo: ["Campaign"],
    },
    {
      name: "Grant",
      aliases: ["funding"],
      about: "Money from an institution.",
      fields: "title*;funder:text;amount:money[0..];deadline;status(Draft|Submitted|Awarded|Rejected)=Draft;notes",
    },
  ],
};
