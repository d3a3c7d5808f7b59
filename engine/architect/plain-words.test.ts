// Prompts as people type them, in half a sentence: what is kept, with which fields, for whom, in which colour.
import { describe, expect, it } from "vitest";
import type { Prd } from "#engine/prd/schema.ts";
import { planFromPrompt } from "./architect.ts";

function plan(prompt: string): Prd {
  const result = planFromPrompt(prompt);
  if (!result.ok) throw new Error(result.message);
  return result.prd;
}
const modelsOf = (prd: Prd): string[] => prd.models.map(({ name }) => name);
const fieldsOf = (prd: Prd, model: string): Record<string, string> =>
  Object.fromEntries(prd.models.find(({ name }) => name === model)?.fields.map(({ name, type }) => [name, type]) ?? []);

describe("what is kept", () => {
  it.each([
    {
      prompt: "Keep track of tools, quantities, where each one is stored and who borrowed it last",
      models: ["Tool", "Loan"],
    },
    {
      prompt: "A website where local farmers list their produce and neighbours order boxes",
      models: ["Product", "Order", "Box"],
    },
    {
      prompt: "Flats, tenants, leases with rent and deposit, payments received, repairs with status",
      models: ["Lease", "Payment", "Repair"],
    },
    {
      prompt: "We run a museum. I want to catalogue objects with inventory number, artist and location, and loans",
      models: ["Object", "Loan"],
    },
    {
      prompt: "A podcast site with episodes, hosts, guests and an audio link for each",
      models: ["Episode", "Host", "Guest"],
    },
    { prompt: "Lost and found office: items found with place, date and colour", models: ["Item"] },
    {
      prompt: "An anonymous suggestion box for employees with voting on ideas and categories",
      models: ["Idea", "Category"],
    },
    { prompt: "A mood journal: every day a mood from 1 to 5, notes, sleep hours", models: ["Mood Entry"] },
    { prompt: "A place to vote on feature ideas for our product, with status planned / shipped", models: ["Idea"] },
    { prompt: "We rent out party tents. Customers reserve tents for a weekend", models: ["Tent", "Booking"] },
    {
      prompt: "Band website with tour dates, albums and a merch shop",
      models: ["Tour Date", "Album", "Product", "Order"],
    },
  ])("$prompt: $models", ({ prompt, models }) => {
    expect(modelsOf(plan(prompt))).toEqual(expect.arrayContaining(models));
  });

  it.each([
    { prompt: "A budget planner for couples: accounts, categories, expenses", without: "Couple" },
    { prompt: "A site for a dog shelter where visitors apply to adopt an animal", without: "Shelter" },
    { prompt: "Website of a law firm: lawyers, articles and a contact form", without: "Company" },
    { prompt: "A climbing gym site with routes by grade and trainers", without: "Grade" },
    { prompt: "A conference site: speakers, sessions in three tracks, sponsors", without: "Track" },
    { prompt: "Wholesale portal for cafes: standing orders, deliveries, invoices", without: "Score" },
    { prompt: "A recipe box: recipes, ingredients and a weekly plan", without: "Recipe Box" },
    { prompt: "A dictionary of sailing terms with definitions and examples", without: "Record" },
  ])("$prompt: no $without", ({ prompt, without }) => {
    const models = modelsOf(plan(prompt));
    expect(models.length).toBeGreaterThan(0);
    expect(models).not.toContain(without);
  });

  it.each([
    {
      prompt: "We run a marina with 30 berths. Keep track of which member rents which berth, and a waiting list.",
      models: ["Berth", "Member", "Waiting List Entry"],
    },
    { prompt: "A tool for my nail salon: customers, appointments, price list", models: ["Customer", "Service"] },
    {
      prompt: "Eine App für unseren Ruderverein: Mitglieder, Boote, Fahrtenbuch und Schadensmeldungen zu Booten",
      models: ["Member", "Boat", "Trip", "Damage Report"],
    },
  ])("$prompt: $models", ({ prompt, models }) => {
    const told = modelsOf(plan(prompt));
    expect(told).toEqual(expect.arrayContaining(models));
    expect(told.join()).not.toMatch(/\d/);
  });

  it("are asked about by name when a list names them and nothing is made of them", () => {
    const { openQuestions } = plan("Beach app: sunbeds with row and price, ambience (playlist, volume, scent)");
    expect(openQuestions.join("\n")).toContain('"scent"');
    expect(plan("Beach app: sunbeds with row and price").openQuestions).toEqual([]);
  });

  it("has a cart for what neighbours order, and none in a repair shop", () => {
    const kinds = (prompt: string): string[] => (plan(prompt).capabilities ?? []).map(({ kind }) => kind);
    expect(kinds("A website where farmers list their produce and neighbours order boxes")).toContain("shop");
    expect(kinds("App for a car repair shop: customers, vehicles, work orders with parts, invoices")).not.toContain(
      "shop",
    );
  });
});

