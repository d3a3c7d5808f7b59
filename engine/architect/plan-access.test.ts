import { describe, expect, test } from "vitest";
import type { Prd } from "#engine/prd/schema.ts";
import { resolvePrd } from "#engine/prd/resolve.ts";
import { planFromPrompt } from "./architect.ts";

function plan(prompt: string, corrections: readonly string[] = []): Prd {
  const result = planFromPrompt(prompt, { corrections });
  if (!result.ok) throw new Error(result.message);
  return result.prd;
}

/** "own" and "all" by role, model and action, as the app will hold it. */
function permissions(prd: Prd, role: string, model: string): Record<string, string> {
  const app = resolvePrd(prd);
  const found = app.access?.roles.find(({ label }) => label === role);
  if (!found) throw new Error(`No role ${role} among ${app.access?.roles.map(({ label }) => label).join(", ")}`);
  return found.may[model] ?? {};
}

const clinic =
  "A clinic app where receptionists manage appointments, doctors see only their own patients and admins manage everything, with login";
const all = { create: "all", read: "all", update: "all", delete: "all" };

describe("accounts in a plan", () => {
  test.each([
    "A clinic app with patients and appointments",
    "Track books with title, author and rating",
    "A recipe box. Users can add recipes and rate them.",
    "A recipe box without login. Users can add recipes.",
    "A guest list with names and tables. No accounts.",
  ])("are absent from: %s", (prompt) => {
    expect(plan(prompt).access).toBeUndefined();
  });

  test.each([
    { prompt: clinic, role: "Receptionist", model: "appointment", may: all },
    { prompt: clinic, role: "Doctor", model: "patient", may: { read: "own" } },
    { prompt: clinic, role: "Doctor", model: "appointment", may: {} },
    {
      prompt:
        "Inventory with products and suppliers. Viewers have read-only access, clerks can add and edit products but cannot delete them. Login needed.",
      role: "Clerk",
      model: "product",
      may: { create: "all", read: "all", update: "all" },
    },
    {
      prompt:
        "Inventory with products and suppliers. Viewers have read-only access, clerks can add products. Login needed.",
      role: "Viewer",
      model: "supplier",
      may: { read: "all" },
    },
    {
      prompt:
        "Expenses: employees submit expenses and see only their own expenses, managers can approve or reject expenses. Sign in required.",
      role: "Employee",
      model: "expense",
      may: { create: "all", read: "own" },
    },
    {
      prompt:
        "Expenses: employees submit expenses and see only their own expenses, managers can approve or reject expenses. Sign in required.",
      role: "Manager",
      model: "expense",
      may: { read: "all", update: "all" },
    },
    { prompt: "A task manager with user login", role: "Member", model: "task", may: all },
    {
      prompt:
        "Articles with title and body.\n\nRoles:\n- Editor: create and edit articles\n- Viewer: read articles\n\nUsers sign in.",
      role: "Editor",
      model: "article",
      may: { create: "all", read: "all", update: "all" },
    },
  ])("let a $role do what is said: $prompt", ({ prompt, role, model, may }) => {
    expect(permissions(plan(prompt), role, model)).toEqual(may);
  });

  test("keep a model that is named like a role, and always have an administrator", () => {
    const prd = plan(clinic);
    expect(prd.models.map(({ name }) => name)).toContain("Doctor");
    expect(resolvePrd(prd).access?.roles[0]).toMatchObject({ label: "Admin", isAdmin: true });
    expect(prd.assumptions.join(" ")).not.toContain("roles are described, not enforced");
    expect(prd.outOfScope.join(" ")).not.toMatch(/sign-in/);
    expect(prd.openQuestions.join(" ")).not.toMatch(/signing in/);
  });

  test("let people in by themselves when they register, and by invitation else", () => {
    expect(plan("A forum where users can register and write their own posts").access).toMatchObject({
      signUp: "open",
      defaultRole: "User",
    });
    expect(plan(clinic).access?.signUp).toBe("invited");
  });

  test("let visitors read what they are said to read", () => {
    const prd = plan(
      "A blog with posts and comments where users can register and write their own posts, and visitors can read posts without an account",
    );
    expect(prd.access?.publicRead).toEqual(["Post"]);
    expect(permissions(prd, "User", "post")).toEqual({ create: "all", read: "own", update: "own", delete: "own" });
  });

  test("let everybody look, add, and keep their own in order, where nothing else is said", () => {
    const prd = plan("A forum with topics and replies where users can register and write topics");
    expect(permissions(prd, "User", "reply")).toEqual({ create: "all", read: "all", update: "own", delete: "own" });
  });

  test("keep what is personal from the others, where nothing is said about it", () => {
    const prd = plan("A shop with products and orders where users can sign up");
    expect(permissions(prd, "Member", "product")).toMatchObject({ read: "all", delete: "own" });
    expect(permissions(prd, "Member", "order")).toEqual({ create: "all", read: "own", update: "own", delete: "own" });
  });

  test("ask what a role without known abilities may do, and let it see alone", () => {
    const prd = plan("Track products and suppliers, with login. Managers can juggle them. Admins can delete products.");
    expect(permissions(prd, "Manager", "product")).toEqual({ read: "all" });
    expect(prd.openQuestions.join(" ")).toContain("What may managers do?");
  });

  test("stay after a correction, come with one, and go with one", () => {
    const plain = "Track books with title and author";
    expect(plan(clinic, ["Add a phone number to patients"]).access).toBeDefined();
    expect(plan(plain, ["Add a login. Librarians manage books."]).access).toBeDefined();
    expect(plan(`${plain}, with login`, ["Remove the login."]).access).toBeUndefined();
  });

  test("tell visitors apart who may look but not touch", () => {
    const prd = plan("A shop with products where visitors can read but not write reviews");
    expect(prd.access?.publicRead).toEqual(["Review"]);
    expect(plan("A recipe site. Only members can add recipes.").access).toBeDefined();
  });

  test("keep what is personal from visitors who see everything", () => {
    const prd = plan(
      "Courses and students of a school. Visitors can see everything, only teachers can change courses.",
    );
    expect(prd.access?.publicRead).toContain("Course");
    expect(prd.access?.publicRead).not.toContain("Student");
    expect(prd.assumptions.join(" ")).toContain("Visitors do not see");
  });

  test("let members of a forum write and keep their own in order, and moderators close what is not theirs", () => {
    const prd = plan(
      "A forum for gardeners where visitors can read everything but only registered members can write. Moderators can pin, lock and delete threads.",
    );
    expect(prd.access).toMatchObject({ signUp: "open", defaultRole: "Member", publicRead: ["Thread", "Reply"] });
    expect(permissions(prd, "Member", "thread")).toEqual({ create: "all", read: "all", update: "own", delete: "own" });
    expect(permissions(prd, "Moderator", "reply")).toEqual(all);
  });

  test("give a forum writers when only moderators are spoken of", () => {
    const prd = plan("A message board with login. Moderators delete discussions.");
    expect(permissions(prd, "Member", "discussion")).toEqual({
      create: "all",
      read: "all",
      update: "own",
      delete: "own",
    });
    expect(permissions(prd, "Moderator", "discussion")).toEqual(all);
  });

  test("keep what one member of a forum writes from the hands of the others", () => {
    const prd = plan("A discussion forum with categories, threads and replies, where members sign in");
    expect(permissions(prd, "Member", "thread")).toEqual({ create: "all", read: "all", update: "own", delete: "own" });
  });

  test("know what is meant by “them”", () => {
    const prd = plan("Visitors can read recipes, but only members can add, edit or delete them.");
    expect(permissions(prd, "Member", "recipe")).toMatchObject({ create: "all", update: "all", delete: "all" });
  });
});

