import { part } from "../../../shared/say.ts";

export const words = part("lookup", {
  enterFirst: (codeLabel: string) => `Enter the ${codeLabel} first.`,
  notFound: (thing: string, codeLabel: string, wanted: string) => `No ${thing} with the ${codeLabel} “${wanted}” was found here. Is it typed as it is printed?`,
  failed: "It could not be looked up. Please try again.",
  lead: (codeLabel: string, thing: string) => `Enter the ${codeLabel} to see what is known about the ${thing}.`,
  verify: "Verify",
  lookUp: "Look up",
  isRegistered: (thing: string) => `Verified: this ${thing} is registered here.`,
  found: (label: string) => `Found: ${label}`,
  number: "Number",
});
