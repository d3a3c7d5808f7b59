import { readStored, store } from "./stored.ts";

let visitor = readStored<string>("visitor", "");

/** Who this browser is to the app: a random id, no person. */
export function visitorId(): string {
  if (visitor === "") {
    visitor = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    store("visitor", visitor);
  }
  return visitor;
}
