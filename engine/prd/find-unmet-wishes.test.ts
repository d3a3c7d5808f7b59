import { describe, expect, it } from "vitest";
import { findUnmetWishes } from "./find-unmet-wishes.ts";
import { inventoryPrd } from "./fixtures/inventory.ts";

describe("wishes of a plan that would be left out", () => {
  it("are none in a plan that fits", () => {
    expect(findUnmetWishes(inventoryPrd)).toEqual([]);
  });

  it.each([
    {
      what: "a badge of a model that was renamed away",
      over: {
        badges: [
          {
            model: "Song",
            label: "No bass",
            tone: "danger" as const,
            field: "bass",
            operator: "=" as const,
            value: false,
          },
        ],
      },
      says: 'The badge "No bass" names the model "Song"',
    },
    {
      what: "a badge that compares nothing",
      over: {
        badges: [
          {
            model: inventoryPrd.models[0]?.name ?? "",
            label: "Odd",
            tone: "info" as const,
            field: "ghost",
            operator: "=" as const,
            value: 1,
          },
        ],
      },
      says: 'the badge "Odd" compares fields that do not exist',
    },
    {
      what: "a capability of a model that is not there",
      over: { capabilities: [{ kind: "booking" as const, bookings: "Booking" }] },
      says: 'The capability "booking" names the model "Booking"',
    },
    { what: "a contact form that keeps nothing", over: { site: { contact: "Message" } }, says: "site.contact names" },
    { what: "a model for visitors that is not there", over: { site: { shows: ["Ghost"] } }, says: "site.shows names" },
  ])("are told: $what", ({ over, says }) => {
    expect(findUnmetWishes({ ...inventoryPrd, ...over }).join("\n")).toContain(says);
  });
});
