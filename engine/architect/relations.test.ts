// How the models of a plan relate. "A > B": a B has one A; "A ~ B": both have several of the other; a name in brackets is
// that of the key.
import { describe, expect, it } from "vitest";
import type { Prd } from "#engine/prd/schema.ts";
import { planFromPrompt } from "./architect.ts";

function plan(prompt: string): Prd {
  const result = planFromPrompt(prompt);
  if (!result.ok) throw new Error(result.message);
  return result.prd;
}

const relationsOf = ({ relationships }: Prd): string[] =>
  relationships.map(({ from, to, kind, name }) => {
    const role = [from, to].some((model) => model.toLowerCase() === name) ? "" : ` (${name})`;
    return kind === "many-to-many" ? `${[from, to].toSorted().join(" ~ ")}${role}` : `${from} > ${to}${role}`;
  });
const fieldsOf = ({ models }: Prd, model: string): string[] =>
  models.find(({ name }) => name === model)?.fields.map(({ name }) => name) ?? [];

interface Row {
  readonly prompt: string;
  readonly has?: readonly string[];
  readonly without?: readonly string[];
}

function check({ prompt, has = [], without = [] }: Row): void {
  const relations = relationsOf(plan(prompt));
  expect(relations).toEqual(expect.arrayContaining([...has]));
  for (const each of without) expect(relations).not.toContain(each);
}

describe("whose a record is", () => {
  it.each<Row>([
    {
      prompt: "A school library: pupils, books with isbn, loans with a due date",
      has: ["Pupil > Loan", "Book > Loan"],
    },
    { prompt: "Books with isbn, copies, pupils who borrow them", has: ["Pupil > Loan"], without: ["Book > Pupil"] },
    { prompt: "Vet clinic: owners, pets, visits, invoices", has: ["Owner > Invoice"], without: ["Owner > Visit"] },
    { prompt: "Physio: patients, therapists, exercises, sessions", has: ["Patient > Session", "Therapist > Session"] },
    { prompt: "Stable: horses, owners, riders, lessons", has: ["Owner > Horse", "Lesson ~ Rider"] },
    { prompt: "Parish: families, members, donations", has: ["Family > Member"] },
    { prompt: "Toy library: families, toys, loans", has: ["Family > Loan", "Toy > Loan"] },
    { prompt: "Office app: meeting rooms, employees, bookings", has: ["Employee > Booking", "Meeting Room > Booking"] },
    { prompt: "Dance school: students, teachers, courses, invoices to parents", has: ["Parent > Invoice"] },
    { prompt: "Employee app: employees, trainings, certificates", has: ["Employee > Certificate"] },
  ])("$prompt: $has", check);

  it("takes the place of a typed name", () => {
    expect(fieldsOf(plan("School library: pupils, books, loans"), "Loan")).not.toContain("borrowed by");
    expect(fieldsOf(plan("Yoga studio: members, classes. Members can book a class."), "Booking")).not.toContain(
      "customer name",
    );
    for (const prompt of [
      "Yoga studio with classes. People book a class online.",
      "A website for our yoga studio where members can book a class",
    ])
      expect(fieldsOf(plan(prompt), "Booking")).toEqual(expect.arrayContaining(["customer name", "email"]));
  });

  it.each<Row>([
    { prompt: "Website for our church with sermons and events", without: ["Sermon > Event"] },
    { prompt: "A news site with articles, events and testimonials", without: ["Article > Event"] },
    { prompt: "A hospital: wards, patients, nurses, shifts", has: ["Nurse > Shift"], without: ["Patient > Shift"] },
    {
      prompt: "Shared flat: flatmates, chores, expenses paid by flatmates",
      has: ["Flatmate > Expense"],
      without: ["Chore > Expense"],
    },
    {
      prompt: "Track vehicles, trainings with participants and inspections of vehicles",
      has: ["Vehicle > Inspection"],
      without: ["Participant > Inspection"],
    },
    { prompt: "Photographer: clients, shoots, invoices", has: ["Client > Shoot"], without: ["Invoice > Shoot"] },
    { prompt: "Services with name and price, and a contact form", without: ["Service > Contact Message"] },
    { prompt: "Expense tracker with categories, budgets and expenses", without: ["Budget > Expense"] },
    {
      prompt: "Yoga studio app: members, classes, instructors. Members can book a class.",
      has: ["Class > Booking", "Member > Booking"],
      without: ["Class ~ Member", "Instructor > Member"],
    },
  ])("$prompt: nobody's who has no part in it", check);

  it.each<Row>([
    { prompt: "Beehives, inspections and harvests", has: ["Beehive > Inspection"] },
    {
      prompt: "Bike shop: customers, bikes, repairs, parts used in repairs",
      has: ["Bike > Repair", "Customer > Repair"],
    },
    {
      prompt: "Stock of a bar: bottles, suppliers, stock movements",
      has: ["Bottle > Stock Movement", "Supplier > Bottle"],
    },
    { prompt: "Guest house: rooms, guests, stays", has: ["Guest > Stay", "Room > Stay"] },
    { prompt: "Cinema: movies, screenings, tickets", has: ["Screening > Ticket"] },
    { prompt: "Plan meals for the week from recipes, with a shopping list", has: ["Recipe > Meal"] },
    { prompt: "Restaurant supply: restaurants, products, orders", has: ["Order ~ Product"] },
  ])("$prompt: $has", check);
});