describe("fields", () => {
  it.each([
    { said: "who paid", name: "paid by", type: "text" },
    { said: "when it was bought", name: "bought on", type: "date" },
    { said: "how much it weighs", name: "weight", type: "decimal" },
    { said: "how long it took", name: "duration", type: "integer" },
    { said: "how many pages it has", name: "number of pages", type: "integer" },
    { said: "what it costs", name: "cost", type: "money" },
    { said: "photos of how it looks", name: "photo", type: "image" },
  ])("$said: $name", ({ said, name, type }) => {
    expect(fieldsOf(plan(`Track gadgets with colour, brand, and ${said}`), "Gadget")).toMatchObject({ [name]: type });
  });

  it("say what each record has one of, however many there are", () => {
    const { models } = plan("A simple to-do list with tags, due dates and priorities");
    const task = models.find(({ name }) => name === "Task");
    expect(task?.fields.map(({ name }) => name)).toEqual(expect.arrayContaining(["due date", "priority"]));
    expect(task?.fields.map(({ name }) => name)).not.toContain("priorities");
  });

  it("are not what people do, nor what a site shows", () => {
    expect(modelsOf(plan("A photo site where users upload photos, like, comment and follow others"))).toEqual(
      expect.arrayContaining(["Photo"]),
    );
    expect(
      Object.keys(fieldsOf(plan("A gaming news website with articles, videos and user comments"), "Article")),
    ).not.toContain("videos");
    expect(modelsOf(plan("A yoga studio website with class schedules and instructor profiles"))).toEqual(
      expect.arrayContaining(["Class", "Trainer"]),
    );
  });

  it("mark who has paid or returned something", () => {
    const prd = plan("A tennis club needs to track members, courts, and who has paid the yearly fee.");
    expect(fieldsOf(prd, "Member")).toMatchObject({ "yearly fee paid": "boolean" });
  });

  it("belong to the thing before them", () => {
    const prd = plan("Emergency directory for a hiking club: members, blood type, allergies, tours they joined");
    expect(fieldsOf(prd, "Member")).toMatchObject({ "blood type": "enum", allergies: "longText" });
    expect(modelsOf(prd)).toContain("Tour");
  });

  it("leave a thing its name", () => {
    expect(fieldsOf(plan("Plants with species, room and light"), "Plant")).toMatchObject({
      name: "text",
      species: "text",
    });
  });

  it.each([
    ["inventory app: items with sku, quantity, supplier and shelf", "Item", "name"],
    ["Samples with location, collected by, date and remaining amount", "Sample", "name"],
    ["Books with isbn, shelf and price", "Book", "title"],
    ["Invoices with invoice number, amount and due date", "Invoice", "invoice number"],
  ])("%s: %s is told by its %s", (prompt, model, name) => {
    expect(Object.keys(fieldsOf(plan(prompt), model))[0]).toBe(name);
  });

  it.each([
    [
      "sales pipeline: deals move through stages (lead, proposal, won, lost)",
      "Deal",
      "stage",
      "Lead/Proposal/Won/Lost",
    ],
    [
      "Our candidates move through phases: screening, interview, offer",
      "Candidate",
      "phase",
      "Screening/Interview/Offer",
    ],
    ["Tickets with subject. The status can be new, in progress or done.", "Ticket", "status", "New/In progress/Done"],
    ["crm: leads w/ owner, stage: new / contacted / closed", "Lead", "stage", "New/Contacted/Closed"],
    ["Podcast tracker: episodes, status idea/recorded/published", "Episode", "status", "Idea/Recorded/Published"],
  ])("%s: %s has a %s of %s", (prompt, model, field, values) => {
    const found = plan(prompt)
      .models.find(({ name }) => name === model)
      ?.fields.find(({ name }) => name === field);
    expect(found?.values?.join("/")).toBe(values);
  });

  it.each([
    {
      prompt:
        "Employees raise purchase requests. Employees file a request with amount, vendor and reason, managers approve it.",
      model: "Purchase Request",
      fields: { amount: "money", vendor: "text", reason: "longText" },
      not: "Employee",
    },
    {
      prompt: "A landlord adds apartments. Tenants report problems with photo and description.",
      model: "Problem",
      fields: { photo: "image", description: "longText" },
      not: "Apartment",
    },
    {
      prompt: "Workers file a report with location, severity (low, high) and photo.",
      model: "Report",
      fields: { location: "text", severity: "enum", photo: "image" },
      not: "Worker",
    },
  ])("$prompt: of $model", ({ prompt, model, fields, not }) => {
    const prd = plan(prompt);
    expect(fieldsOf(prd, model)).toMatchObject(fields);
    expect(Object.keys(fieldsOf(prd, not))).not.toEqual(expect.arrayContaining(Object.keys(fields)));
  });

  it("end with the and of their list", () => {
    const guests = plan("Guests with name and meal choice, seating tables");
    expect(modelsOf(guests)).toEqual(expect.arrayContaining(["Guest", "Seating Table"]));
    const members = plan("Members with name and email, medical notes, allergies and emergency contacts");
    expect(modelsOf(members)).toEqual(["Member"]);
  });

  it.each([
    ["There are three kinds of members: adults, youth and honorary.", "Member", "type", "Adults/Youth/Honorary"],
    ["Every invoice has a due date and can be paid or open.", "Invoice", "status", "Paid/Open"],
    [
      "Plan social posts: channel (instagram, linkedin, tiktok), caption, image",
      "Post",
      "channel",
      "Instagram/Linkedin/Tiktok",
    ],
  ])("%s: %s has a %s of %s", (prompt, model, field, values) => {
    const found = plan(prompt)
      .models.find(({ name }) => name === model)
      ?.fields.find(({ name }) => name === field);
    expect(found?.values?.join("/")).toBe(values);
  });

  it("are not what is done to a thing", () => {
    const invoice = plan("Every invoice has a due date and can be edited or deleted.").models[0];
    expect(invoice?.fields.find(({ name }) => name === "status")?.values).not.toContain("Edited");
  });

  it.each([
    {
      prompt:
        "Music school: teachers (instruments they teach, hourly rate), students, lessons (date, teacher, student, room, paid)",
      model: "Lesson",
      fields: { date: "date", room: "text", paid: "boolean" },
    },
    {
      prompt: "Repairs: machine, fault, reporter, downtime",
      model: "Repair",
      fields: { fault: "text", reporter: "text", downtime: "text" },
    },
    {
      prompt: "Tickets: each one has a title, severity, steps to reproduce, and a screenshot",
      model: "Ticket",
      fields: { severity: "enum", "steps to reproduce": "longText", screenshot: "image" },
    },
    {
      prompt: "Every room has photos and amenities, each booking has check-in and check-out dates",
      model: "Booking",
      fields: { "check in date": "date", "check out date": "date" },
    },
    {
      prompt: "Volunteer coordination: volunteers, shifts, which volunteer does which shift, hours worked",
      model: "Shift",
      fields: { "hours worked": "decimal" },
    },
    {
      prompt: "Neighbourhood watch reports: what happened, where, when, photo",
      model: "Neighbourhood Watch Report",
      fields: { description: "longText", location: "text", date: "date", photo: "image" },
    },
    {
      prompt: "Blood sugar diary with value, time, meal, insulin units, notes and mood",
      model: "Blood Sugar",
      fields: { value: "decimal", meal: "enum", "insulin units": "integer", mood: "enum" },
    },
  ])("$prompt: of $model", ({ prompt, model, fields }) => {
    expect(fieldsOf(plan(prompt), model)).toMatchObject(fields);
  });

  it.each([
    ["Music school: teachers, students, lessons", "School"],
    ["Conference app with talks (title, speaker), speakers with bio and photo, rooms", "Record"],
    ["Online store with product pages, cart, checkout, order history", "Loan"],
    ["Log equipment failures: device, ward, severity, cost", "Failure"],
    ["A portfolio: projects by type with location, year and area", "Type"],
    ["We share a cabin with two other families", "Two Family"],
    ["Track repairs. For each repair store the machine, the fault, cost and status", "Machine Repair"],
  ])("%s: no %s", (prompt, model) => {
    expect(modelsOf(plan(prompt))).not.toContain(model);
  });

  it("may be a sentence of their own", () => {
    const prd = plan("A car maintenance log. Date, mileage, cost and garage.");
    expect(fieldsOf(prd, "Service Record")).toMatchObject({ date: "date", mileage: "integer", cost: "money" });
  });

  it("fit the noun where the catalogue does not know it", () => {
    expect(fieldsOf(plan("Collect memes and sort them"), "Meme")).toMatchObject({
      image: "image",
      caption: "longText",
    });
    expect(fieldsOf(plan("A climbing gym site with routes and trainers"), "Route")).toMatchObject({ grade: "text" });
  });
});

