// Drawing by chance, and where the wheel has to stop for it. Pure.
import type { ApiRecord } from "../model.ts";
import type { DrawSettings } from "./draw-settings.ts";

/** As many as can be read on a wheel. */
export const mostSegments = 24;

/** What can be drawn: the newest, without what is used up. */
export const drawable = (records: readonly ApiRecord[], { stock }: DrawSettings): ApiRecord[] =>
  records.filter((record) => stock === undefined || record[stock] !== 0).slice(0, mostSegments);

/** Records that say nothing about their chance have an average one; when none has any, all are alike. */
export function weightsOf(records: readonly ApiRecord[], { weight }: DrawSettings): number[] {
  const told = records.map((record) => (weight === undefined ? null : record[weight]));
  const known = told.filter((value): value is number => typeof value === "number" && value > 0);
  if (known.length === 0) return records.map(() => 1);
  const average = known.reduce((sum, value) => sum + value, 0) / known.length;
  return told.map((value) => (typeof value === "number" ? Math.max(0, value) : average));
}

/** The place of what was drawn, with `random` between 0 and 1. */
export function drawOne(weights: readonly number[], random: number): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let left = random * total;
  const at = weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  return at === -1 ? weights.length - 1 : at;
}

const turns = 4;

/** Degrees to turn to, onwards from `from`, so that the middle of a segment stands at the top. */
export function stopAt(place: number, count: number, from: number): number {
  const middle = ((place + 0.5) * 360) / count;
  const rest = (((-middle - from) % 360) + 360) % 360;
  return from + turns * 360 + rest;
}

/** A segment of a wheel of radius 100 around 0, 0; the first begins at the top. */
export function segmentPath(place: number, count: number): string {
  if (count === 1) return "M0-100A100 100 0 1 1 0 100A100 100 0 1 1 0-100Z";
  const point = (at: number): string => {
    const angle = (at / count) * 2 * Math.PI;
    return `${(Math.sin(angle) * 100).toFixed(2)} ${(-Math.cos(angle) * 100).toFixed(2)}`;
  };
  return `M0 0L${point(place)}A100 100 0 0 1 ${point(place + 1)}Z`;
}
