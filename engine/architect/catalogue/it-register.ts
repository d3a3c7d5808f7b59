import type { FamilyData } from "./family.ts";

const expired = {
  label: "Expired",
  tone: "danger",
  field: "expires on",
  operator: "before-today",
  cues: ["expire", "expired", "expiry", "renewal"],
} as const;

export const itRegister: FamilyData = {
  id: "it-register",
  title: "IT register",
  cues: [
    "software licence",
    "software license",
    "licence management",
    "license management",
    "domain name",
    "api key",
    "ssl certificate",
    "secret rotation",
    "saas subscription",
  ],
  core: [],
  audience: "People who look after software and access.",
  entities: [
    {
      name: "Software Licence",
      aliases: ["software license", "licence", "license", "saas subscription"],
      about: "The right to use software.",
      fields:
        "product*:text;vendor:text;licence key:text;seats:integer[1..]=1;seats used:integer[0..]=0;cost per year:money[0..];purchased on:date;expires on:date;owner name:text;notes",
      belongsTo: ["Supplier", "Employee", "Department"],
      badges: [expired],
    },
    {
      name: "Domain",
      aliases: ["domain name", "web domain"],
      about: "A name on the internet.",
      fields:
        "name*!;registrar:text;registered on:date;expires on:date;auto renew:boolean=true;cost per year:money[0..];owner name:text;notes",
      belongsTo: ["Client"],
      badges: [expired],
    },
    {
      name: "API Key",
      aliases: ["api keys", "access token", "api token"],
      about: "Which key opens which service; never the key itself.",
      fields:
        "name*;service*:text;owner name:text;environment(Development|Staging|Production)=Production;last four characters:text;created on:date;rotated on:date;expires on:date;active:boolean=true;notes",
      badges: [expired],
    },
    {
      name: "Certificate",
      aliases: ["ssl certificate", "tls certificate"],
      about: "What proves who a server is.",
      fields: "common name*:text;issuer:text;issued on:date;expires on:date;server:text;auto renew:boolean=true;notes",
      belongsTo: ["Domain"],
      badges: [expired],
    },
  ],
};
