import { describe, expect, it } from "vitest";
import type { UploadedAsset } from "../../lib/api-types.ts";
import { admit, admitAddress, describeDraft, type DraftFile, fileOf } from "./draft-files.ts";

const sized = (name: string, size: number): File => {
  const file = new File(["x"], name, { lastModified: 1 });
  Object.defineProperty(file, "size", { value: size });
  return file;
};
const draftOf = (file: File, over: Partial<DraftFile> = {}): DraftFile => ({
  key: file.name,
  file,
  address: null,
  state: "waiting",
  progress: 0,
  asset: null,
  problem: null,
  ...over,
});
const mega = 1024 * 1024;

describe("files for a prompt", () => {
  it("are taken as long as they fit, and what does not is said with its reason", () => {
    const present = [draftOf(sized("a.pdf", 9 * mega))];
    const wanted = [
      sized("b.pdf", 9 * mega),
      sized("c.pdf", 3 * mega),
      sized("huge.png", 11 * mega),
      sized("empty.txt", 0),
      sized("d.txt", mega),
    ];
    const { files, refusals } = admit(present, wanted);
    expect(files.map(({ name }) => name)).toEqual(["b.pdf", "d.txt"]);
    expect(refusals).toEqual([
      "c.pdf was left out: the files of a prompt may have 20 MB together.",
      "huge.png has 12 MB; a file may have at most 10 MB.",
      "empty.txt is empty.",
    ]);
  });

  it("are ten at most, and each stands there once", () => {
    const ten = Array.from({ length: 10 }, (_, at) => sized(`${at}.txt`, 10));
    const [first] = ten;
    const all = admit([], [...ten, ...(first ? [first] : [])]);
    expect(all).toEqual({ files: ten, refusals: [] });
    const more = admit(
      all.files.map((file) => draftOf(file)),
      [sized("one-more.txt", 10)],
    );
    expect(more.refusals).toEqual(["one-more.txt was left out: at most 10 files go with a prompt."]);
  });
});

describe("a picture by its address", () => {
  const address = "https://example.com/shots/home.png?size=2";
  const present = [draftOf(new File([], "home.png"), { address })];

  it("is taken once, when it is an address and there is room", () => {
    const admitted = admitAddress([], ` ${address} `);
    expect("url" in admitted && [admitted.url.href, fileOf(admitted.url).name]).toEqual([address, "home.png"]);
    expect(admitAddress(present, address)).toEqual({ problem: "This picture is attached already." });
    for (const typed of ["", "home.png", "file:///etc/passwd", "javascript:alert(1)"])
      expect(admitAddress([], typed)).toEqual({ problem: expect.stringContaining("https://example.com") });
    const ten = Array.from({ length: 10 }, (_, at) => draftOf(sized(`${at}.txt`, 10)));
    expect(admitAddress(ten, address)).toEqual({ problem: "At most 10 files go with a prompt." });
  });

  it.each([
    ["where it stands while it waits", {}, address],
    ["that it is fetched", { state: "uploading" }, "Fetching it"],
    ["its size once it is there", { state: "ready", asset: { size: 4_000, tables: [], notes: [] } }, "4.0 kB"],
  ] as const)("says %s", (_what, over, line) => {
    const draft = draftOf(new File([], "home.png"), { address, ...over } as Partial<DraftFile>);
    expect(describeDraft(draft)).toBe(line);
  });
});

describe("the line below a file's name", () => {
  const file = sized("customers.csv", 2_048);
  const asset = {
    size: 2_048,
    tables: [{ name: "Customer", rowCount: 120, fields: [] }],
    notes: ["Amounts are in EUR."],
  };
  it.each([
    ["its size while it waits", {}, "2.0 kB"],
    ["how much was sent", { state: "uploading", progress: 0.416 }, "41% of 2.0 kB"],
    ["that it is being read", { state: "uploading", progress: 1 }, "Reading it"],
    ["what was understood", { state: "ready", asset }, "2.0 kB · 120 rows of Customer · Amounts are in EUR."],
    ["what went wrong", { state: "failed", problem: "The file is empty." }, "The file is empty."],
  ] as const)("says %s", (_what, over, line) => {
    expect(describeDraft(draftOf(file, over as Partial<DraftFile> & { asset?: UploadedAsset }))).toBe(line);
  });
});
