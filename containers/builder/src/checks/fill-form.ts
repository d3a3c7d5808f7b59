// Fills the form of a page as a person in a hurry would: what is required, with something plausible.
import type { Locator, Page } from "playwright-core";

const waitMs = 15_000;

/** Text by the hint the control gives; a random part keeps unique fields unique. */
function valueFor(type: string, mode: string, mark: string): string {
  const texts: Readonly<Record<string, string>> = {
    date: "2030-06-15",
    "datetime-local": "2030-06-15T10:00",
    time: "10:00",
    month: "2030-06",
    email: `check-${mark}@example.com`,
    url: `https://example.com/${mark}`,
    tel: "+1 555 010 0199",
    number: "3",
    color: "#336699",
  };
  if (mode === "numeric" || mode === "decimal") return "3";
  return texts[type] ?? `Check ${mark}`;
}

async function isRequired(control: Locator): Promise<boolean> {
  return control.evaluate(
    (element) => element.hasAttribute("required") || element.getAttribute("aria-required") === "true",
  );
}

/** A picker with a search: opens it and takes the first offer. The options of a select are options as well, so by its list. */
async function choose(page: Page, control: Locator): Promise<void> {
  await control.click({ timeout: waitMs });
  const list = await control.getAttribute("aria-controls");
  const offers = page.locator(list === null ? "[role=option]" : `[id="${list}"] [role=option]`);
  await offers.first().click({ timeout: waitMs });
}

async function fillControl(page: Page, control: Locator, mark: string): Promise<void> {
  const { tag, type, mode, role, filled } = await control.evaluate((element) => ({
    tag: element.tagName.toLowerCase(),
    type: (element.getAttribute("type") ?? "text").toLowerCase(),
    mode: element.getAttribute("inputmode") ?? "",
    role: element.getAttribute("role") ?? "",
    filled: "value" in element && element.value !== "",
  }));
  if (type === "checkbox" || type === "radio") return control.check({ timeout: waitMs });
  if (type === "hidden" || type === "file" || filled) return;
  if (tag === "select") {
    const values = await control.locator("option").evaluateAll((options) => options.map((option) => option.value));
    const value = values.find((each: string) => each !== "");
    if (value !== undefined) await control.selectOption(value, { timeout: waitMs });
    return;
  }
  if (role === "combobox" || tag === "button") return choose(page, control);
  await control.fill(valueFor(type, mode, mark), { timeout: waitMs });
}

/** Every required control of the form, and its first text where nothing is required. Throws when one resists. */
export async function fillForm(page: Page, form: Locator, mark: string): Promise<void> {
  const controls = await form.locator("input, textarea, select, [role=combobox]").all();
  let filled = 0;
  for (const control of controls) {
    if (!(await control.isVisible()) || !(await isRequired(control))) continue;
    await fillControl(page, control, mark).catch(async (error: unknown) => {
      const name = (await control.getAttribute("id")) ?? (await control.getAttribute("name")) ?? "a field";
      throw new Error(`${name} could not be filled in.`, { cause: error });
    });
    filled += 1;
  }
  if (filled === 0) {
    const text = form.locator("input[type=text], input:not([type]), textarea").first();
    if ((await text.count()) > 0) await text.fill(`Check ${mark}`, { timeout: waitMs });
  }
}
