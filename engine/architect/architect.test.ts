import { describe, expect, it } from "vitest";
import { type Prd, prdSchema } from "#engine/prd/schema.ts";
import { planFromPrompt } from "./architect.ts";

function plan(prompt: string): Prd {
  const result = planFromPrompt(prompt);
  if (!result.ok) throw new Error(result.message);
  return prdSchema.parse(result.prd);
}

interface Expectation {
  readonly prompt: string;
  /** Model → fields as "name" or "name:type". */
  readonly models: Readonly<Record<string, readonly string[]>>;
  /** "A > B" one-to-many, "A <> B" many-to-many. */
  readonly relations?: readonly string[];
  readonly badges?: readonly string[];
  /** These must not become models. */
  readonly not?: readonly string[];
}

const expectations: readonly Expectation[] = [
  {
    prompt: "An inventory tracker with products, suppliers and stock movements, low-stock badges",
    models: {
      Product: [
        "name:text",
        "sku:text",
        "description:longText",
        "price:money",
        "stock quantity:integer",
        "reorder level:integer",
      ],
      Supplier: ["name", "contact email:email", "phone:phone", "address"],
      "Stock Movement": ["type:enum", "quantity:integer", "date:date", "note"],
    },
    relations: ["Supplier > Product", "Product > Stock Movement"],
    badges: ["Product: Low stock"],
  },
  {
    prompt: "recipes with title, ingredients and cooking time",
    models: { Recipe: ["title:text", "ingredients:longText", "cooking time:integer"] },
    not: ["Ingredient"],
  },
  {
    prompt: "track employees (name, email, department, hire date)",
    models: { Employee: ["name", "email:email", "department:text", "hire date:date"] },
    not: ["Department"],
  },
  {
    prompt:
      "A project has many tasks. Each task has a title, a due date and a priority (low, medium, high). Tasks are assigned to team members.",
    models: { Project: ["name"], Task: ["title", "due date:date", "priority:enum"], "Team Member": ["name"] },
    relations: ["Project > Task", "Team Member > Task"],
    badges: ["Task: Overdue"],
  },
  {
    prompt: "Blog where posts can have many tags and each post has comments",
    models: { Post: ["title", "body:richText"], Tag: ["name"], Comment: ["body"] },
    relations: ["Post <> Tag", "Post > Comment"],
  },
  {
    prompt:
      "Build a CRM.\nModels:\n- Contact: name, email, phone\n- Company: name, website, industry\n- Deal (title, amount, stage: lead/won/lost)\nContacts belong to companies. Each deal belongs to a contact.",
    models: {
      Contact: ["name", "email:email", "phone:phone"],
      Company: ["website:url", "industry"],
      Deal: ["title", "amount:money", "stage:enum"],
    },
    relations: ["Company > Contact", "Contact > Deal"],
  },
  {
    prompt:
      "Library app called ShelfLife. Books (title, author, ISBN, copies), members (name, email, membership number), loans with due date. Highlight overdue loans.",
    models: {
      Book: ["title", "author", "isbn", "copies:integer"],
      Member: ["name", "email:email", "membership number"],
      Loan: ["due date:date"],
    },
    relations: ["Book > Loan", "Member > Loan"],
    badges: ["Loan: Overdue"],
  },
  {
    prompt:
      "An app to keep track of my houseplants: name, species, last watered date, watering interval in days, photo",
    models: { Houseplant: ["name", "species", "last watered date:date", "watering interval:integer", "photo:image"] },
  },
  {
    prompt:
      "Build a beekeeping log with hives, inspections and honey harvests. Each inspection has date, queen seen (yes/no), brood pattern rating 1-5, notes.",
    models: {
      Hive: ["name"],
      Inspection: ["date:date", "queen seen:boolean", "brood pattern rating:integer", "notes:longText"],
      "Honey Harvest": ["date:date"],
    },
    relations: ["Hive > Inspection"],
  },
  {
    prompt: "A repair desk for a bike workshop: customers, bikes and repairs with a status, a due date and a price",
    models: { Repair: ["status:enum", "due date:date", "price:money"], Bike: ["name"], Customer: ["name"] },
    relations: ["Bike > Repair", "Customer > Repair"],
  },
  {
    prompt: "A tool rental shop with tools, customers and rentals",
    models: { Tool: ["name"], Rental: ["start date:date"], Customer: ["name"] },
    relations: ["Tool > Rental", "Customer > Rental"],
  },
  {
    prompt: "A vet clinic app: owners, pets and visits",
    models: { Owner: ["name"], Pet: ["name"], Visit: ["visit date:date"] },
    relations: ["Owner > Pet", "Pet > Visit"],
  },
  {
    prompt: "Students enroll in many courses; teachers teach courses. Track grades.",
    models: { Student: ["name"], Course: ["title"], Teacher: ["name"], Grade: ["score"] },
    relations: ["Student <> Course", "Student > Grade"],
  },
  {
    prompt:
      "A dog walking business tracks walkers, clients, dogs and walks. Dogs belong to clients. A walk has a start time, duration, price and status (scheduled, done, cancelled).",
    models: {
      Walker: ["name"],
      Client: ["name"],
      Dog: ["name", "breed"],
      Walk: ["start time:dateTime", "duration:integer", "price:money", "status:enum"],
    },
    relations: ["Client > Dog"],
  },
  {
    prompt:
      "Invoice app for freelancers: clients, projects, time entries, invoices with line items. Mark overdue invoices in red.",
    models: {
      Client: ["email:email"],
      Project: ["name"],
      "Time Entry": ["hours:decimal"],
      Invoice: ["invoice number", "due date:date"],
      "Line Item": ["unit price:money"],
    },
    relations: ["Client > Invoice", "Invoice > Line Item"],
    badges: ["Invoice: Overdue"],
  },
  {
    prompt:
      "A parking lot manager: parking spots (number, level, type), permits with plate number, owner name and expiry date",
    models: {
      "Parking Spot": ["number:integer", "level:enum", "type:enum"],
      Permit: ["plate number", "owner name", "expiry date:date"],
    },
    badges: ["Permit: Expired"],
    not: ["Auction"],
  },
  {
    prompt: "Restaurant table reservations with online payments via Stripe",
    models: { Table: ["seats:integer"], Reservation: ["guest name"] },
    relations: ["Table > Reservation"],
  },
  {
    prompt: "Event management: events have a name, start date, location and capacity. Attendees register for events.",
    models: { Event: ["name", "start date:date", "location", "capacity:integer"], Attendee: ["email:email"] },
    relations: ["Event > Attendee"],
  },
  {
    prompt:
      "A simple web app for my vinyl record collection, with artist, album title, release year, genre, condition and rating from 1 to 5",
    models: { Album: ["title", "artist", "release year:integer", "genre:enum", "condition:enum", "rating:integer"] },
  },
  {
    prompt: "Hotel booking system with rooms, guests and reservations",
    models: { Room: ["room number", "price per night:money"], Guest: ["email:email"], Reservation: ["check in:date"] },
    relations: ["Room > Reservation", "Guest > Reservation"],
  },
  {
    prompt: "A football league with teams, players and matches",
    models: { Team: ["name"], Player: ["name"], Match: ["kickoff:dateTime"] },
    relations: ["Team > Player", "Team > Match"],
  },
  {
    prompt:
      "Support desk where customers open tickets and agents reply. Tickets have a subject, description, priority and status.",
    models: { Ticket: ["subject", "description:longText", "priority:enum", "status:enum"] },
    not: ["Support Desk"],
  },
  {
    prompt: "Personal budget app to log expenses (description, amount, category, date) and set monthly budgets",
    models: { Expense: ["description", "amount:money", "category:enum", "date:date"], Budget: ["amount:money"] },
  },
  {
    prompt: "A real estate site with property listings, agents and viewing requests",
    models: { Property: ["price:money", "bedrooms:integer"], Agent: ["email:email"] },
    relations: ["Agent > Property"],
  },
  {
    prompt: "Clinic software for managing patients, doctors and appointments",
    models: { Patient: ["date of birth:date"], Doctor: ["specialty"], Appointment: ["starts at:dateTime"] },
    relations: ["Patient > Appointment", "Doctor > Appointment"],
    not: ["Clinic"],
  },
  {
    prompt: "Fundraising site: campaigns with goal amount and end date, donors and donations",
    models: { Campaign: ["goal amount:money", "end date:date"], Donor: ["name"], Donation: ["amount:money"] },
    relations: ["Campaign > Donation", "Donor > Donation"],
  },
  {
    prompt:
      "An online store with a catalog of products, customers and orders. Products have a name, price, stock and photo.",
    models: {
      Product: ["name", "price:money", "stock:integer", "photo:image"],
      Customer: ["email:email"],
      Order: ["total amount:money"],
    },
    relations: ["Customer > Order"],
  },
  {
    prompt:
      "Internal tool for approving purchase requests. Employees submit requests with item, cost and justification; managers approve or reject them.",
    models: { "Purchase Request": ["cost:money", "justification"], Employee: ["name"] },
    relations: ["Employee > Purchase Request"],
  },
  {
    prompt: "Book { title: string, author: string, publishedAt: datetime, price: decimal, inPrint: boolean }",
    models: { Book: ["title:text", "author:text", "published at:dateTime", "price:decimal", "in print:boolean"] },
  },
  {
    prompt: "Mentor program: mentors, mentees, and sessions between them with date, notes and rating",
    models: { Session: ["date:date", "notes:longText", "rating:integer"] },
  },
  {
    prompt:
      "# Gym app\n\n## Member\n- name (required)\n- email (unique)\n- joined on: date\n\n## Class\n- title\n- starts at\n- capacity\n",
    models: {
      Member: ["name", "email:email", "joined on:date"],
      Class: ["title", "starts at:dateTime", "capacity:integer"],
    },
  },
  {
    prompt: "Show me a todo list. No tags please.",
    models: { Task: ["title", "due date:date"] },
    not: ["Tag", "Show"],
  },
];

