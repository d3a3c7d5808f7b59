import { part } from "../../shared/say.ts";

export const words = part("server-discussions", {
  ownName: "Write in your own name.",
  sayName: (name: string) => `Use “${name}”.`,
  moderatorsOnly: "Only moderators pin and close discussions.",
  closed: "This discussion is closed.",
  missing: "This discussion does not exist. It may have been deleted.",
});
