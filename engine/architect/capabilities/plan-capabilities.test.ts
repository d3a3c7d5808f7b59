import { describe, expect, test } from "vitest";
import type { PrdCapability } from "#engine/prd/schema.ts";
import { type ArchitectResult, planFromPrompt } from "../architect.ts";

function plan(prompt: string): Extract<ArchitectResult, { ok: true }> {
  const result = planFromPrompt(prompt);
  if (!result.ok) throw new Error(result.message);
  return result;
}

const nameOf = (capability: PrdCapability): string =>
  capability.kind === "tool" ? capability.tool : capability.kind === "game" ? capability.game : capability.kind;

const capabilitiesOf = (prompt: string): string[] => (plan(prompt).prd.capabilities ?? []).map(nameOf);

describe("what a prompt asks for beyond records", () => {
  test.each([
    { prompt: "Split the bill and work out the gratuity", names: ["tip"] },
    { prompt: "I'd like to compute my body mass index", names: ["bmi"] },
    { prompt: "Estimate instalments of a car loan", names: ["loan"] },
    { prompt: "Convert kilometers to miles and celsius to fahrenheit", names: ["unit-converter"] },
    { prompt: "A site that converts euros to dollars with a currency converter", names: ["currency"] },
    { prompt: "Stopwatch with laps, and a countdown to my wedding", names: ["countdown", "stopwatch"] },
    { prompt: "Let me play snake in the browser", names: ["snake"] },
    { prompt: "noughts and crosses for two", names: ["tic-tac-toe"] },
    { prompt: "Sell nothing, just a raffle that picks a random winner from the guests", names: ["draw"] },
    { prompt: "Index cards for learning Spanish vocabulary", names: ["study"] },
    { prompt: "A couriers' site: enter the tracking number of a shipment and see where it is", names: ["lookup"] },
    { prompt: "Anyone can verify a diploma by its serial number", names: ["lookup"] },
    { prompt: "Match tutors with pupils based on subject and price", names: ["match"] },
    { prompt: "Work out cleaning costs from rooms, windows and hours", names: ["estimate"] },
    { prompt: "Job board: companies post jobs, candidates apply with CV", names: ["signup"] },
    { prompt: "Bowling club: scores of our players and who leads the league table", names: ["ranking"] },
    { prompt: "A message board for our allotment club", names: ["discussion"] },
    { prompt: "Neighbours ask questions and other people answer them", names: ["discussion"] },
    { prompt: "A card game where you find matching pairs from memory", names: ["memory"] },
  ])("$prompt", ({ prompt, names }) => {
    expect(capabilitiesOf(prompt)).toEqual(names);
  });

  test.each([
    "A blog with travel tips and comments",
    "Keep the loans of a library",
    "A pet register for owners of snakes and lizards",
    "Track the weight of my dogs, no BMI",
    "Write down memories of my family",
    "Meeting minutes with agenda, decisions and discussion points",
    "Sewing box: threads, needles and fabrics of our members",
  ])("keeps to records: %s", (prompt) => {
    expect(capabilitiesOf(prompt).filter((name) => !["reactions", "report"].includes(name))).toEqual([]);
  });

  test.each([
    { prompt: "Play chess online against others, with a list of games", says: /rules/ },
    { prompt: "A diagram maker where users drag and drop shapes on a canvas", says: /canvas/ },
    { prompt: "Identify plants from a photo and keep a list of my plants", says: /pictures/ },
    { prompt: "Sales forecast: keep orders and predict next month with machine learning", says: /redict/ },
  ])("says openly what is not built: $prompt", ({ prompt, says }) => {
    expect(plan(prompt).prd.outOfScope.join(" ")).toMatch(says);
  });

  test("mind maps are no places", () => {
    expect(plan("Keep mind maps with a title and notes").prd.integrations).toEqual([]);
  });

  test("what travels has a path, and what is looked up has a number", () => {
    const { prd } = plan("Enter the tracking number of a parcel and see where it is");
    const lookup = prd.capabilities?.find((capability) => capability.kind === "lookup");
    const looked = prd.models.find(({ name }) => name === lookup?.model);
    expect(looked?.fields.some(({ name }) => name.includes("number"))).toBe(true);
    expect(prd.relationships).toContainEqual(expect.objectContaining({ from: looked?.name, to: "Checkpoint" }));
  });

  test("a calculator keeps results, not what is entered into it", () => {
    const { prd } = plan("A carbon footprint calculator: enter flights, electricity and car kilometres");
    expect(prd.models.map(({ name }) => name)).toEqual(["Saved Result"]);
    expect(prd.capabilities).toEqual([
      {
        kind: "estimate",
        result: "carbon footprint",
        inputs: ["flights", "electricity", "car kilometres"],
        home: true,
      },
    ]);
  });

  test("a leaderboard ranks what a quiz keeps", () => {
    const { prd } = plan("A quiz with a leaderboard");
    expect(prd.capabilities).toContainEqual({ kind: "ranking", model: expect.stringMatching(/^Quiz/) });
  });

  test("is planned in pages, tasks and decisions", () => {
    const { prd, decisions } = plan("A mortgage calculator");
    expect(prd.pages.map((page) => page.path)).toContain("/loan");
    expect(prd.tasks.some((task) => task.title.startsWith("Loan calculator"))).toBe(true);
    expect(decisions.some((decision) => decision.question.includes("loan calculator"))).toBe(true);
  });

  test("opens first when the app is about it, and keeps its results", () => {
    const { prd } = plan("A tip calculator");
    expect(prd.capabilities).toEqual([{ kind: "tool", tool: "tip", home: true }]);
    expect(prd.models.map((model) => model.name)).toEqual(["Saved Result"]);
    expect(prd.openQuestions).toEqual([]);
  });
});