describe("planFromPrompt", () => {
  it.each(expectations)("understands: $prompt", ({ prompt, models, relations = [], badges = [], not = [] }) => {
    const prd = plan(prompt);
    const shown = prd.models.map((model) => model.name);
    for (const [name, fields] of Object.entries(models)) {
      const model = prd.models.find((candidate) => candidate.name === name);
      expect(model, `${name} among ${shown.join(", ")}`).toBeDefined();
      const own = model?.fields.flatMap((field) => [field.name, `${field.name}:${field.type}`]) ?? [];
      expect(own).toEqual(expect.arrayContaining([...fields]));
    }
    const linked = prd.relationships.map(
      (relation) => `${relation.from} ${relation.kind === "many-to-many" ? "<>" : ">"} ${relation.to}`,
    );
    expect(linked).toEqual(expect.arrayContaining([...relations]));
    expect(prd.badges?.map((badge) => `${badge.model}: ${badge.label}`)).toEqual(expect.arrayContaining([...badges]));
    for (const name of not) expect(shown).not.toContain(name);
  });

  it("compares the stock with the reorder level for the low-stock badge", () => {
    const [badge] =
      plan("An inventory tracker with products, suppliers and stock movements, low-stock badges").badges ?? [];
    expect(badge).toMatchObject({
      model: "Product",
      field: "stock quantity",
      operator: "<=",
      otherField: "reorder level",
    });
  });

  it("takes the choices of an enum from the prompt", () => {
    const task = plan("Each task has a title and a status (backlog, doing, shipped)").models.find(
      (model) => model.name === "Task",
    );
    expect(task?.fields.find((field) => field.name === "status")?.values).toEqual(["Backlog", "Doing", "Shipped"]);
  });

  it("gives every model a text as its first field, and every page a real path", () => {
    const prd = plan("A museum with artifacts, exhibitions, loans and visitors");
    for (const model of prd.models) expect(model.fields[0]).toMatchObject({ type: "text", required: true });
    expect(prd.pages.map((page) => page.path)).toEqual(
      expect.arrayContaining(["/", "/artifacts", "/artifacts/new", "/artifacts/:id", "/artifacts/:id/edit"]),
    );
  });

  it("lists integrations as asked for and as not wired", () => {
    const prd = plan("Table reservations with online payments via Stripe and email reminders");
    expect(prd.integrations.map((integration) => integration.name)).toEqual(
      expect.arrayContaining(["Stripe", "Email"]),
    );
    expect(prd.outOfScope.join(" ")).toContain("Stripe");
  });

  it("describes the roles that the prompt gives abilities to", () => {
    const prd = plan("A task list. Admins can delete projects; managers can create tasks.");
    expect(prd.roles.map((role) => role.name)).toEqual(["Admin", "Manager"]);
  });

  it("quotes what it does not deliver as open questions", () => {
    const prd = plan("Track products. Show a drag-and-drop kanban board of them. The moon shall hum softly tonight.");
    expect(prd.openQuestions.join(" ")).toContain("drag-and-drop kanban board");
    expect(prd.openQuestions.join(" ")).toContain("moon shall hum");
  });

  it("says so openly when nothing was recognised", () => {
    const prd = plan("something nice");
    expect(prd.models.length).toBeGreaterThan(0);
    expect(prd.assumptions[0]).toContain("nothing this engine recognises");
  });

  it("reads a rejected plan's comment as a correction", () => {
    const prompt = "An inventory tracker with products and suppliers";
    const second = planFromPrompt(prompt, {
      corrections: ["Remove suppliers. Each product has a barcode and a color."],
    });
    expect(second.ok && second.prd.models.map((model) => model.name)).toEqual(["Product"]);
    expect(second.ok && second.prd.models[0]?.fields.map((field) => field.name)).toEqual(
      expect.arrayContaining(["barcode", "color"]),
    );
  });

  it("builds on earlier requests when another one comes", () => {
    const result = planFromPrompt("A choir with concerts and pieces. Pieces have a title and a composer.", {
      corrections: ["Add rehearsals with a date and a place", "Pieces also have a rating"],
    });
    expect(result.ok && result.prd.models.map((model) => model.name)).toEqual(
      expect.arrayContaining(["Concert", "Piece", "Rehearsal"]),
    );
    const piece = result.ok ? result.prd.models.find((model) => model.name === "Piece") : undefined;
    expect(piece?.fields.map((field) => field.name)).toEqual(expect.arrayContaining(["composer", "rating"]));
  });

  it("reads choices that are divided by slashes", () => {
    const { models } = plan("Recipes (title, cooking time, difficulty easy/medium/hard) and/or notes");
    const difficulty = models
      .find((model) => model.name === "Recipe")
      ?.fields.find((field) => field.name === "difficulty");
    expect(difficulty).toMatchObject({ type: "enum", values: ["Easy", "Medium", "Hard"] });
  });

  it.each(["' OR 1=1 --", "; DROP TABLE books; --", " UNION SELECT password FROM users"])(
    "still reads a sentence with %s behind it",
    (code) => {
      expect(plan(`A book list with books and authors${code}`).models.map((model) => model.name)).toEqual([
        "Book",
        "Author",
      ]);
    },
  );

  it("takes no clause for a field", () => {
    const { models, relationships } = plan(
      "Products have a colour and belong to a warehouse; warehouses have a city and can be archived",
    );
    const product = models.find((model) => model.name === "Product");
    expect(product?.fields.map((field) => field.name)).toContain("colour");
    expect(
      models.flatMap((model) => model.fields.map((field) => field.name)).filter((name) => /^(belong|can)/.test(name)),
    ).toEqual([]);
    expect(relationships).toContainEqual(expect.objectContaining({ from: "Warehouse", to: "Product" }));
  });

  it("takes the project's name when the prompt gives none, and the prompt's when it does", () => {
    const named = planFromPrompt("track books with title and author", { projectName: "My Shelf" });
    expect(named.ok && named.prd.name).toBe("My Shelf");
    expect(plan('A recipe app called "Mise en Place"').name).toBe("Mise en Place");
  });

  it.each([
    ["Set the background color to white and the component color to navy.", "#000080", "#ffffff"],
    ["Use light cyan for the background and cadet blue components.", "#5f9ea0", "#e0ffff"],
    ["The primary color is #1e3a5f.", "#1e3a5f", undefined],
    ["Teal buttons on a mint cream background.", "#008080", "#f5fffa"],
  ])("reads the colours of: %s", (sentence, primary, background) => {
    const { theme } = plan(`Track books. ${sentence}`);
    expect(theme.primary).toBe(primary);
    expect(theme.background).toBe(background);
  });

  it("reads a dark theme", () => {
    expect(plan("A notes app with a dark theme").theme.scheme).toBe("dark");
  });

  it.each([
    ["Una aplicación para gestionar pacientes y citas de una clínica", ["Patient", "Appointment"], "Spanish"],
    ["Eine App zur Verwaltung von Büchern und Ausleihen", ["Book", "Loan"], "German"],
    ["Une application pour gérer des recettes avec des ingrédients et des catégories", ["Recipe"], "French"],
    [
      "Um aplicativo para gerenciar clientes, pedidos e produtos da loja",
      ["Customer", "Order", "Product"],
      "Portuguese",
    ],
    ["一个库存管理系统，包括产品、供应商和订单", ["Product", "Supplier", "Order"], "Chinese"],
  ])("finds common nouns in %s, and says that English is read best", (prompt, models, language) => {
    const prd = plan(prompt);
    expect(prd.models.map((model) => model.name)).toEqual(expect.arrayContaining(models));
    expect(prd.assumptions.join(" ")).toContain(language);
  });

  it("decides the same for the same prompt", () => {
    const prompt = "A clinic with patients, doctors and appointments";
    expect(planFromPrompt(prompt)).toEqual(planFromPrompt(prompt));
    expect(planFromPrompt(prompt).ok && planFromPrompt(prompt)).toHaveProperty("decisions");
  });
});

