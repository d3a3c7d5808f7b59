import type { FamilyData } from "./family.ts";

export const purchasing: FamilyData = {
  id: "purchasing",
  title: "Purchase requests",
  within: "hr",
  cues: [
    "purchase request",
    "purchase requisition",
    "requisition",
    "procurement",
    "spend request",
    "purchase approval",
  ],
  core: ["Purchase Request"],
  audience: "Who needs something and who approves it.",
  entities: [
    {
      name: "Purchase Request",
      aliases: ["purchase requisition", "requisition", "spend request", "procurement request", "order request"],
      about: "Something that somebody would like the organisation to buy.",
      fields:
        "title*;amount*:money[0..];quantity:integer[1..]=1;reason:longText;cost centre:text;needed by:date;status(Submitted|Approved|Rejected|Ordered|Received)=Submitted;requested on:date=today;decision note:longText",
      belongsTo: ["Employee", "Department", "Supplier"],
    },
  ],
};