describe("who does what", () => {
  it.each<Row>([
    { prompt: "Volunteers and shifts: which volunteer does which shift", has: ["Shift ~ Volunteer"] },
    { prompt: "A marina: which member rents which berth", has: ["Member > Berth"] },
    { prompt: "Boxes and items: which item is in which box", has: ["Box > Item"] },
    { prompt: "A ward: beds, patients, which patient lies in which bed", has: ["Bed > Patient"] },
    { prompt: "Employees and laptops: who gets which laptop", has: ["Employee > Laptop"] },
    { prompt: "Book club: books, meetings, which book is discussed at which meeting", has: ["Book ~ Meeting"] },
    {
      prompt: "Car sharing: cars, neighbours, trips, who drove which car",
      has: ["Neighbour > Trip"],
      without: ["Car ~ Neighbour"],
    },
  ])("$prompt: $has", check);

  it.each<Row>([
    { prompt: "A league: teams, players. Players can be in several teams.", has: ["Player ~ Team"] },
    { prompt: "Films and actors. An actor can play in many films.", has: ["Actor ~ Film"] },
    { prompt: "A blog: posts, authors; a post can have several authors", has: ["Author ~ Post"] },
    { prompt: "Doctors and patients; a patient can have several doctors", has: ["Doctor ~ Patient"] },
    {
      prompt: "Projects and tasks; a project can have many tasks",
      has: ["Project > Task"],
      without: ["Project ~ Task"],
    },
  ])("$prompt: $has", check);

  it.each<Row>([
    {
      prompt: "Help desk: tickets from customers assigned to agents",
      has: ["Agent > Ticket (assignee)", "Customer > Ticket"],
      without: ["Agent > Customer (assignee)"],
    },
    { prompt: "Delivery app: restaurants, couriers, orders delivered by couriers", has: ["Courier > Order"] },
    { prompt: "A community garden: plots; each plot is rented by a gardener", has: ["Gardener > Plot"] },
    { prompt: "Customers, products, tickets about products", has: ["Product > Ticket"] },
    { prompt: "Tutoring: tutors, students, invoices per student", has: ["Student > Invoice"] },
    { prompt: "Apartments and tenants. Tenants report damages.", has: ["Tenant > Damage"] },
    { prompt: "Parking: residents, vehicles of residents, permits", has: ["Resident > Vehicle"] },
    { prompt: "A clinic: branches, doctors at branches, patients", has: ["Branch > Doctor"] },
    {
      prompt: "Investor tracker: funds, investors, commitments by investors to funds",
      has: ["Investor > Commitment", "Fund > Commitment"],
    },
    { prompt: "Volunteers and teams; each volunteer is in one team", has: ["Team > Volunteer"] },
    { prompt: "Orders taken by waiters at tables", without: ["Table > Waiter"] },
    { prompt: "Groups of students, teachers", without: ["Student > Group"] },
    { prompt: "Lessons with date, room and attendance", without: ["Attendance Record > Lesson"] },
  ])("$prompt: $has", check);

  it("leaves the place that a list describes out of its relations", () => {
    check({
      prompt: "Tool rental: tools, customers, rentals",
      has: ["Customer > Rental", "Tool > Rental"],
      without: ["Rental > Tool"],
    });
    expect(plan("A music school: pupils, teachers, lessons").models.map(({ name }) => name)).not.toContain("School");
    check({ prompt: "Each project has tasks, milestones and files", has: ["Project > Task", "Project > Milestone"] });
  });
});

