// One plain prompt for each kind of app that people ask builders for: what it must be able to do, not how it is worded.
import { describe, expect, test } from "vitest";
import type { PrdCapability } from "#engine/prd/schema.ts";
import { planFromPrompt } from "./architect.ts";

interface Row {
  readonly prompt: string;
  readonly models: readonly string[];
  readonly abilities: readonly string[];
  readonly preset?: string;
}

const rows: readonly Row[] = [
  {
    prompt: "Run an online shop for hand-poured candles: visitors put candles into a cart and check out",
    models: ["Hand-poured Candle", "Order", "Order Item"],
    abilities: ["shop"],
    preset: "storefront",
  },
  {
    prompt: "A booking site for a yoga studio where people book a class and nobody is double booked",
    models: ["Booking", "Class"],
    abilities: ["booking"],
  },
  {
    prompt: "CRM for a small agency: leads, contacts, deals with a stage, and notes",
    models: ["Lead", "Contact", "Deal"],
    abilities: [],
    preset: "sidebar",
  },
  {
    prompt: "A project tool with projects, tasks, milestones and a board by status",
    models: ["Project", "Task", "Milestone"],
    abilities: [],
    preset: "sidebar",
  },
  {
    prompt: "Discussion forum with threads, replies and categories; members like posts",
    models: ["Post", "Reply", "Category"],
    abilities: ["discussion", "likes"],
  },
  {
    prompt: "An e-learning platform where students enroll in courses, read lessons and take quizzes",
    models: ["Course", "Lesson", "Question", "Enrollment"],
    abilities: ["quiz", "signup enrol"],
  },
  {
    prompt: "Recipe site where visitors rate recipes and keep their favorites",
    models: ["Recipe"],
    abilities: ["ratings", "favourites"],
    preset: "editorial",
  },
  {
    prompt: "Clinic system for patients, doctors and appointments",
    models: ["Patient", "Doctor", "Appointment"],
    abilities: ["booking"],
    preset: "sidebar",
  },
  {
    prompt: "Warehouse inventory with products, suppliers and low-stock warnings",
    models: ["Product", "Supplier"],
    abilities: [],
    preset: "sidebar",
  },
  {
    prompt: "Personal finance tracker for income and expenses with charts by category",
    models: ["Expense"],
    abilities: ["charts"],
  },
  {
    prompt: "Event site where people register for events and see the schedule",
    models: ["Event", "Attendee"],
    abilities: ["signup register"],
    preset: "marketing",
  },
  {
    prompt: "Job board where candidates apply for jobs posted by companies",
    models: ["Job", "Company", "Candidate"],
    abilities: ["signup apply"],
  },
  {
    prompt: "Real estate listings with filters by price and bedrooms, and visitors send an inquiry",
    models: ["Inquiry"],
    abilities: ["signup request"],
  },
  {
    prompt: "Survey builder: surveys with questions, and people submit answers and see results",
    models: ["Survey", "Question", "Response"],
    abilities: ["signup respond"],
  },
  {
    prompt: "A wiki for our team with articles, categories and revisions",
    models: ["Article", "Category", "Revision"],
    abilities: [],
    preset: "editorial",
  },
  {
    prompt: "Portfolio of a photographer with works, testimonials and a contact form",
    models: ["Work", "Testimonial", "Contact Message"],
    abilities: [],
    preset: "marketing",
  },
  {
    prompt: "News website with articles by category and comments from readers",
    models: ["Article", "Comment"],
    abilities: [],
    preset: "editorial",
  },
  {
    prompt: "A social network with posts, likes, comments and people who follow each other",
    models: ["Post", "Comment"],
    abilities: ["likes", "follows"],
  },
  { prompt: "Team chat where people message each other in rooms", models: [], abilities: ["chat"] },
  {
    prompt: "Analytics dashboard for web traffic with charts and trends",
    models: ["Measurement"],
    abilities: ["charts"],
    preset: "dashboard",
  },
  { prompt: "A loan calculator with monthly payments", models: [], abilities: ["loan"] },
  { prompt: "Trivia quiz game with scores and a leaderboard", models: ["Question"], abilities: ["quiz"] },
  {
    prompt: "Directory of local businesses with categories, ratings and reviews",
    models: ["Listing", "Review"],
    abilities: [],
  },
  {
    prompt: "Restaurant website with a menu and table reservations",
    models: ["Menu Item", "Reservation"],
    abilities: ["booking"],
    preset: "marketing",
  },
  {
    prompt: "Gym app with members, workouts and classes people can join",
    models: ["Member", "Workout", "Class"],
    abilities: ["signup join"],
  },
  {
    prompt: "Travel site with tours and destinations that can be booked",
    models: ["Tour", "Destination", "Booking"],
    abilities: ["booking"],
    preset: "marketing",
  },
  { prompt: "Music library with albums, songs and playlists", models: ["Album", "Song", "Playlist"], abilities: [] },
  { prompt: "A dictionary of dialect words with definitions and examples", models: ["Word"], abilities: [] },
  {
    prompt: "A blog with posts, tags and comments",
    models: ["Post", "Tag", "Comment"],
    abilities: [],
    preset: "editorial",
  },
  {
    prompt: "Charity site with campaigns and donations, and people can volunteer for events",
    models: ["Campaign", "Donation", "Event"],
    abilities: ["signup register"],
    preset: "marketing",
  },
  {
    prompt: "Pet adoption site listing dogs and cats that people can adopt",
    models: ["Pet", "Adoption"],
    abilities: ["signup request"],
  },
  { prompt: "Library system with books, members and loans", models: ["Book", "Member", "Loan"], abilities: [] },
  { prompt: "Hotel booking with rooms and reservations", models: ["Room", "Reservation"], abilities: ["booking"] },
  { prompt: "Car rental with vehicles, customers and rentals", models: ["Vehicle", "Rental"], abilities: ["booking"] },
  {
    prompt: "Auction house: items on auction, people place bids",
    models: ["Auction Item", "Bid"],
    abilities: ["signup bid"],
  },
  {
    prompt: "Polls where people vote on options and see the results",
    models: ["Poll", "Poll Option"],
    abilities: ["poll"],
  },
  {
    prompt: "Habit tracker with habits and daily check-ins, and streak statistics",
    models: ["Habit", "Check-in"],
    abilities: ["charts"],
    preset: "dashboard",
  },
  {
    prompt: "Weather dashboard with cities, readings and temperature trends",
    models: ["City", "Reading"],
    abilities: ["charts"],
    preset: "dashboard",
  },
  { prompt: "A countdown to our wedding day", models: [], abilities: ["countdown"] },
  {
    prompt: "HR tool with employees, departments and leave requests",
    models: ["Employee", "Department", "Leave Request"],
    abilities: [],
    preset: "sidebar",
  },
  {
    prompt: "Help desk with tickets, agents and priorities, and a support chatbot",
    models: ["Ticket", "Agent"],
    abilities: ["assistant"],
  },
  { prompt: "Classified ads where sellers post listings with a price and photos", models: ["Listing"], abilities: [] },
  {
    prompt: "Fan page for a band with concerts, news and photos",
    models: ["Concert", "Article", "Photo"],
    abilities: [],
    preset: "editorial",
  },
  {
    prompt: "Museum site with exhibitions, artists and opening hours",
    models: ["Exhibition", "Artist"],
    abilities: [],
  },
  { prompt: "Photo gallery with albums where visitors like photos", models: ["Photo", "Album"], abilities: ["likes"] },
  { prompt: "Currency converter", models: [], abilities: ["currency"] },
  { prompt: "A 2048 game with best scores", models: ["Score"], abilities: ["2048"] },
  {
    prompt: "Fundraising for schools: compare campaigns side by side",
    models: ["Campaign"],
    abilities: ["charts", "compare"],
  },
  {
    prompt: "Study groups that students join, sharing resources and discussing projects",
    models: ["Group", "Resource"],
    abilities: ["signup join"],
  },
];

