import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contrast, palettes } from "./color.ts";

const color = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);

describe("a palette", () => {
  test("measures contrast as WCAG does", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
  });

  test("meets WCAG AA for any brand colour on any background", () => {
    fc.assert(
      fc.property(color, fc.option(color, { nil: undefined }), (primary, background) => {
        for (const palette of Object.values(palettes(primary, background))) {
          const grounds = [palette.background, palette.surface, palette.muted];
          for (const text of [palette.text, palette.subtle, palette.accent]) {
            for (const ground of grounds) expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
          }
          expect(contrast(palette.accent, palette.accentSoft)).toBeGreaterThanOrEqual(4.5);
          for (const fill of [palette.primary, palette.primaryHover])
            expect(contrast(palette.onPrimary, fill)).toBeGreaterThanOrEqual(4.5);
          for (const tone of Object.values(palette.tones)) {
            for (const ground of [...grounds, tone.soft])
              expect(contrast(tone.text, ground)).toBeGreaterThanOrEqual(4.5);
          }
          expect(contrast(palette.control, palette.surface)).toBeGreaterThanOrEqual(3);
        }
      }),
      { numRuns: 300, seed: 20_261_121 },
    );
  });
});
