import { describe, expect, test } from "vitest";
import { modelOf } from "../src/shared/lookup.ts";
import { signupSettings } from "../src/shared/signup/settings.ts";
import { startApp } from "./app.ts";
import { createSample, sampleValues } from "./sample.ts";

describe.each(Object.entries(signupSettings.targets))("signing up for %s", (target, signup) => {
  const entries = modelOf(signup.entries);

  test("asks for everything that has to be known, and keeps it with what it is for", async () => {
    const app = startApp();
    const id = await createSample(app, modelOf(target));
    const sample = await sampleValues(app, entries);
    const known = [...signup.asked, ...signup.stamped];
    const values = Object.fromEntries(Object.entries(sample).filter(([key]) => known.includes(key)));
    const answer = await app.call("POST", `/${entries.slug}`, { ...values, [signup.field]: id });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ [signup.field]: id });
  });
});
