// The three shells of tools: navigation beside, above, or figures first.
import { drawRecords, hint } from "./draw-records.ts";
import { pluralOf, type Scene } from "./scene.ts";
import { circle, rect, text, textWidth, type Box } from "./svg.ts";

const margin = 18;

export function drawTool(scene: Scene, { x, y, width, height }: Box): string {
  const { preset } = scene.prd.theme;
  if (preset === "topbar") {
    const bar = 40;
    return (
      drawTopBar(scene, { x, y, width, height: bar }) +
      drawPage(scene, { x, y: y + bar, width, height: height - bar }, false)
    );
  }
  const side = 140;
  return (
    drawSideBar(scene, { x, y, width: side, height }) +
    drawPage(scene, { x: x + side, y, width: width - side, height }, preset === "dashboard")
  );
}

const logo = ({ colours, prd }: Scene, x: number, y: number): string =>
  rect({ x, y, width: 18, height: 18 }, colours.primary, { radius: 5 }) +
  text(x + 9, y + 13, [...prd.name][0]?.toUpperCase() ?? "", {
    size: 11,
    fill: colours.onPrimary,
    weight: 700,
    anchor: "middle",
  });

function drawSideBar(scene: Scene, { x, y, width, height }: Box): string {
  const { colours, prd, destinations, main } = scene;
  const parts = [
    rect({ x, y, width, height }, colours.surface),
    rect({ x: x + width - 1, y, width: 1, height }, colours.line),
    logo(scene, x + 14, y + 16),
    text(x + 40, y + 29, prd.name, { size: 11, fill: colours.ink, weight: 700, width: width - 50 }),
  ];
  ["Dashboard", ...destinations].slice(0, 8).forEach((name, at) => {
    const top = y + 52 + at * 27;
    const isHere = name === pluralOf(main);
    if (isHere) parts.push(rect({ x: x + 8, y: top, width: width - 16, height: 23 }, colours.soft, { radius: 6 }));
    parts.push(
      circle(x + 20, top + 11.5, 3.5, isHere ? colours.primary : colours.hint),
      text(x + 32, top + 15, name, {
        size: 9.5,
        fill: isHere ? colours.ink : colours.muted,
        weight: isHere ? 600 : 400,
        width: width - 46,
      }),
    );
  });
  return parts.join("");
}

function drawTopBar(scene: Scene, { x, y, width, height }: Box): string {
  const { colours, prd, destinations, main } = scene;
  const parts = [
    rect({ x, y, width, height }, colours.surface),
    rect({ x, y: y + height - 1, width, height: 1 }, colours.line),
    logo(scene, x + 16, y + 11),
    text(x + 42, y + 24, prd.name, { size: 11, fill: colours.ink, weight: 700, width: 120 }),
  ];
  let left = x + 62 + Math.min(124, textWidth(prd.name, 13));
  for (const name of destinations.slice(0, 5)) {
    const isHere = name === pluralOf(main);
    const wide = textWidth(name, 9.5);
    if (left + wide > x + width - 20) break;
    parts.push(
      text(left, y + 24, name, { size: 9.5, fill: isHere ? colours.ink : colours.muted, weight: isHere ? 600 : 400 }),
    );
    if (isHere) parts.push(rect({ x: left, y: y + height - 3, width: wide, height: 2 }, colours.primary));
    left += wide + 18;
  }
  return parts.join("");
}

function drawPage(scene: Scene, { x, y, width, height }: Box, withFigures: boolean): string {
  const { colours, main } = scene;
  const action = `New ${main.name.toLowerCase()}`;
  const wide = Math.min(150, textWidth(action, 9.5) + 24);
  const right = x + width - margin;
  const top = y + margin;
  const below = top + 38 + (withFigures ? 70 : 0);
  return [
    text(x + margin, top + 18, pluralOf(main), { size: 16, fill: colours.ink, weight: 700, width: width - wide - 50 }),
    rect({ x: right - wide, y: top, width: wide, height: 24 }, colours.primary, { radius: 6 }),
    text(right - wide / 2, top + 15.5, action, {
      size: 9.5,
      fill: colours.onPrimary,
      weight: 600,
      anchor: "middle",
      width: wide - 12,
    }),
    withFigures ? drawFigures(scene, { x: x + margin, y: top + 38, width: width - 2 * margin, height: 58 }) : "",
    drawRecords(scene, { x: x + margin, y: below, width: width - 2 * margin, height: y + height - margin - below }),
  ].join("");
}

function drawFigures(scene: Scene, { x, y, width, height }: Box): string {
  const { colours, destinations, vary } = scene;
  const names = destinations.slice(0, 3);
  const step = (width + 10) / Math.max(1, names.length);
  return names
    .map((name, at) => {
      const left = x + at * step;
      const count = String(Math.round(vary(`figure ${at}`, 4, 180)));
      return (
        rect({ x: left, y, width: step - 10, height }, colours.surface, { radius: 8, stroke: colours.line }) +
        text(left + 12, y + 18, name, { size: 9, fill: colours.muted, width: step - 30 }) +
        text(left + 12, y + 42, count, { size: 18, fill: colours.ink, weight: 700 }) +
        hint(scene, left + step - 80, y + 34, 56, `trend ${at}`)
      );
    })
    .join("");
}
