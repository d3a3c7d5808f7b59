// Records of the main model in the way the plan wants to see them: a table, cards, a board, a calendar or a gallery.
import type { PrdField } from "#engine/prd/schema.ts";
import { badgeColours } from "./palette.ts";
import { choicesOf, columnsOf, labelOf, type Scene } from "./scene.ts";
import { circle, rect, text, textWidth, type Box } from "./svg.ts";

export function drawRecords(scene: Scene, box: Box): string {
  const { view = "table" } = scene.main;
  const hasPicture = scene.main.fields.some(({ type }) => type === "image");
  switch (view) {
    case "board":
      return drawBoard(scene, box);
    case "calendar":
      return drawCalendar(scene, box);
    case "gallery":
      return drawCards(scene, box, true);
    case "cards":
      return drawCards(scene, box, hasPicture);
    case "table":
      return drawTable(scene, box);
    default:
      return view satisfies never;
  }
}

/** A line of text that is only hinted at. */
export const hint = ({ colours, vary }: Scene, x: number, y: number, width: number, place: string): string =>
  rect({ x, y, width: vary(place, width * 0.45, width * 0.85), height: 6 }, colours.hint, { radius: 3 });

export function pill(x: number, y: number, words: string, [fill, ink]: readonly [string, string]): string {
  const width = textWidth(words, 8.5) + 14;
  return rect({ x, y, width, height: 14 }, fill, { radius: 7 }) + text(x + 7, y + 10, words, { size: 8.5, fill: ink });
}

function drawTable(scene: Scene, { x, y, width, height }: Box): string {
  const { colours, main, vary } = scene;
  const columns = columnsOf(main);
  const step = (width - 24) / Math.max(1, columns.length);
  const rows = Math.floor((height - 28) / 27);
  const parts = [rect({ x, y, width, height }, colours.surface, { radius: 8, stroke: colours.line })];
  columns.forEach((column, at) => {
    const label = labelOf(column);
    parts.push(text(x + 12 + at * step, y + 18, label, { size: 9, fill: colours.muted, weight: 600, width: step - 8 }));
  });
  for (let row = 0; row < rows; row += 1) {
    const top = y + 28 + row * 27;
    parts.push(rect({ x, y: top, width, height: 1 }, colours.line));
    columns.forEach((column, at) => {
      const place = `row ${row} ${at}`;
      const left = x + 12 + at * step;
      parts.push(at === 0 ? drawTitle(scene, left, top, step, row) : drawCell(scene, column, left, top, step, place));
    });
    const badge = scene.prd.badges?.find(({ model }) => model === main.name);
    if (badge && vary(`badge ${row}`, 0, 1) > 0.68) {
      const left = x + width - textWidth(badge.label, 8.5) - 24;
      parts.push(pill(left, top + 7, badge.label, badgeColours[badge.tone]));
    }
  }
  return parts.join("");
}

function drawTitle(scene: Scene, x: number, top: number, step: number, row: number): string {
  const width = scene.vary(`title ${row}`, step * 0.45, step * 0.8);
  return rect({ x, y: top + 10, width, height: 7 }, scene.colours.muted, { radius: 3.5 });
}

function drawCell(scene: Scene, field: PrdField, x: number, top: number, step: number, place: string): string {
  const { colours, vary } = scene;
  if (field.type === "enum" && field.values && field.values.length > 0) {
    const value = field.values[Math.floor(vary(place, 0, field.values.length - 0.001))] ?? "";
    return textWidth(value, 8.5) + 20 > step
      ? hint(scene, x, top + 10, step - 8, place)
      : pill(x, top + 7, value, [colours.soft, colours.ink]);
  }
  if (field.type === "boolean") {
    const isOn = vary(place, 0, 1) > 0.5;
    return rect({ x, y: top + 8, width: 11, height: 11 }, isOn ? colours.primary : colours.surface, {
      radius: 3,
      stroke: isOn ? colours.primary : colours.muted,
    });
  }
  return hint(scene, x, top + 10, Math.min(step - 8, 90), place);
}

function drawBoard(scene: Scene, { x, y, width, height }: Box): string {
  const { colours, main, vary } = scene;
  const stages = choicesOf({ ...main, fields: main.fields.toSorted(stageFirst) }).slice(0, 4);
  const names = stages.length > 1 ? stages : ["Open", "Done"];
  const step = width / names.length;
  return names
    .map((name, at) => {
      const left = x + at * step;
      const cards = Math.round(vary(`stage ${at}`, 1.6, 4.4));
      const parts = [
        rect({ x: left, y, width: step - 8, height }, colours.soft, { radius: 8 }),
        circle(left + 14, y + 15, 3.5, colours.primary),
        text(left + 23, y + 18.5, name, { size: 9.5, fill: colours.ink, weight: 600, width: step - 40 }),
      ];
      for (let card = 0; card < cards; card += 1) {
        const top = y + 30 + card * 54;
        if (top + 48 > y + height) break;
        const place = `card ${at} ${card}`;
        parts.push(
          rect({ x: left + 7, y: top, width: step - 22, height: 48 }, colours.surface, {
            radius: 6,
            stroke: colours.line,
          }),
          rect({ x: left + 15, y: top + 11, width: vary(place, 0.4, 0.75) * (step - 38), height: 7 }, colours.muted, {
            radius: 3.5,
          }),
          hint(scene, left + 15, top + 28, (step - 38) * 0.6, `${place} line`),
        );
      }
      return parts.join("");
    })
    .join("");
}

