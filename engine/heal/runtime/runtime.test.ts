import { describe, expect, it } from "vitest";
import { namePage } from "./name-page.ts";
import { readAppFault, type ReportedFault } from "./read-app-fault.ts";
import { scrubStack, scrubText } from "./scrub-text.ts";

const texts: readonly { what: string; text: string; left: string }[] = [
  {
    what: "keeps names of code",
    text: "TypeError: Cannot read properties of undefined (reading 'map')",
    left: "TypeError: Cannot read properties of undefined (reading 'map')",
  },
  {
    what: "keeps names of tables",
    text: "D1_ERROR: no such table: order_items: SQLITE_ERROR",
    left: "D1_ERROR: no such table: order_items: SQLITE_ERROR",
  },
  {
    what: "drops e-mail addresses",
    text: "Error: ada.lovelace+x@example.co.uk is taken",
    left: "Error: <e-mail> is taken",
  },
  {
    what: "drops quoted words of people, closed or not",
    text: `SyntaxError: Unexpected token 'D', "Dear Mr. Mi"... is not valid JSON`,
    left: `SyntaxError: Unexpected token 'D', "…"... is not valid JSON`,
  },
  { what: "knows other quotes", text: "Error: “Ada Love” and «Bob Hope»", left: 'Error: "…" and "…"' },
  { what: "drops what a cut quote holds", text: 'Error: bad name "Ada Love', left: 'Error: bad name "…"' },
  {
    what: "knows an apostrophe from a quote",
    text: "Error: can't read Ada's map",
    left: "Error: can’t read Ada’s map",
  },
  {
    what: "drops telephone numbers",
    text: "Error: +43 660 123-4567 is no extension",
    left: "Error: <number> is no extension",
  },
  { what: "drops card numbers", text: "Error: 4111111111111111 declined", left: "Error: <number> declined" },
  { what: "keeps short numbers", text: "RangeError: 404 of 12", left: "RangeError: 404 of 12" },
  { what: "drops data", text: 'Error: bad row {"name":"Ada","age":36}', left: "Error: bad row {…}" },
  { what: "drops queries of addresses", text: "Failed /api/people?search=ada%20l now", left: "Failed /api/people now" },
  { what: "drops tokens", text: "Error: eyJhbGciOiJIUzI1NiJ9abc123 expired", left: "Error: <id> expired" },
  {
    what: "drops parameters of a query",
    text: "Failed query: select ?\nparams: [1,Ada]",
    left: "Failed query: select ? params: {…}",
  },
];

describe("scrubbing", () => {
  it.each(texts)("$what", ({ text, left }) => {
    expect(scrubText(text)).toBe(left);
  });

  it("leaves at most 300 characters, in well-formed text", () => {
    expect(scrubText(`a ${"b ".repeat(4_000)}`)).toHaveLength(300);
    expect(scrubText(`${"a".repeat(15)} ${"é ".repeat(141)}😀`).isWellFormed()).toBe(true);
  });

  it("comes to an end over text that is made to keep it busy", () => {
    for (const bit of ["1 ", "a@", "[a,", "'", "{", "a.", "?=", "-1"]) {
      expect(scrubText(bit.repeat(4_000)).length).toBeLessThanOrEqual(300);
    }
  });

  it("keeps the frames of a stack and nothing else", () => {
    const stack = [
      "TypeError: Ada Lovelace is not a function",
      "    at save (https://shop--preview.example.com/assets/index-B3kf.js?v=1:12:904512)",
      "    at async Promise.all (index 0)",
      "    at https://shop--preview.example.com/assets/index-B3kf.js:1:2",
      "load@https://shop.example.com/src/client/pages/list.tsx:14:9",
      "and something else",
    ].join("\n");
    expect(scrubStack(stack)).toEqual([
      "at save (/assets/index-B3kf.js:12:904512)",
      "at /assets/index-B3kf.js:1:2",
      "at load (/src/client/pages/list.tsx:14:9)",
    ]);
  });
});

describe("the name of a page", () => {
  it.each([
    ["/", "/"],
    ["/customers/", "/customers"],
    ["/customers/42", "/customers/:id"],
    ["/customers/k3f9x2m1q8zt/edit?tab=orders#notes", "/customers/:id/edit"],
    ["/low-stock-items", "/low-stock-items"],
    ["/people/ada@example.com", "/people/:value"],
    ["/search/Ada%20Lovelace", "/search/:value"],
    ["//a//b", "/a/b"],
  ])("of %s is %s", (path, name) => {
    expect(namePage(path)).toBe(name);
  });
});

const thrown: ReportedFault = {
  kind: "exception",
  page: "/products/42?q=ada",
  text: "TypeError: Cannot read properties of undefined (reading 'map')",
  stack: "TypeError: x\n    at List (https://a.example.com/src/client/pages/list.tsx:14:9)",
  clicked: { what: "button", name: 'Save "all"' },
};

describe("a reported fault", () => {
  it("has its page, what was clicked, and an error with its place", () => {
    expect(readAppFault(thrown)).toMatchObject({
      page: "/products/:id",
      clicked: "“Save all”",
      route: null,
      error: { tool: "browser", code: "TypeError", file: "src/client/pages/list.tsx", line: 14 },
    });
  });

  it("is the same problem on another page, after another click, and when it was logged or rejected", () => {
    const { signature } = readAppFault(thrown);
    for (const other of [
      { ...thrown, page: "/orders", clicked: undefined },
      { ...thrown, kind: "console" as const },
      { ...thrown, kind: "rejection" as const, stack: "" },
    ]) {
      expect(readAppFault(other).signature).toBe(signature);
    }
  });

  it("is another problem with other words, and on another route", () => {
    const text = "500 POST /api/orders";
    const failed = (path: string) =>
      readAppFault({ kind: "response", page: "/", text, request: { method: "POST", path } });
    const signatures = [
      readAppFault(thrown).signature,
      readAppFault({ ...thrown, text: "TypeError: Cannot read properties of undefined (reading 'name')" }).signature,
      failed("/api/orders").signature,
      failed("/api/customers").signature,
    ];
    expect(new Set(signatures).size).toBe(4);
    expect(failed("/api/orders/42")).toMatchObject({ route: "POST /api/orders/:id", error: { code: "HTTP500" } });
  });

  it("of the server has its words and its frames, and no place in a bundle", () => {
    const fault = readAppFault({
      kind: "server",
      page: "/api/orders/42",
      text: "TypeError: rows.at is not a function",
      stack: "TypeError: x\n    at list (app/server/index.js:120:9)",
      request: { method: "GET", path: "/api/orders/42" },
    });
    expect(fault).toMatchObject({
      page: null,
      route: "GET /api/orders/:id",
      error: { tool: "workerd", code: "TypeError", file: null, message: "TypeError: rows.at is not a function" },
    });
    expect(fault.error.excerpt).toContain("at list (app/server/index.js:120:9)");
  });

  it("does not repeat what a page calls its button when that looks like somebody's", () => {
    const clicked = { what: "link", name: "Write to ada@example.com" } as const;
    expect(readAppFault({ ...thrown, clicked }).clicked).toBe("“Write to <e-mail>”");
    expect(readAppFault({ ...thrown, clicked: { what: "link" } }).clicked).toBe("a link");
  });
});
