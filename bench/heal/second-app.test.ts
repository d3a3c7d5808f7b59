import { describe, expect, it } from "vitest";
import { diagnose } from "./heal-app.ts";
import { rebuildApp } from "./broken-app.ts";
import { readCorpus } from "./corpus-file.ts";
import { secondApp } from "./second-app.ts";

/** Some that are broken in the template, and some in what follows from the plan. */
const apps = readCorpus("development")
  .filter(({ faults }) => faults.length === 1)
  .slice(0, 12)
  .flatMap((record) => {
    const app = rebuildApp(record);
    const error = diagnose(record.runs[0]?.failed ?? {}).causes?.[0]?.error;
    return app === null || error === undefined ? [] : [{ app, error }];
  });

describe("the second app with the same fault", () => {
  it("has other names, and is broken in the same files alone", () => {
    expect(apps.length).toBeGreaterThan(5);
    for (const { app, error } of apps) {
      const second = secondApp(app, [error]);
      if (second === null) continue;
      const differ = [...second.scaffold]
        .filter(([path, text]) => second.broken.get(path) !== text)
        .map(([path]) => path);
      expect(differ).toEqual(app.changed.filter((path) => second.broken.has(path)));
      expect([...second.scaffold].some(([path, text]) => app.scaffold.get(path) !== text)).toBe(true);
    }
  });

  it("is told of by the same tool, in the same file, in the same words but for names", () => {
    for (const { app, error } of apps) {
      const [moved] = secondApp(app, [error])?.errors ?? [];
      if (moved === undefined) continue;
      expect(moved).toMatchObject({ tool: error.tool, code: error.code, file: error.file });
      const unquoted = (text: string): string => text.replaceAll(/['"`][^'"`]*['"`]/g, "…");
      expect(unquoted(moved.message)).toBe(unquoted(error.message));
    }
  });
});
