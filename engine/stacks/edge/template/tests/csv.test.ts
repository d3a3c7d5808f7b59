import { describe, expect, test } from "vitest";
import { matchColumns, readCsvRow, type RecordNames, toCsvRows } from "../src/shared/csv-records.ts";
import { CsvError, parseCsv, printCsv } from "../src/shared/csv.ts";
import type { ApiPage, BatchResult, ModelMeta } from "../src/shared/model.ts";
import { models } from "../src/shared/models.ts";
import { startApp, type TestApp } from "./app.ts";
import { sampleValues } from "./sample.ts";

describe("a CSV file", () => {
  test.each([
    { name: "plain cells", text: "a,b\r\nc,d\r\n", rows: [["a", "b"], ["c", "d"]] },
    { name: "quotes, separators and line breaks in quotes", text: '"a ""b""","c,\nd"', rows: [['a "b"', "c,\nd"]] },
    { name: "a byte order mark", text: "\uFEFFa\nb", rows: [["a"], ["b"]] },
    { name: "old line breaks", text: "a\rb\r", rows: [["a"], ["b"]] },
    { name: "semicolons", text: 'a;"b;c"\n1,5;2', rows: [["a", "b;c"], ["1,5", "2"]] },
    { name: "tabs", text: "a\tb\n1\t2", rows: [["a", "b"], ["1", "2"]] },
    { name: "empty cells and no empty lines", text: "a,\n\n,b\n", rows: [["a", ""], ["", "b"]] },
    { name: "nothing", text: "", rows: [] },
  ])("is read with $name", ({ text, rows }) => {
    expect(parseCsv(text)).toEqual(rows);
  });

  test("is printed so that it reads the same", () => {
    const rows = [["plain", 'with "quotes"', "a,b;c\td"], ["two\r\nlines", " edges ", "Größe 商品"], ["", "", "x"]];
    expect(parseCsv(printCsv(rows))).toEqual(rows);
    expect(parseCsv(printCsv([["only column"], [""], ["x"]]))).toEqual([["only column"], [""], ["x"]]);
  });

  test("with an open quote is refused with its line", () => {
    expect(() => parseCsv('a\n"b\nc')).toThrow(CsvError);
    expect(() => parseCsv('a\n"b\nc')).toThrow(/line 2/);
  });
});

/** Every record's name, as the import page collects them. */
async function recordNames(app: TestApp): Promise<RecordNames> {
  const names = new Map<string, Map<string, string[]>>();
  for (const model of models) {
    const ids = new Map<string, string[]>();
    const { items } = (await app.call<ApiPage>("GET", `/${model.slug}?pageSize=100`)).body;
    for (const { id, _label } of items) ids.set(_label, [...(ids.get(_label) ?? []), id]);
    names.set(model.key, ids);
  }
  return names;
}

describe.each(models.map((model) => ({ name: model.label, model })))("$name", ({ model }: { model: ModelMeta }) => {
  test("is exported to rows that are read back as the same values", async () => {
    const app = startApp({ seeded: true });
    const names = await recordNames(app);
    const { items } = (await app.call<ApiPage>("GET", `/${model.slug}?pageSize=100`)).body;
    const [header = [], ...rows] = parseCsv(printCsv(toCsvRows(model, items)));
    const match = matchColumns(model, header);
    expect(Object.keys(match)).toHaveLength(model.fields.length);
    for (const [at, row] of rows.entries()) {
      const { values, errors } = readCsvRow(model, match, row, names);
      // Two records of one name cannot be told apart.
      if (Object.values(errors).some((message) => message.startsWith("Several "))) continue;
      for (const field of model.fields) {
        const message = errors[field.key];
        const stored = items[at]?.[field.key];
        // An empty cell leaves the choice to the default.
        if (stored !== null) expect([field.label, values[field.key], message]).toEqual([field.label, stored, undefined]);
      }
    }
  });

  test("is imported row by row, and a refused row leaves the others standing", async () => {
    const app = startApp();
    const path = `/${model.slug}/batch`;
    const create = [await sampleValues(app, model), { notAField: 1 }, await sampleValues(app, model)];
    const before = (await app.call<ApiPage>("GET", `/${model.slug}`)).body.total;
    const { status, body } = await app.call<{ results: BatchResult[] }>("POST", path, { create });
    expect(status).toBe(200);
    expect(body.results.map((result) => "id" in result)).toEqual([true, false, true]);
    expect(body.results[1]).toMatchObject({ fields: { notAField: "There is no such field." } });
    expect((await app.call<ApiPage>("GET", `/${model.slug}`)).body.total).toBe(before + 2);
    expect((await app.call("POST", path, { create: [] })).status).toBe(400);
  });
});
