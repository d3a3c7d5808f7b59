import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prdFieldSchema } from "#engine/prd/schema.ts";
import { inferTable, modelName } from "./infer-table.ts";
import { chooseDelimiter, looksLikeTable, parseCsv } from "./parse-csv.ts";

const customers = `Customer ID,Full Name,E-Mail,Plan,Signed up,Balance,Active,Website,Phone,Notes
C-001,"Lovelace, Ada",ada@example.com,Pro,2026-01-05,"$1,250.50",yes,https://ada.example.com,+44 20 7946 0000,"Prefers mail.
Never call on Fridays."
C-002,Alan Turing,alan@example.com,Free,2026-02-11,$0.00,no,,+44 20 7946 0001,
C-003,Grace Hopper,grace@example.com,Pro,2026-02-28,$310.00,yes,https://grace.example.com,+1 555 0100,
C-004,Edsger Dijkstra,edsger@example.com,Free,2026-03-01,$12.25,yes,,+31 20 555 0100,
C-005,Barbara Liskov,barbara@example.com,Pro,2026-03-09,$99.99,no,,+1 555 0101,
C-006,Donald Knuth,donald@example.com,Pro,2026-03-19,$1.00,yes,,+1 555 0102,`;

describe("a table of a file", () => {
  const { table, notes } = inferTable("customers.csv", customers);
  const field = (name: string) => table.fields.find((candidate) => candidate.name === name);

  it("becomes a model with the fields of its header, typed by what stands below", () => {
    expect(table.name).toBe("Customer");
    expect(table.fields.map(({ name, type }) => `${name}: ${type}`)).toEqual([
      "customer id: text",
      "full name: text",
      "email: email",
      "plan: enum",
      "signed up: date",
      "balance: money",
      "active: boolean",
      "website: url",
      "phone: phone",
      "notes: longText",
    ]);
    expect(field("plan")).toMatchObject({ values: ["Pro", "Free"], required: true });
    expect(field("customer id")).toMatchObject({ required: true });
    expect(field("email")).toMatchObject({ required: true, unique: true });
    expect(field("website")).toMatchObject({ required: false });
    expect(notes).toEqual([]);
  });

  it("keeps its rows as values of those types", () => {
    expect(table.rowCount).toBe(6);
    expect(table.rows[0]).toEqual({
      "customer id": "C-001",
      "full name": "Lovelace, Ada",
      email: "ada@example.com",
      plan: "Pro",
      "signed up": "2026-01-05",
      balance: 1250.5,
      active: true,
      website: "https://ada.example.com",
      phone: "+44 20 7946 0000",
      notes: "Prefers mail.\nNever call on Fridays.",
    });
    expect(table.rows[1]?.["website"]).toBeNull();
  });

  it.each([
    ["numbers as written on the continent", "Betrag;Stück\n1.234,50;3\n2,00;4", ["decimal", "integer"], [1234.5, 3]],
    [
      "codes with leading zeros as text",
      "zip,town\n02139,Cambridge\n10001,New York",
      ["text", "text"],
      ["02139", "Cambridge"],
    ],
    ["days before months where only that can be", "due\n25/03/2026\n01/04/2026", ["date"], ["2026-03-25"]],
    ["days before months between dots", "due\n01.04.2026\n02.04.2026", ["date"], ["2026-04-01"]],
    ["months before days otherwise", "due\n03/25/2026\n04/01/2026", ["date"], ["2026-03-25"]],
    ["written dates", 'due\n3 Mar 2026\n"April 4, 2026"', ["date"], ["2026-03-03"]],
    ["instants", "seen at\n2026-01-02 03:04\n2026-01-02T03:04:05Z", ["dateTime"], ["2026-01-02T03:04:00.000Z"]],
    ["a column that is not of one kind as text", "size\n12\nlarge", ["text"], ["12"]],
    ["1 and 0 as yes and no in a column that asks", "is active\n1\n0", ["boolean"], [true]],
    ["numbers beyond what the apps take as text", "serial\n99999999999\n1", ["text"], ["99999999999"]],
  ])("reads %s", (_what, text, types, row) => {
    const { table } = inferTable("x.csv", text);
    expect(table.fields.map(({ type }) => type)).toEqual(types);
    expect(Object.values(table.rows[0] ?? {}).slice(0, row.length)).toEqual(row);
  });

  it("numbers the columns where the first row is no header", () => {
    const { table, notes } = inferTable("x.csv", "1,ada@example.com\n2,alan@example.com");
    expect(table.fields.map(({ name }) => name)).toEqual(["column 1", "column 2"]);
    expect(table.rowCount).toBe(2);
    expect(notes).toEqual(["The first row is no header, so the columns are numbered."]);
  });

  it("leaves out what every record has anyway, and tells twins apart", () => {
    const { table } = inferTable("x.csv", "id,created_at,name,Name \n1,2026-01-01,a,b\n2,2026-01-02,c,d");
    expect(table.fields.map(({ name }) => name)).toEqual(["column 1", "column 2", "column 3", "column 4"]);
    const headed = inferTable("x.csv", "id,created_at,first name,firstName\n1,2026-01-01,a,b\n2,2026-01-02,c,d");
    expect(headed.table.fields.map(({ name }) => name)).toEqual(["first name", "first name 2"]);
  });

  it("keeps foreign headers as labels", () => {
    const { table } = inferTable("x.csv", "Größe,名前\nXL,花子");
    expect(table.fields).toMatchObject([
      { name: "grosse", label: "Größe" },
      { name: "column 2", label: "名前" },
    ]);
  });

  it("is a valid model whatever the file holds", () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom("", "1", "0", "yes", "a@b.co", "2026-01-01", "$5", '"', "é"),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 12 }), (rows) => {
        const text = rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(",")).join("\n");
        let table;
        try {
          ({ table } = inferTable("data.csv", text));
        } catch (error) {
          expect((error as Error).name).toBe("UnreadableFile");
          return;
        }
        for (const field of table.fields) prdFieldSchema.parse(field);
        const names = table.fields.map(({ name }) => name);
        expect(new Set(names).size).toBe(names.length);
        for (const row of table.rows) expect(Object.keys(row)).toEqual(names);
      }),
      { numRuns: 300, seed: 20_261_121 },
    );
  });
});

it.each([
  ["customers.csv", "Customer"],
  ["customers_export-2026-05 (2).csv", "Customer"],
  ["backup/StockMovements.csv", "Stock Movement"],
  ["2026.csv", "Record"],
  ["名前.csv", "Record"],
])("a table from %s is called %s", (file, name) => {
  expect(modelName(file)).toBe(name);
});

describe("separated values", () => {
  it.each([
    ["a,b\n1,2", ","],
    ['a;b\n"1,5";2', ";"],
    ["a\tb\n1\t2", "\t"],
    ["a|b\n1|2", "|"],
    ["one column", ","],
  ])("are cut where %j cuts", (text, delimiter) => {
    expect(chooseDelimiter(text)).toBe(delimiter);
  });

  it("may hold quotes, delimiters and line ends in quotes", () => {
    expect(parseCsv('a,b\r\n"x ""y"", z","1\n2"\r\n\r\n').rows).toEqual([
      ["a", "b"],
      ['x "y", z', "1\n2"],
    ]);
  });

  it("are told from prose with commas", () => {
    const prose =
      "Dear all, this is a long letter about many things that nobody reads,\nas letters are, and so on.\nYours, Ada";
    expect(looksLikeTable(prose, false)).toBe(false);
    expect(looksLikeTable("name,age\nAda,36\nAlan,41", false)).toBe(true);
  });
});
