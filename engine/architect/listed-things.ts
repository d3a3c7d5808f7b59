// Things that sites and apps list in words too general to be read alone: "practice areas", "case results", "a consultation
// request form", "treatments", "a checklist".
import { entityName } from "./draft.ts";
import { genericNouns } from "./vocabulary.ts";
import { isPlural, singular } from "./words.ts";

const set = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** General by themselves; after another noun they are a kind of thing. */
const generalHeads = set(
  "area result option member story topic subject goal case step problem issue solution process idea tip resource experience effect concept reason cause mention stream highlight sheet condition method table action update set lot",
);
/** Said of software rather than of what it keeps. */
const ofSoftware = set(
  "user search filter admin login account push email privacy theme color colour profile notification system app site website page web ui ux data payment social sharing export import dashboard display sort sorting view list menu setting team staff crew error test use multiple price pricing pivot comparison league time parking operating quick bulk software status software live real-time product menu navigation",
);
/** Fields by their name, and yet what a site shows one by one. */
const shown = set("treatments prescriptions achievements observations objectives therapies courts materials fabrics");
/** What a form is filled in for, beside what other parts of the plan bring along: contact, bookings, orders, accounts. */
const filledIn = set(
  "request application inquiry enquiry submission complaint claim nomination donation referral quote pledge proposal petition suggestion report",
);
const handledElsewhere = set("contact booking appointment reservation order login feedback newsletter");

/** Said of what a page tells its visitors: "travel info", "visitor information". */
const told =
  /^(?:visitor|visitors|guest|contact|travel|practical|company|general|parking|admission|customer|parent|background) (?:info|information)$/;

export const isPageText = (words: readonly string[]): boolean => told.test(words.join(" "));

/** The name of the thing, or null when the words are no such phrase. */
export function listedThing(words: readonly string[]): string | null {
  const [last = "", before = ""] = [words.at(-1), words.at(-2)];
  if (last === "checklist" || last === "checklists") return "Checklist Item";
  if (last === "form" || last === "forms") {
    const isHandled = words.some((word) => handledElsewhere.has(word));
    return filledIn.has(before) && !isHandled ? entityName(words.slice(0, -1)) : null;
  }
  if (words.join(" ") === "meeting minutes") return "Meeting";
  if (!isPlural(last)) return null;
  if (words.length === 1) return shown.has(last) ? entityName(words) : null;
  if (words.length > 3 || ofSoftware.has(before) || !/^\p{L}/u.test(before) || before.length < 3) return null;
  // "filtering options"
  if (before.endsWith("ing") && genericNouns.has(before)) return null;
  return generalHeads.has(singular(last)) ? entityName(words) : null;
}
