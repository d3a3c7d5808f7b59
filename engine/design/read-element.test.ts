import { describe, expect, it } from "vitest";
import { editElement, readElement, type ElementChange } from "./read-element.ts";
import { readSourcePlace, type SourcePlace } from "./source-place.ts";

const page = `import { say } from "../shared/say.ts";
export function Page({ name, rest }) {
  return (
    <main className="p-4 md:p-8 text-subtle">
      <h1 className='text-xl font-bold'>
        Welcome   home
      </h1>
      <button {...rest}>{say.save}</button>
      <p>{name}</p>
      <Card title="Open orders" />
      <em>one {name} two</em>
      <b className={classNames("rounded-lg", name)}>{"A & B"}</b>
      <i className={look}>!</i>
    </main>
  );
}
`;
const files = new Map([
  ["src/client/page.tsx", page],
  ["src/shared/messages/en.ts", 'export const messages = { save: "Save", keep: "Keep it" };\n'],
  ["src/client/toolbar.tsx", 'export const Toolbar = () => <hr title="Keep it" aria-label="Save" />;\n'],
  ["src/client/styles.css", "@theme inline { --color-text: black; --color-subtle: gray; --color-primary: blue; }"],
]);

/** Of the first element that the page's text begins so. */
function at(begin: string, path = "src/client/page.tsx"): SourcePlace {
  const text = files.get(path) ?? "";
  const before = text.slice(0, text.indexOf(begin)).split("\n");
  return { path, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function edited(begin: string, visible: string, change: ElementChange): string {
  const edit = editElement(files, at(begin), visible, change);
  if (!edit.ok) throw new Error(edit.why);
  const before = files.get(edit.path)?.split("\n") ?? [];
  const lines = edit.content.split("\n").filter((line, index) => line !== before[index]);
  return `${edit.path}|${lines.map((line) => line.trim()).join("|")}`;
}

describe("the text of an element", () => {
  it.each([
    ["<h1", "Welcome home", { kind: "element", value: "Welcome home", path: "src/client/page.tsx", line: 6 }],
    ["<button", "Save", { kind: "catalogue", value: "Save", path: "src/shared/messages/en.ts", line: 1 }],
    ["<p>", "Ada Lovelace", { kind: "record" }],
    ["<p>", "Open orders", { kind: "elsewhere", value: "Open orders", path: "src/client/page.tsx", line: 10 }],
    ["<p>", "Keep it", { kind: "many", places: ["src/shared/messages/en.ts:1", "src/client/toolbar.tsx:1"] }],
    ["<em", "one Ada two", { kind: "record" }],
  ])("of %s that shows %s is found, or said not to be", (begin, visible, text) => {
    expect(readElement(files, at(begin), visible)?.text).toEqual(text);
  });

  it.each([
    ["<h1", "Welcome home", "Good day", "src/client/page.tsx|Good day"],
    ["<h1", "Welcome home", "a < b", 'src/client/page.tsx|{"a < b"}'],
    [
      "<button",
      "Save",
      'Say "go"',
      'src/shared/messages/en.ts|export const messages = { save: "Say \\"go\\"", keep: "Keep it" };',
    ],
    ["<p>", "Open orders", 'Orders "now"', 'src/client/page.tsx|<Card title={"Orders \\"now\\""} />'],
    ["<b ", "A & B", "A or B", 'src/client/page.tsx|<b className={classNames("rounded-lg", name)}>{"A or B"}</b>'],
  ])("of %s is written where it stands", (begin, from, to, expected) => {
    expect(edited(begin, from, { kind: "text", from, to })).toBe(expected);
  });

  it("is not written where the source says something else by now, or where it stands nowhere", () => {
    const change = { kind: "text", from: "Good morning", to: "Hello" } as const;
    expect(editElement(files, at("<h1"), "Good morning", change)).toMatchObject({ ok: false });
    expect(editElement(files, at("<p>"), "Ada", { ...change, from: "Ada" })).toMatchObject({ ok: false });
    expect(editElement(files, { ...at("<h1"), line: 7 }, "Welcome home", change)).toMatchObject({ ok: false });
  });
});

describe("the styles of an element", () => {
  it.each([
    ["<main", "padding", "p-6", '<main className="p-6 md:p-8 text-subtle">'],
    ["<main", "text-colour", "text-primary", '<main className="p-4 md:p-8 text-primary">'],
    ["<main", "background", "bg-subtle", '<main className="p-4 md:p-8 text-subtle bg-subtle">'],
    ["<main", "text-colour", null, '<main className="p-4 md:p-8">'],
    ["<h1", "text-size", "text-3xl", "<h1 className='text-3xl font-bold'>"],
    ["<p>", "space-above", "mt-4", '<p className="mt-4">{name}</p>'],
    ["<b ", "corners", "rounded-full", '<b className={classNames("rounded-full", name)}>{"A & B"}</b>'],
  ])("of %s: %s becomes %s, and the rest of the line stays", (begin, group, value, line) => {
    expect(edited(begin, "", { kind: "style", group, value })).toBe(`src/client/page.tsx|${line}`);
  });

  it.each([
    ["<button", "handed to it"],
    ["<Card", "decides its look itself"],
    ["<i ", "put together by code"],
  ])("of %s are refused, with the reason", (begin, why) => {
    expect(readElement(files, at(begin), "")?.styles).toEqual({ kind: "refused", why: expect.stringContaining(why) });
  });

  it("takes no class that is none of the group's", () => {
    const change = { kind: "style", group: "padding", value: 'p-4" onClick={x} a="' } as const;
    expect(editElement(files, at("<main"), "", change)).toMatchObject({ ok: false });
  });

  it("names what stands there, and the app's own colours", () => {
    const { styles } = readElement(files, at("<main"), "") ?? {};
    if (styles?.kind !== "classes") throw new Error("There are no classes.");
    expect(styles.groups.find(({ id }) => id === "text-colour")).toMatchObject({
      current: ["text-subtle"],
      options: [{ label: "text" }, { label: "subtle" }, { label: "primary" }],
    });
  });
});

it.each(["src/../x.tsx:1:1", "/etc/x.tsx:1:1", "src/a.ts:1:1", "src/a.tsx:1", "node_modules/a.tsx:1:1"])(
  "%s is no place",
  (text) => {
    expect(readSourcePlace(text)).toBeNull();
  },
);
