import type { FamilyData } from "./family.ts";

export const logins: FamilyData = {
  id: "logins",
  title: "Logins",
  cues: ["password manager", "credential", "password vault"],
  core: ["Login"],
  audience: "People with accounts in many places.",
  entities: [
    {
      name: "Login",
      aliases: ["stored password", "credential", "saved password"],
      about: "An account elsewhere. Passwords themselves are not kept.",
      fields: "site name*;username:text;website;category(Personal|Work|Finance|Other)=Personal;last changed:date;notes",
    },
  ],
};
