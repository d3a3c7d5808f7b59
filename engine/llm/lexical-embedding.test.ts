import { describe, expect, test } from "vitest";
import { similarity } from "./embeddings.ts";
import { embedLexically, lexicalEmbedder } from "./lexical-embedding.ts";

const near = (one: string, other: string) => similarity(embedLexically(one), embedLexically(other));

describe("the lexical embedding", () => {
  test("gives one vector of length 1 for each text, always the same", async () => {
    const embedded = await lexicalEmbedder.embed(["A booking of a table", "Invoices"], new AbortController().signal);
    if (!embedded.ok) throw new Error("It cannot fail.");
    const [booking, invoices] = embedded.vectors;
    expect(booking).toHaveLength(512);
    for (const vector of embedded.vectors) expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
    expect(booking).toEqual(embedLexically("A booking of a table"));
    expect(booking).not.toEqual(invoices);
  });

  test("stays what it was, since vectors are stored", () => {
    const vector = embedLexically("Book a table");
    const largest = [...vector.entries()].sort(([, a], [, b]) => Math.abs(b) - Math.abs(a)).slice(0, 3);
    expect(largest.map(([at, value]) => [at, Number(value.toFixed(4))])).toMatchInlineSnapshot(`
      [
        [
          21,
          0.4555,
        ],
        [
          462,
          0.4555,
        ],
        [
          12,
          0.3872,
        ],
      ]
    `);
  });

  test.each([
    ["a form of the word", "invoice", "invoices", "recipe"],
    ["an identifier", "create invoice", "createInvoiceRow(invoice_id)", "deleteRecipeStep(recipe_id)"],
    ["a misspelt word", "restaurant reservation", "restaurent reservations", "quarterly payroll"],
    ["accents and case", "Größe der Bücher", "grosse grösse bücher", "Farbe der Autos"],
    ["a script without spaces", "東京の天気予報", "天気予報", "料理の作り方"],
    ["words among common ones", "how do I export the tasks?", "exportTasks writes tasks as CSV", "how do I sign in?"],
  ])("finds %s", (_what, query, wanted, other) => {
    expect(near(query, wanted)).toBeGreaterThan(near(query, other) + 0.15);
  });

  test("keeps texts apart that share nothing", () => {
    const texts = [
      "monthly invoices by customer",
      "garden plants need water",
      "chess openings for beginners",
      "zip codes",
    ];
    for (const one of texts) {
      for (const other of texts) if (one !== other) expect(Math.abs(near(one, other))).toBeLessThan(0.25);
    }
  });

  test("puts the file that a question is about first", () => {
    const files = [
      "export function BookingForm() { return <form>guests, date, table</form> }",
      "export const invoiceSchema = z.object({ amount: z.number(), dueDate: z.iso.date() })",
      "body { font-family: sans-serif; color: var(--text) } button { background: var(--accent) }",
      "export async function signIn(email: string, password: string): Promise<Session> {}",
    ];
    const best = (query: string) =>
      files.toSorted((a, b) => near(query, b) - near(query, a)).map((file) => files.indexOf(file))[0];
    expect(best("add a field for the number of guests to the booking form")).toBe(0);
    expect(best("invoices need a due date")).toBe(1);
    expect(best("make the button's background green")).toBe(2);
    expect(best("sign in with email and password fails")).toBe(3);
  });

  test("tells the order of words a little, and the number of times less and less", () => {
    expect(near("dog bites man", "dog bites man today")).toBeGreaterThan(near("dog bites man", "man bites dog today"));
    expect(near("tax", "tax tax tax tax report")).toBeGreaterThan(near("tax", "tax report"));
  });

  test.each(["", "   ", "… — !"])("gives %j, which says nothing, no direction", (text) => {
    expect(near(text, text)).toBe(0);
    expect(near(text, "anything")).toBe(0);
  });
});
