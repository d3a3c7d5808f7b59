import { describe, expect, it } from "vitest";
import { fillVariables, variablesOf } from "#protocol/prompt-variables.ts";
import { planFromPrompt } from "#engine/architect/architect.ts";
import { drawSketch } from "#engine/sketch/draw-sketch.ts";
import { templateColours, valueOfColour } from "./colours.ts";
import type { Template } from "./template.ts";
import { templatesByCategory } from "./templates.ts";

const all = Object.values(templatesByCategory).flat();
const presets = ({ variables }: Template): Record<string, string> =>
  Object.fromEntries(variables.map(({ name, preset }) => [name, preset]));

/** Each preset once, and each choice once with the other presets. */
function fillings(template: Template): Record<string, string>[] {
  const base = presets(template);
  const others = template.variables.flatMap(({ name, choices = [] }) =>
    choices.map((choice) => ({ ...base, [name]: choice })),
  );
  return [base, ...others];
}

/** True of every app that asks for neither. */
const usual = /^(Accounts, sign-in|Sending email)/;

describe("the templates", () => {
  it("are at least two dozen, each with an id and a title of its own", () => {
    expect(all.length).toBeGreaterThanOrEqual(24);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(new Set(all.map(({ title }) => title)).size).toBe(all.length);
  });

  it.each(all)("$id: the prompt has exactly the places that its form asks for", (template) => {
    expect(variablesOf(template.prompt).toSorted()).toEqual(template.variables.map(({ name }) => name).toSorted());
    for (const { choices, preset } of template.variables) if (choices) expect(choices).toContain(preset);
  });

  it.each(all)("$id: the offline architect understands all of it", (template) => {
    for (const values of fillings(template)) {
      const planned = planFromPrompt(fillVariables(template.prompt, values));
      if (!planned.ok) throw new Error(planned.message);
      const { prd } = planned;
      const said = JSON.stringify(values);
      expect(
        prd.outOfScope.filter((remark) => !usual.test(remark)),
        said,
      ).toEqual([]);
      expect(prd.openQuestions, said).toEqual([]);
      expect(prd.name, said).toBe(values["name"]);
      expect(
        prd.models.map(({ name }) => name),
        said,
      ).toEqual(expect.arrayContaining([...template.models]));
      expect(prd.theme.primary, said).toBe(valueOfColour(values["colour"] ?? ""));
    }
  });

  it.each(templateColours)("may be $name", ({ name, value }) => {
    const [template] = all;
    if (!template) throw new Error("There is no template.");
    const planned = planFromPrompt(fillVariables(template.prompt, { ...presets(template), colour: name }));
    expect(planned.ok && planned.prd.theme.primary).toBe(value);
    expect(planned.ok && planned.prd.outOfScope.filter((remark) => !usual.test(remark))).toEqual([]);
  });

  it("offer each preset among the colours", () => {
    const offered = templateColours.map(({ name }) => name);
    for (const template of all) expect(offered).toContain(presets(template)["colour"]);
  });

  it("each have a picture of their own", () => {
    const pictures = all.map((template) => {
      const planned = planFromPrompt(fillVariables(template.prompt, presets(template)));
      return planned.ok ? drawSketch(planned.prd) : "";
    });
    expect(new Set(pictures).size).toBe(all.length);
  });
});
