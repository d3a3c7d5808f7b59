import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { docxOf, pdfOf, pngOf, zipOf } from "./fixtures.ts";
import { listZip } from "./documents/open-zip.ts";
import { readFile } from "./read-file.ts";

const read = (name: string, content: Uint8Array | string) =>
  readFile(name, typeof content === "string" ? strToU8(content) : content, () => {});
const gif = Uint8Array.from([...strToU8("GIF89a"), 10, 0, 20, 0, 0, 0, 0]);
const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, 0, 20, 0, 10, 1, 1, 0x11, 0]);
const webp = Uint8Array.from([...strToU8("RIFF....WEBPVP8X"), 10, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 19, 0, 0]);

describe("a file's kind", () => {
  it.each([
    ["a PNG named as a table", "data.csv", pngOf(10, 20), "image", "image/png"],
    ["a JPEG", "a.bin", jpeg, "image", "image/jpeg"],
    ["a GIF", "a", gif, "image", "image/gif"],
    ["a WebP", "a.txt", webp, "image", "image/webp"],
    ["a PDF named as text", "notes.txt", pdfOf(["x"]), "pdf", "application/pdf"],
    [
      "a Word document named as a zip",
      "a.zip",
      docxOf("<w:p><w:r><w:t>x</w:t></w:r></w:p>"),
      "docx",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ],
    ["a zip", "a.docx", zipOf({ "a.txt": "x" }), "zip", "application/zip"],
    ["a table without the name of one", "list.txt", "name,age\nAda,36\nAlan,41\n", "csv", "text/csv"],
    ["a table with it", "list.csv", "name\nAda\n", "csv", "text/csv"],
    ["JSON", "x.txt", '{"a": 1}', "json", "application/json"],
    ["Markdown", "readme.md", "# Hello\n\nWorld", "markdown", "text/markdown"],
    ["text named as a picture", "x.png", "only words", "text", "text/plain"],
    ["a page, which is text like any other", "x.html", "<script>alert(1)</script>", "text", "text/plain"],
  ])("of %s is told by its bytes", async (_what, name, content, kind, mediaType) => {
    expect(await read(name, content)).toMatchObject({ kind, mediaType });
  });

  it.each([
    ["nothing", new Uint8Array(), "The file is empty."],
    ["white space", "  \n ", "The file has no text in it."],
    ["a program", Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0x90]), "This kind of file is not read."],
    ["text of an old encoding", Uint8Array.from([0x47, 0x72, 0xf6, 0xdf, 0x65]), "The text is not UTF-8."],
    ["a spreadsheet", zipOf({ "[Content_Types].xml": "<Types/>", "xl/workbook.xml": "" }), "Save a sheet as CSV"],
    ["a PDF of which only the head is left", "%PDF-1.7\nnothing", "The PDF is damaged"],
    ["a zip that was cut off", zipOf({ "a.txt": "hello" }).slice(0, 40), "damaged"],
  ])("is refused with a reason when it is %s", async (_what, content, reason) => {
    await expect(read("x.csv", content)).rejects.toThrow(reason);
    await expect(read("x.csv", content)).rejects.toMatchObject({ name: "UnreadableFile" });
  });

  it("is known before anything is parsed, so that a limit can be held against it", async () => {
    const refuse = () => {
      throw new RangeError("too large");
    };
    await expect(readFile("a.pdf", strToU8("%PDF-1.7 broken"), refuse)).rejects.toThrow("too large");
  });
});

