// What this browser signed up for; the entries themselves are records of the app.
import { readStored, store } from "../stored.ts";

export interface KeptSignup {
  readonly id: string;
  /** Key of the model of the entry. */
  readonly entries: string;
  /** What it was for. */
  readonly target: { readonly model: string; readonly id: string; readonly label: string };
  readonly at: string;
}

const most = 100;

export const keptSignups = (): readonly KeptSignup[] => readStored<readonly KeptSignup[]>("signups", []);

export function keepSignup(signup: Omit<KeptSignup, "at">): void {
  store("signups", [{ ...signup, at: new Date().toISOString() }, ...keptSignups()].slice(0, most));
}