describe("a shop", () => {
  test("gets orders and lines when the prompt names products alone", () => {
    const { prd } = plan("Sell handmade candles online: products with name, price and stock, and a shopping cart");
    expect(prd.capabilities).toContainEqual({
      kind: "shop",
      products: "Product",
      orders: "Order",
      lines: "Order Item",
      home: true,
    });
    expect(prd.models.map((model) => model.name)).toEqual(expect.arrayContaining(["Product", "Order", "Order Item"]));
    expect(prd.endpoints.map((endpoint) => endpoint.path)).toContain("/api/shop/checkout");
  });

  test("is not made of everything that has a price", () => {
    expect(capabilitiesOf("Track repair jobs with price and customer for a garage")).not.toContain("shop");
  });
});

describe("bookings", () => {
  test.each([
    "Appointment booking for a hair salon with stylists and services",
    "Room reservations for a small hotel, guests stay from check-in to check-out",
    "Members reserve a tennis court for an hour",
  ])("never overlap: %s", (prompt) => {
    const { prd } = plan(prompt);
    expect((prd.capabilities ?? []).map(nameOf)).toEqual(["booking"]);
    const booking = prd.capabilities?.find((capability) => capability.kind === "booking");
    expect(prd.models.map((model) => model.name)).toContain(booking?.bookings);
  });

  test("are not read into a list of books", () => {
    expect(capabilitiesOf("Keep the books I own with title and author")).not.toContain("booking");
  });
});

describe("reactions", () => {
  const reactionsOf = (prompt: string): unknown =>
    plan(prompt).prd.capabilities?.filter((capability) => capability.kind === "reactions") ?? [];

  test("are stars and words where people review what they have been to, and nothing where reviewing is work", () => {
    expect(reactionsOf("A site where travellers browse campsites and review those they visited")).toEqual([
      { kind: "reactions", model: "Campsite", reactions: ["ratings", "comments"] },
    ]);
    expect(reactionsOf("A tool for code review with repositories and pull requests")).toEqual([]);
    expect(reactionsOf("Managers review requests for products before they are approved")).toEqual([]);
  });

  test("stand on what the clause names", () => {
    expect(
      reactionsOf("Ideas with title and description. People vote on each idea. Users can bookmark an idea."),
    ).toEqual([{ kind: "reactions", model: "Idea", reactions: ["likes", "favourites"] }]);
  });

  test("leave alone what a model keeps already, and words of another sense", () => {
    expect(reactionsOf("A blog with posts and comments")).toEqual([]);
    expect(reactionsOf("Freelancers with name and hourly rate; I would like a list like a phone book")).toEqual([]);
  });
});

describe("a quiz", () => {
  test("brings questions with right answers, and keeps results", () => {
    const { prd } = plan("A trivia quiz with scoring");
    expect(prd.capabilities).toEqual([{ kind: "quiz", questions: "Question", home: true }]);
    expect(prd.models.map((model) => model.name)).toContain("Question");
    expect(prd.endpoints.map((endpoint) => endpoint.path)).toContain("/api/play/score");
  });
});

test("reports are asked for, not reported on", () => {
  expect(capabilitiesOf("Expense tracker with categories and monthly reports to print")).toEqual(["report"]);
  expect(capabilitiesOf("Neighbours report a broken street lamp")).not.toContain("report");
});

describe("discussions", () => {
  const discussionOf = (prompt: string) => {
    const { prd } = plan(prompt);
    const capability = prd.capabilities?.find(({ kind }) => kind === "discussion");
    return { prd, capability };
  };

  test("take the models that the prompt names, connect them, and can be pinned and closed", () => {
    const { prd, capability } = discussionOf("Discussion forum with threads, replies and categories");
    expect(capability).toMatchObject({ threads: "Thread", replies: "Reply", home: true });
    const links = prd.relationships.map(({ from, to }) => `${from} ${to}`);
    expect(links).toEqual(expect.arrayContaining(["Thread Reply", "Category Thread"]));
    expect(prd.models.find(({ name }) => name === "Thread")?.fields.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["pinned", "closed"]),
    );
  });

  test("bring what is missing, and stand on what they are about", () => {
    const { prd, capability } = discussionOf("A course site with lessons and a discussion for every lesson");
    expect(capability).not.toHaveProperty("home");
    expect(prd.relationships.map(({ from, to }) => `${from} ${to}`)).toEqual(
      expect.arrayContaining(["Lesson Post", "Post Reply"]),
    );
  });

  test("have votes on what is discussed, not on the board it stands in", () => {
    const { prd } = discussionOf("Reddit-like community with subforums, posts, comments and upvotes");
    expect(prd.capabilities).toContainEqual({ kind: "reactions", model: "Post", reactions: ["likes"] });
  });
});

describe("bookings that the prompt only speaks of", () => {
  const bookedIn = (prompt: string): string[] =>
    plan(prompt)
      .prd.relationships.filter(({ to }) => to === "Booking")
      .map(({ from }) => from);

  test("are of what stands behind the verb, whatever else the app keeps", () => {
    const prompt =
      "A travel system with reimbursement applications and payments, for booking tickets, hotels, and trains, generating settlements.";
    expect(bookedIn(prompt)).toEqual(["Ticket", "Hotel", "Train"]);
  });

  test("promise no free times where many people book the same thing at once", () => {
    const { prd, decisions } = plan("A travel app with hotels and payments, where hotels can be booked.");
    expect(prd.pages.map(({ path }) => path)).not.toContain("/free-times");
    expect(decisions.find(({ question }) => question.includes("overlap"))?.choice).toMatch(/^Yes/);
  });
});
