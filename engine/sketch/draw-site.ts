// The three public sites: a hero with what is offered, a front page of articles, a shop window.
import { drawCards, drawPicture, hint } from "./draw-records.ts";
import { pluralOf, type Scene } from "./scene.ts";
import { rect, text, textWidth, type Box } from "./svg.ts";

export function drawSite(scene: Scene, box: Box): string {
  const bar = 42;
  const rest = { ...box, y: box.y + bar, height: box.height - bar };
  const body =
    scene.prd.theme.preset === "editorial"
      ? drawFrontPage(scene, rest)
      : scene.prd.theme.preset === "storefront"
        ? drawWindow(scene, rest)
        : drawLanding(scene, rest);
  return drawBar(scene, { ...box, height: bar }) + body;
}

function drawBar(scene: Scene, { x, y, width, height }: Box): string {
  const { colours, prd, destinations } = scene;
  const parts = [
    rect({ x, y, width, height }, colours.surface),
    text(x + 24, y + 26, prd.name, { size: 13, fill: colours.ink, weight: 700, width: 190 }),
  ];
  const action = prd.theme.preset === "storefront" ? "Cart" : "Contact";
  const wide = textWidth(action, 9.5) + 22;
  const right = x + width - 24 - wide;
  parts.push(
    rect({ x: right, y: y + 10, width: wide, height: 22 }, colours.primary, { radius: 11 }),
    text(right + wide / 2, y + 24.5, action, { size: 9.5, fill: colours.onPrimary, weight: 600, anchor: "middle" }),
  );
  let left = right - 20;
  for (const name of ["About", ...destinations.slice(0, 3)].toReversed()) {
    left -= textWidth(name, 9.5);
    if (left < x + 230) break;
    parts.push(text(left, y + 25, name, { size: 9.5, fill: colours.muted }));
    left -= 18;
  }
  return parts.join("");
}

const headlineOf = ({ prd }: Scene): string => prd.site?.headline ?? prd.name;

function drawLanding(scene: Scene, { x, y, width, height }: Box): string {
  const { colours, main } = scene;
  const tall = 148;
  const middle = x + width / 2;
  return [
    rect({ x, y, width, height: tall }, colours.soft),
    text(middle, y + 58, headlineOf(scene), {
      size: 27,
      fill: colours.ink,
      weight: 700,
      anchor: "middle",
      width: width - 80,
    }),
    rect({ x: middle - 150, y: y + 78, width: 300, height: 6 }, colours.muted, { radius: 3 }),
    rect({ x: middle - 100, y: y + 91, width: 200, height: 6 }, colours.muted, { radius: 3 }),
    rect({ x: middle - 52, y: y + 112, width: 104, height: 22 }, colours.primary, { radius: 11 }),
    text(middle, y + 126.5, pluralOf(main), {
      size: 9.5,
      fill: colours.onPrimary,
      weight: 600,
      anchor: "middle",
      width: 96,
    }),
    text(x + 24, y + tall + 28, pluralOf(main), { size: 14, fill: colours.ink, weight: 700, width: width - 48 }),
    drawCards(scene, { x: x + 24, y: y + tall + 42, width: width - 48, height: height - tall - 50 }, true),
  ].join("");
}

function drawFrontPage(scene: Scene, { x, y, width, height }: Box): string {
  const { colours, destinations } = scene;
  const lead = (width - 72) * 0.58;
  const side = x + 48 + lead;
  const rest = x + width - 24 - side;
  const parts = [
    rect({ x, y, width, height }, colours.page),
    drawPicture(scene, { x: x + 24, y: y + 22, width: lead, height: 160 }, "lead"),
    text(x + 24, y + 206, destinations[0] ?? "", { size: 9, fill: colours.primary, weight: 700 }),
    rect({ x: x + 24, y: y + 218, width: lead * 0.86, height: 13 }, colours.ink, { radius: 3 }),
    rect({ x: x + 24, y: y + 238, width: lead * 0.58, height: 13 }, colours.ink, { radius: 3 }),
    hint(scene, x + 24, y + 264, lead, "lead line 1"),
    hint(scene, x + 24, y + 278, lead, "lead line 2"),
    hint(scene, x + 24, y + 292, lead, "lead line 3"),
  ];
  for (let at = 0; at < 4; at += 1) {
    const top = y + 22 + at * 78;
    parts.push(
      drawPicture(scene, { x: side, y: top, width: 74, height: 58 }, `story ${at}`),
      rect(
        { x: side + 84, y: top + 6, width: scene.vary(`story ${at}`, 0.6, 0.95) * (rest - 84), height: 8 },
        colours.muted,
        { radius: 3 },
      ),
      hint(scene, side + 84, top + 26, rest - 84, `story ${at} a`),
      hint(scene, side + 84, top + 40, rest - 84, `story ${at} b`),
    );
  }
  return parts.join("");
}

function drawWindow(scene: Scene, { x, y, width, height }: Box): string {
  const { colours, main } = scene;
  return [
    rect({ x, y, width, height: 64 }, colours.soft),
    text(x + 24, y + 40, headlineOf(scene), { size: 22, fill: colours.ink, weight: 700, width: width - 48 }),
    text(x + 24, y + 92, pluralOf(main), { size: 14, fill: colours.ink, weight: 700, width: width - 48 }),
    drawCards(scene, { x: x + 24, y: y + 104, width: width - 48, height: height - 112 }, true),
  ].join("");
}
