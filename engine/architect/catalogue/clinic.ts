import type { FamilyData } from "./family.ts";

export const clinic: FamilyData = {
  id: "clinic",
  title: "Clinic and health",
  cues: [
    "clinic",
    "hospital",
    "doctor",
    "patient",
    "medical",
    "dental",
    "dentist",
    "pharmacy",
    "health record",
    "physician",
    "healthcare",
    "therapy practice",
    "physiotherapy",
  ],
  core: ["Patient", "Doctor", "Appointment", "Medical Record"],
  audience: "Doctors, nurses and reception.",
  entities: [
    {
      name: "Patient",
      aliases: ["patient file", "patient record", "patient electronic file", "electronic file"],
      about: "Someone who is treated.",
      fields: "name*;date of birth;gender;phone;email;address;blood type;allergies;medical history:longText",
    },
    {
      name: "Doctor",
      aliases: ["physician", "dentist", "specialist", "practitioner", "medical staff", "gp", "surgeon", "clinician"],
      about: "Someone who treats patients.",
      fields: "name*;specialty;email!;phone;license number!;photo;available:boolean=true",
      belongsTo: ["Department"],
    },
    {
      name: "Appointment",
      aliases: ["consultation", "doctor visit"],
      about: "A time agreed with a doctor.",
      fields:
        "reason*:text;starts at*;ends at;status(Scheduled|Checked in|Completed|Cancelled|No-show)=Scheduled;notes",
      belongsTo: ["Patient*", "Doctor", "Nurse"],
    },
    {
      name: "Medical Record",
      aliases: ["visit", "diagnosis", "health record", "patient visit", "clinical note", "medical history"],
      about: "What was found and done at a visit.",
      fields: "diagnosis*:text;visit date*;symptoms;treatment;comments;follow up date",
      belongsTo: ["Patient*", "Doctor"],
    },
    {
      name: "Prescription",
      about: "Medicine a doctor ordered.",
      fields:
        "medicine name*;dosage:text;frequency(Once a day|Twice a day|Three times a day|As needed)=Once a day;start date;end date;instructions",
      belongsTo: ["Patient*", "Doctor", "Medicine"],
    },
    {
      name: "Medicine",
      aliases: ["medication", "drug", "pharmacy item", "pharmacy inventory"],
      about: "A medicine in the pharmacy.",
      fields:
        "name*;manufacturer;batch number;stock quantity:integer[0..]=0;reorder level:integer[0..]=20;unit price;expiry date",
      belongsTo: ["Supplier"],
      badges: [
        {
          label: "Low stock",
          tone: "warning",
          field: "stock quantity",
          operator: "<=",
          otherField: "reorder level",
          cues: ["low stock", "low-stock", "running low"],
        },
        {
          label: "Expired",
          tone: "danger",
          field: "expiry date",
          operator: "before-today",
          cues: ["expired", "expiry", "expiring"],
        },
      ],
    },
    {
      name: "Lab Test",
      aliases: ["laboratory test", "laboratory", "lab result", "test result"],
      about: "A laboratory test.",
      fields:
        "test name*;sample date;result:text;reference range:text;status(Ordered|In progress|Done)=Ordered;report file",
      belongsTo: ["Patient", "Doctor"],
    },
    {
      name: "Operation",
      aliases: ["surgery", "theater booking", "theatre booking", "theater"],
      about: "An operation in the theatre.",
      fields: "procedure name*;theatre:text;scheduled at;duration;status(Planned|Done|Cancelled)=Planned;notes",
      belongsTo: ["Patient", "Doctor"],
    },
    {
      name: "Insurance Claim",
      aliases: ["medical claim", "claim formulation", "claim"],
      about: "A bill sent to an insurer.",
      fields:
        "claim number*!;insurer:text;amount;status(Draft|Submitted|Approved|Rejected|Paid)=Draft;submitted on:date;notes",
      belongsTo: ["Patient", "Policy"],
    },
    {
      name: "Patient Bill",
      aliases: ["patient fee", "medical bill", "hospital bill", "fee"],
      about: "What a patient owes.",
      fields: "bill number*!;amount;status(Unpaid|Paid|Waived)=Unpaid;issued on:date;due date;description:text",
      belongsTo: ["Patient*"],
      badges: [{ label: "Overdue", tone: "danger", field: "due date", operator: "before-today", cues: ["overdue"] }],
    },
    {
      name: "Nurse",
      about: "Someone who cares for patients.",
      fields: "name*;email!;phone;ward:text;shift:enum(Day|Evening|Night)=Day",
      belongsTo: ["Department"],
    },
    {
      name: "Vaccination",
      aliases: ["vaccine", "immunization", "shot"],
      about: "A vaccination given.",
      fields: "vaccine name*;given on:date;next due date;batch number:text;notes",
      belongsTo: ["Patient", "Pet", "Animal"],
      badges: [
        {
          label: "Overdue",
          tone: "danger",
          field: "next due date",
          operator: "before-today",
          cues: ["overdue", "due"],
        },
      ],
    },
    {
      name: "Symptom Entry",
      aliases: ["symptom", "health log", "symptom log", "vital sign", "blood pressure reading"],
      about: "How someone felt.",
      fields: "title*;recorded at;severity(Minor|Moderate|Major|Critical)=Minor;notes",
      belongsTo: ["Patient"],
    },
  ],
};
