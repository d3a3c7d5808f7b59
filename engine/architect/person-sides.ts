// People come on two sides: those who work for others, and those it is done for. A teacher and a pupil are no two names for
// one person; a pupil and a member are.
import { isPersonNoun } from "./person-nouns.ts";
import { roleNouns } from "./role-nouns.ts";

export type PersonSide = "served" | "serving";

const serving = new Set(
  "trainer coach instructor teacher tutor professor lecturer doctor physician nurse vet dentist physician therapist physiotherapist midwife hairdresser barber stylist beautician practitioner employee worker staff cleaner carer caregiver caretaker educator mechanic technician engineer developer designer driver courier chauffeur pilot walker agent broker lawyer attorney accountant clerk consultant contractor freelancer electrician plumber handyman photographer guide speaker presenter author writer editor artist composer musician singer actor director organizer organiser host landlord seller vendor supplier manufacturer merchant manager supervisor leader captain librarian curator inspector auditor reviewer operator planner dispatcher moderator administrator admin janitor babysitter sitter nanny waiter chef cook baker bartender receptionist referee umpire judge volunteer helper colleague mentor analyst tester farmer beekeeper breeder sponsor employer recruiter interviewer".split(
    " ",
  ),
);
export const households = new Set(["family", "household", "couple"]);
/** They do business with whoever uses the app, and nothing in it. */
export const partners = new Set("supplier vendor seller manufacturer merchant sponsor host landlord".split(" "));
/** "A staff member" is no member. */
const servingMembers = new Set("staff team crew board committee band cast".split(" "));

/** Null for what is nobody. `name`: of a model. */
export function personSide(name: string): PersonSide | null {
  const words = name.toLowerCase().split(" ");
  const noun = words.at(-1) ?? "";
  if (noun === "member" && servingMembers.has(words.at(-2) ?? "")) return "serving";
  if (serving.has(noun)) return "serving";
  return isPersonNoun(noun) || roleNouns.has(noun) || households.has(noun) ? "served" : null;
}
