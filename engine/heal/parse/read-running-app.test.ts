import { describe, expect, it } from "vitest";
import { classifyError } from "../classify/classify-error.ts";
import { readHealthAnswer } from "./read-health-answer.ts";
import { readPageProblem } from "./read-page-problem.ts";

const problems = [
  {
    name: "an exception with a place of the project",
    problem: {
      path: "/products",
      kind: "exception",
      text: "TypeError: Cannot read properties of undefined (reading 'map')\n    at ListPage (http://127.0.0.1:4173/src/client/pages/list.tsx?t=1:14:9)",
    },
    known: { code: "TypeError", file: "src/client/pages/list.tsx", line: 14, column: 9 },
    leaf: "runtime/exception",
  },
  {
    name: "a numbered error of React",
    problem: {
      path: "/",
      kind: "console",
      text: "Uncaught Error: Minified React error #418; visit https://react.dev/errors/418",
    },
    known: { code: "REACT418", file: null },
    leaf: "runtime/exception",
  },
  {
    name: "an answer with an error",
    problem: { path: "/", kind: "response", text: "500 GET /api/products" },
    known: { code: "HTTP500" },
    leaf: "runtime/exception",
  },
  {
    name: "a request that got no answer",
    problem: { path: "/", kind: "request", text: "GET https://api.example.com/rates net::ERR_NAME_NOT_RESOLVED" },
    known: { code: "request" },
    leaf: "network/service",
  },
  {
    name: "a page that stayed empty",
    problem: { path: "/about", kind: "empty", text: "" },
    known: { code: "empty", message: "The page /about stayed empty." },
    leaf: "runtime/exception",
  },
] as const;

describe("what a browser met", () => {
  it.each(problems)("reads $name", ({ problem, known, leaf }) => {
    const error = readPageProblem(problem);
    expect(error).toMatchObject(known);
    expect(classifyError(error).leaf).toBe(leaf);
  });
});

describe("a health check", () => {
  it("says that nothing answered", () => {
    const error = readHealthAnswer({ path: "/api/health", status: null, text: "connect ECONNREFUSED 127.0.0.1:3000" });
    expect(error).toMatchObject({ tool: "health", code: "ECONNREFUSED" });
    expect(classifyError(error).leaf).toBe("network/service");
  });

  it("says what was answered", () => {
    const error = readHealthAnswer({ path: "/api/health", status: 500, text: "no such table: products" });
    expect(error.message).toBe("/api/health answered 500: no such table: products");
  });
});