describe("for whom", () => {
  it.each([
    ["A site for a dog shelter where visitors see animals", "marketing"],
    ["A conference site: speakers, sessions in three tracks", "marketing"],
    ["A website where farmers list their produce and neighbours order boxes", "storefront"],
    ["A tool that tracks repairs of our bikes", "topbar"],
  ])("%s: %s", (prompt, preset) => {
    expect(plan(prompt).theme.preset).toBe(preset);
  });

  it.each([
    ["A gym site with trainers and a sign-up for the newsletter", false],
    ["Event site where people register for events", false],
    ["A gym site where members sign up for an account", true],
    ["A recipe app where users can register and log in", true],
  ])("accounts in %s: %s", (prompt, hasAccounts) => {
    expect(plan(prompt).access !== undefined).toBe(hasAccounts);
  });

  it("a page for a product does not keep what the product is for", () => {
    const models = modelsOf(plan("A landing page for a project management SaaS with pricing plans, FAQ and a blog"));
    expect(models).toContain("Pricing Plan");
    expect(models).not.toContain("Project");
  });

  it("opens a learning platform with its courses, not with a quiz", () => {
    const home = (prompt: string): unknown =>
      plan(prompt).capabilities?.find((capability) => capability.kind === "quiz")?.home;
    expect(home("A learning platform with courses, lessons and quizzes")).toBeUndefined();
    expect(home("A quiz app about geography with scores")).toBe(true);
  });

  it("shows a board where one is asked for", () => {
    const { models } = plan("A project tool: projects, tasks on a board with status, milestones");
    expect(models.find(({ name }) => name === "Task")?.view).toBe("board");
  });

  it.each([
    ["An online shop that sells handmade ceramics", "Handmade Ceramics"],
    ["Website of a law firm: lawyers and articles", "Law Firm"],
    ["An anonymous suggestion box for employees with ideas", "Anonymous Suggestion Box"],
    ["Car rental with vehicles, customers and rentals", "Car Rental"],
    ["A quiz app about world geography with scores", "World Geography Quiz"],
  ])("%s is called %s", (prompt, name) => {
    expect(plan(prompt).name).toBe(name);
  });
});

describe("colours by what they are like", () => {
  it.each([
    ["Warm sand colours.", "#d2a56d", undefined],
    ["Use burnt orange.", "#cc5500", undefined],
    ["Honey yellow theme.", "#e8a317", undefined],
    ["Navy and gold, serif look.", "#000080", undefined],
    ["Sage green and cream.", "#9caf88", "#fffdd0"],
    ["Pastel blue.", "#8c8cff", undefined],
    ["Greens and whites pls.", "#008000", "#ffffff"],
    ["Elegant, burgundy and cream.", "#800020", "#fffdd0"],
  ])("%s", (sentence, primary, background) => {
    const { theme } = plan(`Track books with title. ${sentence}`);
    expect([theme.primary, theme.background]).toEqual([primary, background]);
  });

  it("are things where nothing speaks of looks", () => {
    expect(plan("A shop for tea, coffee and wine").theme.primary).toBe("#2563eb");
  });
});