describe("things of one kind", () => {
  it.each<Row>([
    { prompt: "Employees and departments; each department has a head", has: ["Employee > Department (head)"] },
    { prompt: "Employees report to a manager", has: ["Employee > Employee (manager)"] },
    {
      prompt: "A staff directory: employees with name, phone and supervisor",
      has: ["Employee > Employee (supervisor)"],
    },
    {
      prompt: "Shop inventory: categories with subcategories, products",
      has: ["Category > Category (parent category)"],
    },
    { prompt: "Folders can contain other folders and documents", has: ["Folder > Folder (parent folder)"] },
    { prompt: "Bugs; a bug can be a duplicate of another bug", has: ["Bug > Bug (duplicate of)"] },
    { prompt: "Tasks that depend on other tasks", has: ["Task ~ Task (dependency)"] },
    {
      prompt: "Genealogy: each person has a father and a mother",
      has: ["Person > Person (father)", "Person > Person (mother)"],
    },
    {
      prompt: "Accounts, transfers from one account to another",
      has: ["Account > Transfer (from account)", "Account > Transfer (to account)"],
    },
    {
      prompt: "Chess club: players, games between two players",
      has: ["Player > Game (first player)", "Player > Game (second player)"],
    },
    {
      prompt: "A league: teams, matches between two teams",
      has: ["Team > Match (home team)", "Team > Match (away team)"],
    },
  ])("$prompt: $has", check);

  it.each<Row>([
    { prompt: "Employees request leave and managers approve it", without: ["Employee > Employee (manager)"] },
    { prompt: "Tasks with subtasks", has: ["Task > Subtask"], without: ["Task > Task (parent task)"] },
    { prompt: "Pupils with name, father and mother", without: ["Pupil > Pupil (father)"] },
    {
      prompt: "Employees, leave requests approved by managers; employees report to a manager",
      without: ["Employee > Employee (manager)"],
    },
  ])("$prompt: not to each other", check);
});

describe("two names for one kind of people", () => {
  it.each([
    ["Our wedding: guest list with RSVP, vendor list with cost", ["Guest", "Vendor"], ["Attendee", "Supplier"]],
    ["A workshop: attendees who RSVP", ["Attendee"], ["Guest"]],
    [
      "Internal tool to approve purchase requests: employees file a request with amount, vendor, reason and attachment",
      ["Purchase Request", "Employee"],
      ["Seller", "Supplier"],
    ],
    ["A marketplace where each vendor lists products", ["Vendor"], ["Seller", "Supplier"]],
    ["Hotel fair: guests, attendees", ["Guest", "Attendee"], []],
  ])("%s: %j, not %j", (prompt, kept, dropped) => {
    const models = plan(prompt).models.map(({ name }) => name);
    expect(models).toEqual(expect.arrayContaining(kept));
    for (const name of dropped) expect(models).not.toContain(name);
  });
});
