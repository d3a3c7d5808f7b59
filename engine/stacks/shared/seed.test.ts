import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planFromPrompt } from "#engine/architect/architect.ts";
import { arbitraryPrd, arbitraryPrdWithExamples } from "#engine/prd/arbitrary.ts";
import { inventoryPrd } from "#engine/prd/fixtures/inventory.ts";
import { resolvePrd } from "#engine/prd/resolve.ts";
import type { ResolvedBadge, ResolvedModel } from "#engine/prd/resolved.ts";
import type { Prd } from "#engine/prd/schema.ts";
import { emitMigration } from "../edge/emit-database.ts";
import { emitSeed } from "../edge/emit-seed.ts";
import { words } from "./naming.ts";
import { isPerson } from "./seed-kinds.ts";
import { timePairs } from "./seed-rows.ts";

const prompts = [
  "An inventory tracker with products, suppliers and stock movements, low-stock badges",
  "A clinic with patients, doctors and appointments",
  "A school with students, teachers, courses and grades",
  "A library with books, loans and members",
  "Property management with tenants, leases and rent",
  "An online shop",
  "Project management with tasks, overdue badges",
  "A gym with members, trainers and classes",
];

function planned(prompt: string): Prd {
  const result = planFromPrompt(prompt);
  if (!result.ok) throw new Error(`No plan for "${prompt}".`);
  return result.prd;
}

function load(prd: Prd) {
  const app = resolvePrd(prd);
  const database = new DatabaseSync(":memory:");
  for (const text of [emitMigration(app), emitSeed(app)])
    for (const statement of text.split("--> statement-breakpoint")) database.exec(statement);
  const rowsOf = (model: ResolvedModel): Record<string, unknown>[] =>
    database.prepare(`SELECT * FROM "${model.table}"`).all();
  return { app, database, rowsOf };
}

function condition(model: ResolvedModel, badge: ResolvedBadge): string {
  const field = model.fields.find(({ key }) => key === badge.field);
  const column = `"${field?.column}"`;
  if (badge.operator === "before-today") return `substr(${column}, 1, 10) < date('now')`;
  if (badge.operator === "after-today") return `substr(${column}, 1, 10) > date('now')`;
  const other = model.fields.find(({ key }) => key === badge.otherField);
  if (other) return `${column} ${badge.operator} "${other.column}"`;
  if (typeof badge.value === "string") return `${column} ${badge.operator} '${badge.value.replaceAll("'", "''")}'`;
  return `${column} ${badge.operator} ${Number(badge.value) * (field?.type === "money" ? 100 : 1)}`;
}

const dated: Prd = {
  ...inventoryPrd,
  models: inventoryPrd.models.map((model) =>
    model.name === "Product"
      ? {
          ...model,
          fields: [
            ...model.fields,
            { name: "best before", type: "date", required: false, unique: false },
            { name: "available from", type: "dateTime", required: true, unique: false },
          ],
        }
      : model,
  ),
  badges: [
    ...(inventoryPrd.badges ?? []),
    { model: "Product", label: "Expired", tone: "danger", field: "best before", operator: "before-today" },
    { model: "Product", label: "Soon", tone: "info", field: "available from", operator: "after-today" },
    { model: "Product", label: "Pricey", tone: "info", field: "price", operator: ">=", value: 150 },
    { model: "Product", label: "Paused", tone: "info", field: "active", operator: "=", value: false },
    { model: "Product", label: "Boxes", tone: "info", field: "category", operator: "=", value: "Packaging" },
  ],
};

describe("the example rows", () => {
  test.each([["every operator", dated] as const, ...prompts.map((prompt) => [prompt, planned(prompt)] as const)])(
    "carry each badge at least once and on fewer than half: %s",
    (_, prd) => {
      const { app, database } = load(prd);
      for (const model of app.models) {
        const total = Number(database.prepare(`SELECT count(*) AS n FROM "${model.table}"`).get()?.["n"]);
        for (const badge of model.badges) {
          const row = database
            .prepare(`SELECT count(*) AS n FROM "${model.table}" WHERE ${condition(model, badge)}`)
            .get();
          expect(Number(row?.["n"]), badge.label).toBeGreaterThan(0);
          expect(Number(row?.["n"]) * 2, badge.label).toBeLessThan(total);
        }
      }
    },
  );

  test.each(prompts)("give no person's name to two kinds of people: %s", (prompt) => {
    const { app, rowsOf } = load(planned(prompt));
    const names = app.models
      .filter(isPerson)
      .flatMap((model) => [...new Set(rowsOf(model).map((row) => String(row["name"])))]);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each(prompts)("write a person's e-mail address from the name: %s", (prompt) => {
    const { app, rowsOf } = load(planned(prompt));
    for (const model of app.models.filter(isPerson)) {
      for (const row of rowsOf(model))
        if (typeof row["email"] === "string")
          expect(row["email"].split("@")[0]).toBe(
            String(row["name"])
              .split(" ")
              .map((part) => words(part).join(""))
              .join("."),
          );
    }
  });

  test.each(prompts)("end after they start: %s", (prompt) => {
    const { app, rowsOf } = load(planned(prompt));
    for (const model of app.models) {
      for (const [start, end] of timePairs(model)) {
        for (const row of rowsOf(model)) {
          const [first, second] = [row[start.column], row[end.column]];
          if (typeof first !== "string" || typeof second !== "string") continue;
          expect(first.slice(0, 10) <= second.slice(0, 10), `${model.key}.${end.key}`).toBe(true);
          if (start.type === end.type) expect(first <= second, `${model.key}.${end.key}`).toBe(true);
        }
      }
    }
  });

  test("call appointments by their reason and describe products as products", () => {
    const clinic = load(planned(prompts[1] as string));
    const appointment = clinic.app.models.find(({ key }) => key === "appointment");
    expect(appointment && clinic.rowsOf(appointment)[0]?.["reason"]).toBe("Annual check-up");
    const stock = emitSeed(resolvePrd(inventoryPrd));
    expect(stock.match(/INSERT INTO "products".*/g)?.join("")).not.toContain("e-mail");
  });

  test("stay the same for a model when the models change places", () => {
    const lines = (prd: Prd): string[] =>
      emitSeed(resolvePrd(prd))
        .split("\n")
        .filter((line) => line.startsWith("INSERT"))
        .map((line) => line.replaceAll(/strftime\('%Y-%m-%dT%H:%M:%fZ'[^)]*\)/g, "…"))
        .sort();
    expect(lines({ ...inventoryPrd, models: inventoryPrd.models.toReversed() })).toEqual(lines(inventoryPrd));
  });

  test("load into the schema of any PRD", () => {
    fc.assert(
      fc.property(arbitraryPrd, (prd) => {
        const { database } = load(prd);
        expect(database.prepare("PRAGMA foreign_key_check").all()).toEqual([]);
        database.close();
      }),
      { numRuns: 60, seed: 20_261_121 },
    );
  });

  test("load into the schema of any PRD that brings records of its own, fitting or not", () => {
    fc.assert(
      fc.property(arbitraryPrdWithExamples, (prd) => {
        const { database } = load(prd);
        expect(database.prepare("PRAGMA foreign_key_check").all()).toEqual([]);
        database.close();
      }),
      { numRuns: 60, seed: 20_261_121 },
    );
  });
});
