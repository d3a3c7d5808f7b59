// Trades with words of their own: what somebody who works there would expect to keep, and what does not come along.
import { describe, expect, it } from "vitest";
import type { Prd } from "#engine/prd/schema.ts";
import { planFromPrompt } from "./architect.ts";

function plan(prompt: string): Prd {
  const result = planFromPrompt(prompt);
  if (!result.ok) throw new Error(result.message);
  return result.prd;
}
const modelsOf = (prompt: string): string[] => plan(prompt).models.map(({ name }) => name);
const fieldsOf = (prompt: string, model: string): string[] =>
  plan(prompt)
    .models.find(({ name }) => name === model)
    ?.fields.map(({ name }) => name) ?? [];

describe("a trade brings its own records", () => {
  it.each([
    ["Software for undertakers: families, funerals, coffins", ["Family", "Funeral", "Coffin"]],
    ["i keep bees, need a hive log with inspections and treatments", ["Beehive", "Inspection", "Treatment"]],
    ["Booking site for our escape rooms with game masters", ["Escape Room", "Game Master"]],
    ["Tattoo studio: artists, flash designs, consent forms", ["Artist", "Flash Design", "Consent Form"]],
    ["A choir needs rehearsals, sheet music and concerts", ["Rehearsal", "Piece", "Concert"]],
    ["Carpooling among colleagues", ["Ride", "Seat Request"]],
    ["Our driving school wants to plan lessons for students with instructors", ["Lesson", "Instructor"]],
    ["Tool library: members borrow tools", ["Tool", "Loan", "Member"]],
    ["Doctoral supervision: theses, supervisors, meetings", ["Thesis", "Supervisor", "Meeting"]],
    ["Track specimens and freezers in our research lab", ["Specimen", "Freezer"]],
    [
      "Interpreter agency: translation jobs, language pairs and clients",
      ["Translation Job", "Language Pair", "Client"],
    ],
    ["Film shoot planner: scenes, cast, crew, shooting days", ["Scene", "Cast Member", "Crew Member", "Shooting Day"]],
    ["Homebrew log with batches, recipes and gravity readings", ["Batch", "Recipe", "Gravity Reading"]],
    ["Yacht club: berths, boats, owners", ["Berth", "Boat", "Owner"]],
    ["Key register for a school building: keys, doors, handovers", ["Key", "Door", "Handover"]],
    ["Kayak rental: kayaks, customers, rentals", ["Kayak", "Customer", "Rental"]],
    ["Release notes site for our product", ["Release", "Change"]],
    ["Outage log: incidents with severity and updates", ["Incident", "Incident Update"]],
    ["A/B testing register with variants", ["Split Test", "Variant"]],
    ["Purchase requests with approval by the boss", ["Purchase Request"]],
    ["Minutes of board meetings: decisions and action items", ["Decision", "Action Item"]],
    ["API keys inventory: which service, owner, expiry", ["API Key"]],
    ["Track domains and software licences that expire", ["Domain", "Software Licence"]],
    ["Amateur theatre group: productions, cast, costumes", ["Production", "Cast Member", "Costume"]],
    ["Daycare: children, groups, pickup persons", ["Child", "Group", "Pickup Person"]],
    ["Parish site with sermons and prayer requests", ["Sermon", "Prayer Request"]],
    ["Food pantry: donations, stock, households", ["Donation", "Food Item", "Household"]],
    ["Aquarium: animals, enclosures, keepers, feedings", ["Animal", "Enclosure", "Keeper", "Feeding"]],
    ["Used car dealer: cars, test drives, sales", ["Car", "Test Drive", "Sale"]],
  ])("%s", (prompt, models) => {
    expect(modelsOf(prompt)).toEqual(expect.arrayContaining(models));
  });
});

describe("the words around it say what a word means", () => {
  it.each([
    ["A brewery log: batches and recipes", "Recipe", "bitterness ibu", "cooking time"],
    ["Landlord app: apartments, tenants, repairs", "Apartment", "monthly rent", "price per night"],
    ["Airbnb host app: apartments, guests, cleaning", "Apartment", "price per night", "monthly rent"],
    ["Podcast catalogue with shows and episodes", "Podcast", "listen link", "capacity"],
    ["Museum register: objects, artists, loans", "Artist", "movement", "genre"],
    ["Record label: artists, albums, songs", "Artist", "genre", "movement"],
    ["Driving school: instructors, lessons", "Lesson", "pick-up place", "video link"],
    ["Online courses with lessons and teachers", "Lesson", "video link", "pick-up place"],
    ["CRM of a freelancer: clients, projects, invoices", "Project", "budget", "cover image"],
    ["Fantasy league: teams, players, trades", "Trade", "offered by", "symbol"],
    ["Book meeting rooms: rooms, bookings", "Meeting Room", "screen", "price per night"],
    ["Student housing: rooms, tenants, contracts", "Room", "monthly rent", "price per night"],
    ["Piano lessons: students, lessons, invoices", "Lesson", "starts at", "video link"],
    ["Animal clinic: patients, owners, vaccinations", "Patient", "species", "blood type"],
    ["GP practice: patients, doctors, prescriptions", "Patient", "blood type", "species"],
    ["Taxi company: drivers, rides", "Ride", "pickup address", "free seats"],
    ["Hotel: rooms, guests, reservations", "Room", "price per night", "monthly rent"],
    ["Support dashboard: tickets by product", "Ticket", "priority", "purchased on"],
    ["A festival with events and tickets", "Ticket", "used", "priority"],
    ["Hunting club: members, permits", "Permit", "valid until", "plate number"],
    ["Winery site: wines, tastings", "Wine", "grape", "cooking time"],
  ])("%s: %s has %s", (prompt, model, field, other) => {
    expect(fieldsOf(prompt, model)).toContain(field);
    expect(fieldsOf(prompt, model)).not.toContain(other);
  });
});

describe("whose app it is", () => {
  it.each([
    ["Driving school: students, instructors, lessons", "School"],
    ["Funeral home: families, coffins, invoices", "Funeral Home"],
    ["Co-working space: desks, members, bookings", "Co-working Space"],
    ["I'm a landlord with 8 flats and want to keep track of tenants and repairs", "Landlord"],
    ["We run a hotel and need rooms, guests and reservations", "Hotel"],
  ])("%s: no %s", (prompt, model) => {
    expect(modelsOf(prompt)).not.toContain(model);
  });

  it("is a record where there are many of them", () => {
    expect(modelsOf("Football club: teams, players, matches")).toContain("Team");
    expect(modelsOf("A platform for schools: schools, students, teachers")).toContain("School");
    expect(modelsOf("Hotel: name, city, stars and price per night")).toContain("Hotel");
  });
});

describe("what nobody asked for", () => {
  it.each([
    ["A reading log for my kids", "Loan"],
    ["gym tracker app", "Trainer"],
    ["Feature request board with voting", "Quiz"],
    ["An allotment garden with plots and yearly fees", "Patient Bill"],
    ["Track my houseplants: when watered", "Crop"],
    ["Fitness coach: clients, check-ins, invoices", "Coach"],
  ])("%s: no %s", (prompt, model) => {
    expect(modelsOf(prompt)).not.toContain(model);
  });
});