describe("what is no field", () => {
  it.each([
    [
      "Users can create surveys with a title, share them, collect responses and print the results",
      "Survey",
      ["share", "collect", "print"],
    ],
    [
      "Tenants report issues with photos, managers assign contractors, and costs are tracked",
      "Issue",
      ["managers", "assign"],
    ],
    ["A parcel tracking website for couriers", "Delivery", ["website"]],
  ])("leaves deeds and names of the app out of: %s", (prompt, name, words) => {
    const names =
      plan(prompt)
        .models.find((model) => model.name === name)
        ?.fields.map((field) => field.name) ?? [];
    expect(names.length).toBeGreaterThan(0);
    for (const word of words) expect(names.join(" ")).not.toContain(word);
  });

  it("gives the list after an audience to the app", () => {
    const { models } = plan("Budget planner for students with income, monthly limit and warning");
    const student = models.find(({ name }) => name === "Student")?.fields.map(({ name }) => name) ?? [];
    expect(student).not.toContain("income");
  });
});

describe("colours in other languages", () => {
  it.each([
    ["Una aplicación para un gimnasio con socios y clases. Fondo blanco y botones naranja.", "#ffffff", "#ffa500"],
    [
      "Ein System für einen Verein mit Mitgliedern und Terminen. Hintergrund hellgrau, Knöpfe dunkelblau.",
      "#d3d3d3",
      "#00008b",
    ],
  ])("are understood: %s", (prompt, background, primary) => {
    expect(plan(prompt).theme).toMatchObject({ background, primary });
  });
});