describe("what is read", () => {
  it.each([
    ["a PNG", pngOf(300, 20), { width: 300, height: 20 }],
    ["a JPEG", jpeg, { width: 10, height: 20 }],
    ["a GIF", gif, { width: 10, height: 20 }],
    ["a WebP", webp, { width: 10, height: 20 }],
    ["a picture that was cut off", jpeg.slice(0, 6), null],
  ])("of %s is its size", async (_what, content, image) => {
    expect((await read("x", content)).reading).toMatchObject({ image, text: "" });
  });

  it("of a PDF is its text", async () => {
    const { reading } = await read("a.pdf", pdfOf(["Orders have a number.", "Each has lines."]));
    expect(reading.text).toBe("Orders have a number.\nEach has lines.");
    expect((await read("b.pdf", pdfOf([""]))).reading.notes).toEqual([
      "The PDF holds no text, only pictures of pages.",
    ]);
  });

  it("of a Word document is its paragraphs, lists and tables, without what is hidden or deleted", async () => {
    const run = (text: string, style = "") =>
      `<w:r>${style && `<w:rPr>${style}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
    const cell = (text: string) => `<w:tc><w:p>${run(text)}</w:p></w:tc>`;
    const { reading } = await read(
      "a.docx",
      docxOf(
        `<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr>${run("Orders &amp; more")}</w:p>` +
          `<w:p>${run("Each has ")}${run("a number", "<w:b/>")}${run("and a secret", "<w:vanish/>")}<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>.</w:p>` +
          `<w:p><w:pPr><w:numPr/></w:pPr>${run("First &#228;")}</w:p>` +
          `<w:tbl><w:tr>${cell("Field")}${cell("Type")}</w:tr><w:tr>${cell("total")}${cell("money")}</w:tr></w:tbl>`,
      ),
    );
    expect(reading.text).toBe("## Orders & more\nEach has a number\n- First ä\nField | Type\ntotal | money");
  });

  it("of a zip is its texts under their paths, and its tables as models", async () => {
    const { reading } = await read(
      "brief.zip",
      zipOf({
        "docs/brief.md": "# Brief\nA shop.",
        "data/products.csv": "name,price\nTea,$3.50\nCup,$9.00\n",
        "logo.png": pngOf(2, 2),
        "node_modules/x/index.js": "ignored",
      }),
    );
    expect(reading.text).toBe("## docs/brief.md\n# Brief\nA shop.");
    expect(reading.tables).toMatchObject([{ source: "data/products.csv", name: "Product", rowCount: 2 }]);
    expect(reading.notes).toEqual(["1 of 3 files are no text or too large, and were not read."]);
  });

  it("of JSON is its text, and a table where it is a list of records", async () => {
    const { reading } = await read(
      "products.json",
      '[{"name": "Tea", "price": 3.5}, {"name": "Cup", "in stock": true}]',
    );
    expect(reading.tables).toMatchObject([
      {
        name: "Product",
        fields: [
          { name: "name", type: "text" },
          { name: "price", type: "money" },
          { name: "in stock", type: "boolean" },
        ],
        rows: [
          { name: "Tea", price: 3.5, "in stock": null },
          { name: "Cup", price: null, "in stock": true },
        ],
      },
    ]);
    expect((await read("settings.json", '{"a": [1, {"b": 2}]}')).reading).toMatchObject({ tables: [] });
  });

  it("of a long text is its beginning, and that is said", async () => {
    const { reading } = await read("long.txt", "word ".repeat(60_000));
    expect(reading.text.length).toBe(200_000);
    expect(reading.notes[0]).toContain("Only the first 200,000 of 300,000 characters");
  });
});

describe("a zip", () => {
  it.each([
    ["leads out of its folder", { "../../etc/passwd": "x" }, "lead out of its folder"],
    ["has an absolute name", { "/etc/passwd": "x" }, "lead out of its folder"],
    ["has names of another system", { "..\\x": "x" }, "lead out of its folder"],
    ["unpacks to far more than its size", { "zeros.txt": new Uint8Array(40_000_000) }, "far more than its size"],
    [
      "has too many entries",
      Object.fromEntries(Array.from({ length: 1_001 }, (_, at) => [`${at}.txt`, ""])),
      "more than 1,000",
    ],
    ["has no text", { "a.bin": Uint8Array.from([0, 1, 2]) }, "no text files"],
  ])("is refused when it %s", async (_what, files, reason) => {
    await expect(read("a.zip", zipOf(files))).rejects.toThrow(reason);
  });

  it("never inflates beyond what it says of itself", async () => {
    const honest = zipOf({ "a.txt": "a".repeat(100_000) });
    const lying = honest.slice();
    const view = new DataView(lying.buffer);
    // The uncompressed size, in the central directory and in the local header.
    for (let at = 0; at + 4 <= lying.length; at += 1)
      if (view.getUint32(at, true) === 100_000) view.setUint32(at, 10, true);
    expect(listZip(lying)).toEqual([{ path: "a.txt", size: 10 }]);
    const outcome = await read("a.zip", lying).then(
      ({ reading }) => reading.text.length,
      () => 0,
    );
    expect(outcome).toBeLessThan(100);
  });
});
