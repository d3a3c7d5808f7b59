import { describe, expect, it } from "vitest";
import type { AttachmentKind } from "#engine/attachments/attachment.ts";
import { inferTable } from "#engine/attachments/csv/infer-table.ts";
import { prdSchema } from "#engine/prd/schema.ts";
import { planFromPrompt } from "./architect.ts";
import type { PlanFile } from "./read-tables.ts";

const csv = `Customer ID,Full Name,E-Mail,Company,Status,Signed up,Balance
C-1,Ada Lovelace,ada@example.com,Analytical,Active,2026-01-05,€10.50
C-2,Alan Turing,alan@example.com,Bletchley,Active,2026-02-05,€0.00
C-3,Grace Hopper,grace@example.com,Navy,Inactive,2026-03-05,€99.00
C-4,Edsger Dijkstra,edsger@example.com,THE,Active,2026-04-05,€1.00
C-5,Barbara Liskov,barbara@example.com,MIT,Active,2026-05-05,€2.00`;
const { table, notes } = inferTable("customers.csv", csv);
const customers: PlanFile = { name: "customers.csv", kind: "csv", tables: [table], notes };
const file = (name: string, kind: AttachmentKind): PlanFile => ({ name, kind, tables: [], notes: [] });

function plan(prompt: string, files: readonly PlanFile[], corrections: readonly string[] = []) {
  const result = planFromPrompt(prompt, { files, corrections });
  if (!result.ok) throw new Error(result.message);
  return { ...prdSchema.parse(result.prd), decisions: result.decisions };
}
const columns = ["customer id", "full name", "email", "company", "status", "signed up", "balance"];

describe("a table that comes with a request", () => {
  const prd = plan("make a CRM from this", [customers]);
  const customer = prd.models.find(({ name }) => name === "Customer");

  it("is planned as a model with its columns, and its rows as the first records", () => {
    expect(customer?.fields.map(({ name }) => name)).toEqual(columns);
    expect(customer?.fields.map(({ type }) => type)).toEqual([
      "text",
      "text",
      "email",
      "text",
      "enum",
      "date",
      "money",
    ]);
    expect(customer?.examples).toHaveLength(5);
    expect(customer?.examples?.[0]).toEqual({
      "customer id": "C-1",
      "full name": "Ada Lovelace",
      email: "ada@example.com",
      company: "Analytical",
      status: "Active",
      "signed up": "2026-01-05",
      balance: 10.5,
    });
    expect(prd.decisions).toContainEqual({
      question: "What becomes of customers.csv?",
      choice: "The model Customer with its 7 columns as fields",
      reason: "it is a table; its 5 rows are the example records",
    });
  });

  it("stands among the things of the domain that the prompt names, and none of them twice", () => {
    expect(prd.models.map(({ name }) => name)).toEqual(["Customer", "Deal", "Activity"]);
    expect(prd.relationships).toContainEqual(expect.objectContaining({ from: "Customer", to: "Deal" }));
  });

  it("says in which money it counts", () => {
    expect(prd.assumptions).toContain("customers.csv: Amounts are in EUR.");
  });

  it("gets the fields that the prompt adds, and keeps its own names", () => {
    const { models } = plan("Customers with a phone number, a plan and an email", [customers]);
    const fields = models.find(({ name }) => name === "Customer")?.fields.map(({ name }) => name);
    expect(fields?.slice(0, columns.length)).toEqual(columns);
    expect(fields).toContain("phone number");
    expect(fields?.filter((name) => name.includes("mail"))).toEqual(["email"]);
  });

  it("is left out when a later request says so, and keeps its records when it is renamed", () => {
    const without = plan("make a CRM from this", [customers], ["Remove the customers"]);
    expect(without.models.map(({ name }) => name)).not.toContain("Customer");
    const renamed = plan("An app for my customers", [customers], ["Rename customers to clients"]);
    const client = renamed.models.find(({ name }) => name === "Client");
    expect(client?.formerly).toEqual(["Customer"]);
    expect(client?.examples).toHaveLength(5);
  });

  it("may be of anything", () => {
    const beans = inferTable(
      "bean_roasts.csv",
      "bean,roast level,roasted on\nSidamo,Light,2026-01-01\nHuila,Dark,2026-01-02",
    );
    const { models } = plan("an app for these", [
      { name: "bean_roasts.csv", kind: "csv", tables: [beans.table], notes: [] },
    ]);
    expect(models.map(({ name }) => name)).toEqual(["Bean Roast"]);
    expect(models[0]?.examples).toHaveLength(2);
  });
});

describe("what rules cannot read", () => {
  it("is said in the plan, and not passed over", () => {
    const { openQuestions, assumptions } = plan("A todo app", [
      file("sketch.png", "image"),
      file("code.zip", "zip"),
      file("brief.pdf", "pdf"),
    ]);
    expect(openQuestions[0]).toContain("sketch.png was not looked at: the built-in architect cannot see pictures.");
    expect(openQuestions[1]).toContain("code.zip was not used");
    expect(assumptions).toContain("brief.pdf was read as part of the request.");
  });
});

describe("tables that speak of each other", () => {
  const tableOf = (name: string, text: string): PlanFile => ({
    name,
    kind: "csv",
    tables: [inferTable(name, text).table],
    notes: [],
  });
  const projects = tableOf("projects.csv", "id,name,budget\n7,Roof,100\n8,Garden,200");
  it.each([
    ["names", "title,project\nTiles,Roof\nGate,Garden\nGutter,roof\nOther,"],
    ["ids", "title,project_id\nTiles,7\nGate,8\nGutter,7\nOther,"],
  ])("by %s are related, and their records as well", (_what, tasks) => {
    const { models, relationships } = plan("Track this", [projects, tableOf("tasks.csv", tasks)]);
    expect(models.map(({ name, fields }) => `${name}: ${fields.map((field) => field.name).join(", ")}`)).toEqual([
      "Project: name, budget",
      "Task: title",
    ]);
    expect(relationships).toEqual([
      { from: "Project", to: "Task", kind: "one-to-many", name: "project", required: false },
    ]);
    expect(models[1]?.examples).toEqual([
      { title: "Tiles", project: "Roof" },
      { title: "Gate", project: "Garden" },
      { title: "Gutter", project: "Roof" },
      { title: "Other", project: null },
    ]);
  });

  it("are not read as the tables of a restaurant", () => {
    expect(plan("Project tracking with these tables", [projects]).models.map(({ name }) => name)).not.toContain(
      "Table",
    );
  });
});
