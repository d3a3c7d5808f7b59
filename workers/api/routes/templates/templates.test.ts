import { describe, expect, it } from "vitest";
import { call, read, readError } from "../../test-client.ts";
import type { TemplatesView } from "../../schemas/templates.ts";

const picture = (id: string, query = "") => call(`/api/v1/templates/${id}/picture${query}`);

describe("the template library", () => {
  it("lists templates of every category to anyone", async () => {
    const { items, categories, colours } = await read<TemplatesView>(await call("/api/v1/templates"), 200);
    expect(items.length).toBeGreaterThanOrEqual(24);
    expect(new Set(items.map(({ category }) => category))).toEqual(new Set(categories.map(({ id }) => id)));
    expect(colours).toContainEqual({ name: "cobalt", value: "#0047ab" });
  });

  it("draws each as an inert picture, in the colour that is asked for", async () => {
    const response = await picture("help-desk", "?colour=tomato");
    expect(response.headers.get("content-type")).toBe("image/svg+xml");
    expect(response.headers.get("content-security-policy")).toContain("sandbox");
    const text = await response.text();
    expect(text).toContain("Helpline");
    expect(text).toContain("#ff6347");
    expect(await (await picture("help-desk", "?colour=no-such-colour")).text()).toContain("#0047ab");
  });

  it("knows no other", async () => {
    expect(await readError(await picture("no-such-template"), 404)).toMatchObject({ code: "NOT_FOUND_ERROR" });
  });
});
