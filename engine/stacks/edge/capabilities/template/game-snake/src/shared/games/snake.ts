// Snake on a square field. Pure: one step at a time, chance comes from the caller.

export const fieldSize = 16;

export interface Place {
  readonly x: number;
  readonly y: number;
}

export type Heading = "left" | "right" | "up" | "down";

export interface Game {
  /** Head first. */
  readonly snake: readonly Place[];
  readonly heading: Heading;
  readonly food: Place;
  readonly isOver: boolean;
}

const steps: Readonly<Record<Heading, Place>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

const same = (a: Place, b: Place): boolean => a.x === b.x && a.y === b.y;

function placeFood(snake: readonly Place[], chance: () => number): Place {
  const free: Place[] = [];
  for (let y = 0; y < fieldSize; y += 1)
    for (let x = 0; x < fieldSize; x += 1) if (!snake.some((part) => same(part, { x, y }))) free.push({ x, y });
  return free[Math.floor(chance() * free.length)] ?? { x: 0, y: 0 };
}

export function startGame(chance: () => number): Game {
  const snake = [5, 4, 3].map((x) => ({ x, y: 8 }));
  return { snake, heading: "right", food: placeFood(snake, chance), isOver: false };
}

/** The way it came from is no way to go. */
export function turn(game: Game, heading: Heading): Game {
  const [head, neck] = game.snake;
  if (!head || !neck) return game;
  const step = steps[heading];
  return same({ x: head.x + step.x, y: head.y + step.y }, neck) ? game : { ...game, heading };
}

export function advance(game: Game, chance: () => number): Game {
  const [first] = game.snake;
  if (game.isOver || !first) return game;
  const step = steps[game.heading];
  const head = { x: first.x + step.x, y: first.y + step.y };
  const eats = same(head, game.food);
  const body = eats ? game.snake : game.snake.slice(0, -1);
  const hits =
    head.x < 0 ||
    head.y < 0 ||
    head.x >= fieldSize ||
    head.y >= fieldSize ||
    body.some((part) => same(part, head));
  if (hits) return { ...game, isOver: true };
  const snake = [head, ...body];
  return { ...game, snake, food: eats ? placeFood(snake, chance) : game.food };
}

export const scoreOf = (game: Game): number => game.snake.length - 3;
