import { describe, expect, it } from "vitest";
import { readFixtures, sourceOf } from "../fixtures/read-fixtures.ts";
import { parseOutput } from "../parse/parse-output.ts";
import { structuredError, tools, type StructuredError } from "../structured-error.ts";
import { otherRepair, type Pair, sameRepair } from "./pairs.ts";
import { signError } from "./sign-error.ts";

function readReport(report: string): StructuredError {
  const [name, code, ...message] = report.split("|");
  const tool = tools.find((each) => each === name);
  if (tool === undefined || code === undefined) throw new Error(`Not a report: ${report}`);
  return structuredError({ tool, code: code === "null" ? null : code, message: message.join("|") });
}

const meet = ({ one, other }: Pair): boolean => signError(readReport(one)).hash === signError(readReport(other)).hash;

/** Wrongly apart costs a look-up; wrongly together costs a wrong repair. */
const mostApart = 0.1;

describe("signatures of labelled pairs", () => {
  it("are at least sixty", () => {
    expect(sameRepair.length + otherRepair.length).toBeGreaterThanOrEqual(60);
  });

  it("meet where one repair mends both, in nine of ten", () => {
    const apart = sameRepair
      .filter((pair) => !meet(pair))
      .map(({ one, other }) => [signError(readReport(one)).text, signError(readReport(other)).text]);
    expect(apart.length / sameRepair.length, JSON.stringify(apart, null, 1)).toBeLessThanOrEqual(mostApart);
  });

  it("never meet where the repairs differ", () => {
    expect(otherRepair.filter(meet)).toEqual([]);
  });
});

describe("a signature", () => {
  const signedFixtures = readFixtures().flatMap(({ fixture, step, output }) => {
    const [error] = parseOutput(sourceOf(step), output);
    return error === undefined ? [] : [{ fixture, step, ...signError(error) }];
  });

  it.each(["import-wrong-path", "import-default-for-named", "unused-variable", "package-typo", "unterminated-string"])(
    "is the same whichever tool reports %s",
    (fixture) => {
      const hashes = signedFixtures.filter((each) => each.fixture === fixture).map(({ hash }) => hash);
      expect(hashes.length).toBeGreaterThan(1);
      expect(new Set(hashes).size).toBe(1);
    },
  );

  it("is the same in an app with other names", () => {
    const error = structuredError({
      tool: "tsc",
      code: "TS2339",
      file: "src/shared/record-label.ts",
      line: 4,
      message: "Property 'titleFields' does not exist on type 'ModelMeta'.",
    });
    const renamed = {
      ...error,
      file: "src/orders/order-row.ts",
      line: 99,
      message: "Property 'orderLines' does not exist on type 'Invoice'.",
    };
    expect(signError(renamed)).toEqual(signError(error));
  });

  it("holds nothing of the app's own, and stays short", () => {
    const error = structuredError({
      tool: "tsc",
      code: "TS2741",
      message: `Property 'secretPrice' is missing in type '{ acmeOrder: AcmeOrder; }' but required in type '${"AcmeOrder & ".repeat(60)}{}'.`,
    });
    const { text } = signError(error);
    expect(text).not.toMatch(/secret|acme/i);
    expect(text.length).toBeLessThanOrEqual(300);
  });
});
