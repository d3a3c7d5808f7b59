import type { FamilyData } from "./family.ts";

export const support: FamilyData = {
  id: "support",
  title: "Support tickets",
  cues: [
    "support ticket",
    "help desk",
    "helpdesk",
    "customer support",
    "ticketing",
    "issue tracker",
    "bug tracker",
    "service desk",
    "complaint",
    "chatbot",
  ],
  core: ["Ticket", "Customer", "Agent", "Ticket Reply"],
  audience: "Customers who need help, and the people who help them.",
  entities: [
    {
      name: "Ticket",
      aliases: [
        "support ticket",
        "support request",
        "help request",
        "incident",
        "issue",
        "service ticket",
        "support case",
        "complaint",
      ],
      about: "A question or problem to solve.",
      fields:
        "subject*;description;status(Open|In progress|Waiting|Resolved|Closed)=Open;priority(Low|Medium|High|Urgent)=Medium;category(Question|Problem|Request|Other)=Question;opened on:date;due date",
      belongsTo: ["Customer", "Agent as assignee", "Client", "Employee as assignee"],
      badges: [
        {
          label: "Overdue",
          tone: "danger",
          field: "due date",
          operator: "before-today",
          cues: ["overdue", "late", "sla"],
        },
        { label: "Urgent", tone: "danger", field: "priority", operator: "=", value: "Urgent", cues: ["urgent"] },
      ],
    },
    {
      name: "Agent",
      aliases: ["support agent", "support staff", "support engineer"],
      about: "Someone who answers tickets.",
      fields: "name*;email*!;phone;specialty;available:boolean=true",
    },
    {
      name: "Ticket Reply",
      aliases: ["ticket comment", "ticket message"],
      plural: "Ticket Replies",
      about: "An answer in a ticket.",
      fields: "author name*;message*;sent at;internal:boolean=false",
      belongsTo: ["Ticket*"],
    },
    {
      name: "Customer",
      aliases: ["client"],
      about: "Someone who asks for help.",
      fields: "name*;email*!;phone;company name;notes",
    },
    {
      name: "FAQ",
      aliases: ["frequently asked question", "help article", "knowledge base article"],
      plural: "FAQs",
      about: "A question asked often, with its answer.",
      fields:
        "question*:text;answer:richText;category(General|Account|Orders|Technical)=General;published:boolean=true",
    },
    {
      name: "Conversation",
      aliases: ["chat conversation", "chat session", "live chat", "chat"],
      about: "A thread of chat messages.",
      fields: "subject*;status(Open|Waiting|Closed)=Open;started at;visitor name;visitor email",
      belongsTo: ["Customer", "Agent"],
    },
    {
      name: "Chat Message",
      aliases: ["direct message", "message"],
      about: "One message.",
      fields: "body*:text;sender name;sent at;read:boolean=false",
      belongsTo: ["Conversation", "Game Room", "Group", "Member", "Profile"],
    },
  ],
};
