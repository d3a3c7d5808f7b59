// Fills whatever inputs a form has with sensible values, as a person would who reads the labels.
import type { Locator, Page } from "playwright-core";

const pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
export const samplePicture = { name: "sample.png", mimeType: "image/png", buffer: Buffer.from(pixel, "base64") };

let counter = 0;
/** A word that nothing else in the app holds. */
export const freshWord = (): string => `Quillon${++counter}${Date.now().toString(36).slice(-4)}`;

interface Filled {
  /** The word that stands in its texts. */
  word: string;
  /** Labels of what was filled in. */
  labels: string[];
}

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

export function textFor(label: string, type: string, word: string): string {
  const name = label.toLowerCase();
  if (type === "email" || /e-?mail/.test(name)) return `${word.toLowerCase()}@example.com`;
  if (type === "tel" || /phone|mobile|tel\b|whatsapp/.test(name)) return "+1 202 555 0143";
  if (type === "url" || /\b(url|web ?site|link|web address)\b/.test(name)) return "https://example.com/page";
  if (type === "password" || /password/.test(name)) return `Pass-${word}-42`;
  if (/card number/.test(name)) return "4242 4242 4242 4242";
  if (/\bcvc|cvv\b/.test(name)) return "123";
  if (/zip|post(al)? ?code/.test(name)) return "10115";
  if (/#|colou?r/.test(name)) return "#336699";
  return `${label
    .replaceAll(/[^\p{L}\p{N} ]/gu, "")
    .trim()
    .slice(0, 30)} ${word}`.trim();
}

async function fillControl(page: Page, control: Locator, word: string): Promise<string | null> {
  const about = await control.evaluate((element) => {
    const input = element as unknown as {
      type: string;
      tagName: string;
      value: string;
      inputMode: string;
      min: string;
      labels: { textContent: string }[] | null;
      getAttribute(name: string): string | null;
      placeholder?: string;
      name: string;
      disabled: boolean;
      readOnly: boolean;
      options?: { value: string; disabled: boolean }[];
    };
    return {
      type: input.type,
      tag: input.tagName.toLowerCase(),
      role: input.getAttribute("role") ?? "",
      mode: input.inputMode,
      value: input.value,
      min: input.min ?? "",
      label: (
        input.labels?.[0]?.textContent ||
        input.getAttribute("aria-label") ||
        input.placeholder ||
        input.name ||
        ""
      ).trim(),
      placeholder: input.placeholder ?? "",
      options:
        input.options === undefined ? [] : Array.from(input.options, (option) => (option.disabled ? "" : option.value)),
      isFixed: input.disabled || input.readOnly,
    };
  });
  if (about.isFixed || ["hidden", "submit", "button", "search"].includes(about.type)) return null;
  const { label, type } = about;
  if (type === "file") await control.setInputFiles(samplePicture).catch(() => undefined);
  else if (type === "checkbox") {
    if (!(await control.isChecked())) await control.check().catch(() => undefined);
  } else if (type === "radio") await control.check().catch(() => undefined);
  else if (about.tag === "select") {
    const choice = about.value === "" ? about.options.find((value) => value !== "") : about.value;
    if (choice !== undefined) await control.selectOption(choice);
  } else if (about.role === "combobox") {
    await control.click();
    // The options of a select are options as well, so by the picker's own list.
    const list = await control.getAttribute("aria-controls");
    const option = page.locator(list === null ? "[role=option]" : `[id="${list}"] [role=option]`).first();
    // Nothing to choose from: the form is sent without it, and says so if it must have one.
    if (
      await option.waitFor({ timeout: 3_000 }).then(
        () => true,
        () => false,
      )
    )
      await option.click();
    else await page.keyboard.press("Escape");
  } else if (type === "date") await control.fill(inDays(14));
  else if (type === "datetime-local")
    await control.fill(`${inDays(14)}T${/end|until|to\b|check-?out|return/i.test(label) ? "11" : "10"}:00`);
  else if (type === "time") await control.fill("10:00");
  else if (type === "month") await control.fill(inDays(14).slice(0, 7));
  else if (type === "range" || type === "color") return null;
  else if (type === "number" || about.mode === "numeric" || about.mode === "decimal")
    await control.fill(about.min !== "" && Number(about.min) > 3 ? about.min : "3");
  else if (about.mode === "url" && about.placeholder.startsWith("https")) return null;
  else if (/json/i.test(label)) await control.fill("{}");
  else await control.fill(textFor(label, type, word));
  return label;
}

/** Fills every visible input below `form`; dates that say "end" come after those that say "start". */
export async function fillForm(page: Page, form: Locator, word = freshWord()): Promise<Filled> {
  const labels: string[] = [];
  const controls = await form.locator("input:visible, select:visible, textarea:visible, input[type=file]").all();
  for (const control of controls) {
    const label = await fillControl(page, control, word).catch(() => null);
    if (label !== null) labels.push(label);
  }
  return { word, labels };
}

/** Puts numbers that were refused for their bounds right, once: people read the message and do the same. */
export async function mendRefused(form: Locator): Promise<void> {
  for (const control of await form.locator("[aria-invalid=true]:visible, :invalid:visible").all()) {
    const isNumber = await control.evaluate((element) => {
      const input = element as unknown as { inputMode?: string; type?: string };
      return input.type === "number" || ["numeric", "decimal"].includes(input.inputMode ?? "");
    });
    if (isNumber) await control.fill("1").catch(() => undefined);
  }
}
