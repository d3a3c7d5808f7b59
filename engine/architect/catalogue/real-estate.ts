import type { FamilyData } from "./family.ts";

export const realEstate: FamilyData = {
  id: "real-estate",
  title: "Real estate",
  cues: [
    "real estate",
    "property listing",
    "house",
    "apartment",
    "rental property",
    "realtor",
    "landlord",
    "tenant",
    "lease",
    "housing",
    "property management",
    "maintenance request",
  ],
  core: ["Property", "Agent", "Inquiry"],
  audience: "Buyers, tenants, agents and landlords.",
  entities: [
    {
      name: "Property",
      aliases: [
        "listing",
        "property listing",
        "house",
        "home for sale",
        "real estate listing",
        "rental property",
        "flat",
      ],
      plural: "Properties",
      about: "A home, office or piece of land.",
      fields:
        "title*;address*;city;type(House|Apartment|Land|Commercial)=House;price*;bedrooms;bathrooms;area:decimal[0..];status(Available|Under offer|Sold|Let)=Available;image;description",
      belongsTo: ["Agent", "Landlord", "Owner", "Building"],
      badges: [{ label: "Sold", tone: "danger", field: "status", operator: "=", value: "Sold", cues: ["sold"] }],
    },
    {
      name: "Apartment",
      aliases: ["unit", "rental apartment", "flat"],
      about: "A flat that people live in.",
      fields:
        "title*;address*;city;type(Studio|One bedroom|Two bedrooms|Three bedrooms or more)=One bedroom;monthly rent:money[0..];bedrooms;area:decimal[0..];floor:integer;status(Vacant|Let|In renovation)=Vacant;image;description",
      belongsTo: ["Building", "Landlord"],
    },
    {
      name: "Agent",
      aliases: ["real estate agent", "realtor", "estate agent"],
      about: "Who shows the property.",
      fields: "name*;email!;phone;photo;agency:text;bio",
    },
    {
      name: "Inquiry",
      aliases: ["viewing request", "enquiry", "property inquiry", "interested buyer"],
      plural: "Inquiries",
      about: "Someone is interested.",
      fields: "name*;email*;phone;message;status(New|Answered|Closed)=New;received on:date",
      belongsTo: ["Property", "Apartment", "Agent"],
    },
    {
      name: "Viewing",
      aliases: ["house viewing", "property viewing", "showing", "open house"],
      about: "A visit to a property.",
      fields: "visitor name*;starts at*;email;phone;notes",
      belongsTo: ["Property*", "Agent"],
    },
    {
      name: "Tenant",
      aliases: ["renter", "resident", "lodger"],
      about: "Who lives there.",
      fields: "name*;email!;phone;lease start:date;lease end:date;emergency contact:text;notes",
      belongsTo: ["Property", "Apartment", "Unit", "Room"],
    },
    {
      name: "Lease",
      aliases: ["rental agreement", "tenancy", "rental contract", "lease agreement", "contract", "tenancy contract"],
      about: "The contract with a tenant.",
      fields:
        "reference*!;start date*;end date*;monthly rent*:money[0..];deposit:money[0..];status(Draft|Active|Ended)=Draft;document",
      belongsTo: ["Tenant*", "Property", "Apartment", "Room"],
      badges: [
        {
          label: "Expired",
          tone: "danger",
          field: "end date",
          operator: "before-today",
          cues: ["expired", "expiring", "ended"],
        },
      ],
    },
    {
      name: "Landlord",
      aliases: ["property owner", "owner"],
      about: "Who owns the property.",
      fields: "name*;email!;phone;address;bank account:text",
    },
    {
      name: "Building",
      aliases: ["apartment building", "facility"],
      about: "A house with units.",
      fields: "name*;address*;floors:integer[1..];units:integer[1..];built year:integer;photo",
    },
    {
      name: "Maintenance Request",
      aliases: [
        "repair request",
        "maintenance issue",
        "work order",
        "maintenance task",
        "repair",
        "service request",
        "maintenance job",
      ],
      about: "Something to be repaired.",
      fields:
        "title*;description;priority(Low|Medium|High|Urgent)=Medium;status(Open|Assigned|In progress|Done)=Open;reported on:date;due date;cost;photo",
      belongsTo: [
        "Property",
        "Apartment",
        "Tenant",
        "Building",
        "Asset",
        "Contractor",
        "Technician",
        "Machine",
        "Equipment",
      ],
      badges: [
        { label: "Overdue", tone: "danger", field: "due date", operator: "before-today", cues: ["overdue", "late"] },
        { label: "Urgent", tone: "danger", field: "priority", operator: "=", value: "Urgent", cues: ["urgent"] },
      ],
    },
    {
      name: "Room",
      aliases: ["rental room", "student room"],
      about: "A room that somebody rents.",
      fields:
        "room number*!;floor:text;area:decimal[0..];monthly rent:money[0..];furnished:boolean=true;status(Vacant|Let|In renovation)=Vacant;notes",
      belongsTo: ["Building", "Apartment", "Property"],
    },
    {
      name: "Offer",
      aliases: ["purchase offer", "buying offer"],
      about: "What somebody would pay for a property.",
      fields:
        "buyer name*;amount*:money[0..];offered on:date=today;valid until:date;status(Open|Accepted|Declined)=Open;notes",
      belongsTo: ["Property*", "Apartment"],
    },
    {
      name: "Contractor",
      aliases: ["handyman", "plumber", "electrician"],
      about: "Who does the repair.",
      fields: "name*;trade:text;email;phone;hourly rate;notes",
    },
  ],
};