/** A board shows stages before priorities. */
const stageFirst = (a: PrdField, b: PrdField): number => stageWeight(b) - stageWeight(a);
const stageWeight = ({ name }: PrdField): number => (/status|stage|state|phase/i.test(name) ? 1 : 0);

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

function drawCalendar(scene: Scene, { x, y, width, height }: Box): string {
  const { colours, main, vary } = scene;
  const weeks = 5;
  const column = width / weekdays.length;
  const row = (height - 20) / weeks;
  const parts = [rect({ x, y, width, height }, colours.surface, { radius: 8, stroke: colours.line })];
  weekdays.forEach((day, at) => {
    parts.push(text(x + at * column + 8, y + 14, day, { size: 8.5, fill: colours.muted, weight: 600 }));
    if (at > 0) parts.push(rect({ x: x + at * column, y: y + 20, width: 1, height: height - 20 }, colours.line));
  });
  for (let week = 0; week < weeks; week += 1) {
    parts.push(rect({ x, y: y + 20 + week * row, width, height: 1 }, colours.line));
    for (let day = 0; day < weekdays.length; day += 1) {
      const place = `day ${week} ${day}`;
      const left = x + day * column;
      const top = y + 20 + week * row;
      parts.push(text(left + 8, top + 13, String(week * 7 + day + 1), { size: 8, fill: colours.muted }));
      if (week * 7 + day > 30 || vary(place, 0, 1) < 0.68) continue;
      const isStrong = vary(`${place} tone`, 0, 1) > 0.55;
      const event = { x: left + 4, y: top + 19, width: column - 8, height: 14 };
      parts.push(
        rect(event, isStrong ? colours.primary : colours.soft, { radius: 4 }),
        text(left + 9, top + 29, main.name, {
          size: 8,
          fill: isStrong ? colours.onPrimary : colours.ink,
          width: column - 16,
        }),
      );
    }
  }
  return parts.join("");
}

export function drawCards(scene: Scene, { x, y, width, height }: Box, withPicture: boolean): string {
  const { colours, main, vary } = scene;
  const across = width > 420 ? 4 : 3;
  const cell = (width + 10) / across;
  const tall = withPicture ? 118 : 74;
  const down = Math.max(1, Math.floor((height + 10) / (tall + 10)));
  const price = main.fields.find(({ type }) => type === "money");
  const parts: string[] = [];
  for (let at = 0; at < across * down; at += 1) {
    const left = x + (at % across) * cell;
    const top = y + Math.floor(at / across) * (tall + 10);
    const place = `tile ${at}`;
    const inner = cell - 10;
    parts.push(
      rect({ x: left, y: top, width: inner, height: tall }, colours.surface, { radius: 8, stroke: colours.line }),
    );
    if (withPicture) parts.push(drawPicture(scene, { x: left + 6, y: top + 6, width: inner - 12, height: 62 }, place));
    const below = withPicture ? top + 80 : top + 18;
    parts.push(
      rect({ x: left + 10, y: below, width: vary(place, 0.4, 0.7) * inner, height: 7 }, colours.muted, { radius: 3.5 }),
      hint(scene, left + 10, below + 16, inner - 30, `${place} line`),
    );
    if (price)
      parts.push(rect({ x: left + inner - 36, y: below - 2, width: 26, height: 10 }, colours.primary, { radius: 5 }));
  }
  return parts.join("");
}

/** Hills under a sun, in the app's colour. */
export function drawPicture({ colours, vary }: Scene, { x, y, width, height }: Box, place: string): string {
  const sun = vary(`${place} sun`, 0.2, 0.8) * width;
  const hill = vary(`${place} hill`, 0.35, 0.6) * height;
  const peak = vary(`${place} peak`, 0.3, 0.7) * width;
  const base = y + height;
  const round = (value: number): number => Math.round(value * 10) / 10;
  return (
    rect({ x, y, width, height }, colours.soft, { radius: 5 }) +
    circle(x + sun, y + height * 0.3, height * 0.12, colours.surface) +
    `<path d="M${round(x)} ${round(base)} L${round(x + peak)} ${round(base - hill)} L${round(x + width)} ${round(base)} Z" fill="${colours.primary}" opacity="0.55"/>`
  );
}
