// Work and breaks in turn; after every fourth stretch of work the break is long.

export type Phase = "work" | "break" | "longBreak";

export interface Lengths {
  readonly work: number;
  readonly break: number;
  readonly longBreak: number;
}

/** In minutes. */
export const usualLengths: Lengths = { work: 25, break: 5, longBreak: 15 };
export const worksBeforeLongBreak = 4;

/** `done`: how many stretches of work are behind, the one that just ended included. */
export function nextPhase(phase: Phase, done: number): Phase {
  if (phase !== "work") return "work";
  return done > 0 && done % worksBeforeLongBreak === 0 ? "longBreak" : "break";
}
