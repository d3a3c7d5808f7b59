// A picture of an app before there is one: a wireframe drawn from its plan, with its colours, layout and names.
// Pure; the same plan gives the same bytes.
import type { Prd } from "#engine/prd/schema.ts";
import { drawSite } from "./draw-site.ts";
import { drawTool } from "./draw-tool.ts";
import { sceneOf } from "./scene.ts";
import { rect, svg } from "./svg.ts";

/** The shape of a screenshot, so that one can take the other's place. */
export const sketchSize = { width: 640, height: 400 } as const;

const sites: ReadonlySet<Prd["theme"]["preset"]> = new Set(["marketing", "editorial", "storefront"]);

export function drawSketch(prd: Prd): string {
  const scene = sceneOf(prd);
  const { width, height } = sketchSize;
  const page = { x: 0, y: 0, width, height };
  const body = sites.has(prd.theme.preset) ? drawSite(scene, page) : drawTool(scene, page);
  return svg(width, height, `A sketch of ${prd.name}`, [rect(page, scene.colours.page), body]);
}