describe("people who look after an account of their own", () => {
  test.each([
    "A phone operator's website with service plans. Users can browse plans, get help and manage their account information.",
    "A study group site. Members can join groups; a personal center shows their personal information.",
    "A shop where customers update their profile and see their orders.",
  ])("sign in, and make it themselves: %s", (prompt) => {
    expect(plan(prompt).access?.signUp).toBe("open");
  });

  test("are not those who keep accounts as records", () => {
    expect(plan("A bank tracker: view accounts, balances and transactions.").access).toBeUndefined();
    expect(plan("A CRM with accounts, contacts and deals. View account details and edit them.").access).toBeUndefined();
  });

  test("do not offer what they are only said to look at", () => {
    const prd = plan("A phone operator's website with service plans. Users can browse plans and manage their profile.");
    expect(permissions(prd, "User", "servicePlan")).toEqual({ read: "all" });
  });
});

describe("sentences that say nothing but who may do what", () => {
  const prompt = "Visitors can see projects. Only staff can edit projects and clients.";

  test("name the records that the app keeps", () => {
    expect(plan(prompt).models.map(({ name }) => name)).toEqual(["Project", "Client"]);
    const { models } = plan("Employees may upload documents. Managers can delete documents.");
    expect(models.map(({ name }) => name)).toContain("Document");
  });

  test("let nobody change what they cannot see", () => {
    expect(permissions(plan(prompt), "Staff", "client")).toEqual({ read: "all", update: "all" });
  });

  test("show what everyone may see without an account", () => {
    const { access } = plan("Everyone can view photos, only members can upload photos.");
    expect(access?.publicRead).toEqual(["Photo"]);
  });

  test("leave to the others what is not reserved", () => {
    const stock = "Stock of a theatre with props and loans.";
    expect(plan(stock, ["Only staff may delete"]).access).toMatchObject({
      defaultRole: "Member",
      rules: [
        { role: "Staff", model: "*", actions: ["create", "read", "update", "delete"] },
        { role: "Member", model: "*", actions: ["create", "read", "update"] },
      ],
    });
    expect(plan(stock, ["Only board members may delete"]).access?.rules).toEqual([
      { role: "Board Member", model: "*", actions: ["create", "read", "update", "delete"] },
      { role: "Member", model: "*", actions: ["create", "read", "update"] },
    ]);
    expect(plan(stock, ["Only admins can delete props"]).access?.rules).toEqual(
      expect.arrayContaining([
        { role: "Member", model: "Prop", actions: ["create", "read", "update"] },
        { role: "Member", model: "Loan", actions: ["create", "read", "update", "delete"] },
      ]),
    );
  });
});