function abilitiesOf(capability: PrdCapability): string[] {
  switch (capability.kind) {
    case "tool":
      return [capability.tool];
    case "game":
      return [capability.game];
    case "signup":
      return [`signup ${capability.act}`];
    case "reactions":
      return [...capability.reactions];
    case "chat":
      return [capability.assistant === true ? "assistant" : "chat"];
    case "charts":
      return capability.compare === true ? ["charts", "compare"] : ["charts"];
    default:
      return [capability.kind];
  }
}

describe("a kind of app", () => {
  test.each(rows)("$prompt", ({ prompt, models, abilities, preset }) => {
    const result = planFromPrompt(prompt);
    if (!result.ok) throw new Error(result.message);
    const { prd } = result;
    expect(prd.models.map(({ name }) => name)).toEqual(expect.arrayContaining([...models]));
    expect((prd.capabilities ?? []).flatMap(abilitiesOf)).toEqual(expect.arrayContaining([...abilities]));
    if (preset !== undefined) expect(prd.theme.preset).toBe(preset);
  });

  test("keeps nothing of who only uses it", () => {
    const result = planFromPrompt("Recipe site where visitors rate recipes and readers leave comments");
    if (!result.ok) throw new Error(result.message);
    expect(result.prd.models.map(({ name }) => name)).not.toContain("Visitor");
  });

  test("calls bookings by the word of the prompt, once", () => {
    const result = planFromPrompt("A salon booking app where clients book appointments with stylists");
    if (!result.ok) throw new Error(result.message);
    const names = result.prd.models.map(({ name }) => name);
    expect(names).toContain("Appointment");
    expect(names).not.toContain("Booking");
  });

  test("keeps the options of a quiz in its questions", () => {
    const result = planFromPrompt("A quiz app where a question has many answers, one of them correct");
    if (!result.ok) throw new Error(result.message);
    expect(result.prd.models.map(({ name }) => name)).not.toContain("Answer");
    expect(result.prd.models.find(({ name }) => name === "Question")?.fields.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["options", "correct answer"]),
    );
  });

  test.each([
    ["Track tasks with due date and status (open, in progress, done)", "Task", { field: "status", values: ["Done"] }],
    [
      "Library loans with a due date and a returned date; mark overdue loans",
      "Loan",
      { field: expect.stringMatching(/return|status/) },
    ],
  ])("does not call overdue what is settled: %s", (prompt, model, unless) => {
    const result = planFromPrompt(prompt);
    if (!result.ok) throw new Error(result.message);
    const badge = result.prd.badges?.find((each) => each.model === model && each.label === "Overdue");
    expect(badge?.unless).toMatchObject(unless);
  });
});
