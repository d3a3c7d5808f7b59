// Two of the catalogue's names for one kind of people: "a guest list with RSVP" speaks of guests alone, though whoever
// answers may be called an attendee elsewhere.
import type { Draft } from "./draft.ts";
import type { Clause } from "./read-text.ts";
import { pluralPhrase } from "./words.ts";

const alike: readonly (readonly string[])[] = [
  ["Guest", "Attendee"],
  ["Supplier", "Seller"],
  ["Customer", "Client", "Buyer", "Traveler"],
  ["Employee", "Staff Member", "Team Member"],
  ["Trainer", "Coach"],
  ["Owner", "Landlord"],
];

/** Of those that mean the same, the ones that the prompt calls by their name stay. */
export function mergeTwins(draft: Draft, clauses: readonly Clause[]): void {
  const text = ` ${clauses.map(({ tokens }) => tokens.map(({ lower }) => lower).join(" ")).join(" . ")} `;
  const isCalled = (name: string): boolean =>
    [name.toLowerCase(), pluralPhrase(name.toLowerCase())].some((said) => text.includes(` ${said} `));
  for (const names of alike) {
    const kept = names.filter((name) => (draft.entities.get(name.toLowerCase())?.score ?? 0) >= 2);
    const [called, ...others] = kept.filter(isCalled);
    if (called === undefined || others.length > 0) continue;
    for (const name of kept)
      if (name !== called && (draft.entities.get(name.toLowerCase())?.fields.length ?? 0) === 0)
        replace(draft, name, called);
  }
}

function replace(draft: Draft, twin: string, kept: string): void {
  draft.excluded.add(twin.toLowerCase());
  const called = (name: string): string => (name === twin ? kept : name);
  for (const relation of draft.relations.splice(0)) {
    const { from, to, name } = relation;
    draft.relate({
      ...relation,
      from: called(from),
      to: called(to),
      name: name === twin.toLowerCase() ? kept.toLowerCase() : name,
    });
  }
}