describe("people whom a text tells apart", () => {
  test.each([
    {
      prompt: "School library app. Librarians manage everything, pupils can only see their own loans.",
      role: "Pupil",
      model: "loan",
      may: { read: "own" },
    },
    {
      prompt:
        "internal tool: employees file a request with amount and reason; managers approve or reject; finance sees approved ones and marks them as paid",
      role: "Finance",
      model: "requestRecord",
      may: { read: "all", update: "all" },
    },
    {
      prompt: "employees request time off, their manager approves or declines, HR sees everything. leave requests",
      role: "Employee",
      model: "leaveRequest",
      may: { create: "all", read: "own" },
    },
    {
      prompt: "Website for my yoga studio. Clients should be able to book classes online, teachers see who is coming.",
      role: "Teacher",
      model: "booking",
      may: { read: "all" },
    },
    {
      prompt: "Website for my yoga studio. Clients should be able to book classes online, teachers see who is coming.",
      role: "Client",
      model: "booking",
      may: { create: "all", read: "own" },
    },
    {
      prompt: "Warehouse orders: sales enters orders, the warehouse ships them",
      role: "Warehouse",
      model: "order",
      may: { read: "all", update: "all" },
    },
    {
      prompt: "helpdesk. staff open tickets with category and priority. agents assign, comment and close.",
      role: "Agent",
      model: "ticket",
      may: { read: "all", update: "all" },
    },
    {
      prompt: "helpdesk. staff open tickets with category and priority. agents assign, comment and close.",
      role: "Agent",
      model: "comment",
      may: { create: "all", read: "all" },
    },
    {
      prompt: "Volunteers sign up for shifts, coordinators confirm.",
      role: "Coordinator",
      model: "signUp",
      may: { read: "all", update: "all" },
    },
    {
      prompt: "tiny crm. reps only see their own deals, the sales manager sees all of them",
      role: "Sales Manager",
      model: "deal",
      may: { read: "all" },
    },
  ])("sign in, as $role: $prompt", ({ prompt, role, model, may }) => {
    expect(permissions(plan(prompt), role, model)).toEqual(may);
  });

  test.each([
    "A real estate site with listings. Visitors can filter by price and contact the agent.",
    "A todo app where users can add tasks and mark them as done",
    "Track customer orders, supplier invoices and employee records",
    "A gym site with classes and trainers. Visitors can browse classes and contact us.",
  ])("are not one kind of visitors, nor things: %s", (prompt) => {
    expect(plan(prompt).access).toBeUndefined();
  });

  test("have what others add for them once it is handed over", () => {
    const prd = plan("School library app. Librarians manage everything, pupils can only see their own loans.");
    expect(prd.assumptions).toContain(
      "The loans of pupils are those that were handed over to them, since others add these.",
    );
  });
});

describe("a request that contradicts itself", () => {
  test.each([
    {
      prompt: "no login needed. A wiki for our club, only members may edit pages, everybody can read.",
      sides: ["no login needed", "only members may edit pages"],
    },
    {
      prompt: "Leave requests. Employees submit requests, managers approve requests. Please no accounts.",
      sides: ["managers approve requests", "no accounts"],
    },
  ])("is asked which side holds: $prompt", ({ prompt, sides }) => {
    const question = plan(prompt).openQuestions.find((text) => text.includes("do not go together")) ?? "";
    for (const side of sides) expect(question).toContain(side);
  });

  test("does not, when a later request takes accounts away or only visitors are spared them", () => {
    const later = plan("Employees submit leave requests, managers approve requests.", ["Remove the login."]);
    const spared = plan("A blog with posts. Visitors read posts without an account, editors write posts. Sign in.");
    for (const { openQuestions } of [later, spared]) expect(openQuestions.join()).not.toContain("do not go together");
  });
});
