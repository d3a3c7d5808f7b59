import { useEffect, useRef, useState } from "react";
import { addTile, type Board, type Direction, isStuck, slide, startBoard } from "../../../shared/games/2048.ts";
import { classNames } from "../../class-names.ts";
import { Icon } from "../../components/icon.tsx";
import { Button } from "../../components/ui/button.tsx";
import { useBestScores } from "./best-scores.ts";
import { GameFrame } from "./game-frame.tsx";
import { words } from "./2048-words.ts";

const keys: Readonly<Record<string, Direction>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

const looks: Readonly<Record<number, string>> = {
  0: "bg-muted",
  2: "bg-surface border",
  4: "bg-accent-soft text-accent",
  8: "bg-info-soft text-info",
  16: "bg-success-soft text-success",
  32: "bg-warning-soft text-warning",
  64: "bg-danger-soft text-danger",
};

const shortestSwipe = 24;

export function Component() {
  const [board, setBoard] = useState<Board>(() => startBoard(Math.random));
  const [score, setScore] = useState(0);
  const [best, addBest] = useBestScores("2048");
  const touched = useRef<{ x: number; y: number } | null>(null);
  const isOver = isStuck(board);
  const hasWon = board.some((value) => value >= 2048);

  const move = (direction: Direction): void => {
    const result = slide(board, direction);
    if (!result.moved) return;
    const next = addTile(result.board, Math.random);
    setBoard(next);
    setScore(score + result.gained);
    if (isStuck(next)) addBest(score + result.gained);
  };
  const restart = (): void => {
    if (score > 0 && !isOver) addBest(score);
    setBoard(startBoard(Math.random));
    setScore(0);
  };

  const latest = useRef(move);
  useEffect(() => {
    latest.current = move;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const direction = keys[event.key];
      if (!direction || (event.target instanceof HTMLElement && event.target.closest("input, select, textarea"))) return;
      event.preventDefault();
      latest.current(direction);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);

  const swipe = (x: number, y: number): void => {
    const from = touched.current;
    touched.current = null;
    if (!from) return;
    const [across, down] = [x - from.x, y - from.y];
    if (Math.max(Math.abs(across), Math.abs(down)) < shortestSwipe) return;
    if (Math.abs(across) > Math.abs(down)) move(across > 0 ? "right" : "left");
    else move(down > 0 ? "down" : "up");
  };

  const arrow = (direction: Direction, icon: string, turn = "") => (
    <Button size="icon" aria-label={words.move(direction)} onClick={() => move(direction)}>
      <Icon name={icon} className={classNames("size-4", turn)} />
    </Button>
  );
  return (
    <GameFrame
      title="2048"
      rules={words.rules}
      facts={[
        { label: words.score, value: score },
        { label: words.best, value: Math.max(score, best[0]?.score ?? 0) },
      ]}
      status={isOver ? words.over(score) : hasWon ? words.reached : ""}
      best={best}
      scoreName="points"
      actions={<Button onClick={restart}>{words.newGame}</Button>}
    >
      <div
        role="img"
        aria-label={words.boardOf([0, 4, 8, 12].map((row) => board.slice(row, row + 4).join(" ")).join("; "))}
        className="grid touch-none grid-cols-4 gap-2"
        onPointerDown={(event) => {
          touched.current = { x: event.clientX, y: event.clientY };
        }}
        onPointerUp={(event) => swipe(event.clientX, event.clientY)}
      >
        {board.map((value, at) => (
          <div
            // A place on the board has no other name than its number.
            // oxlint-disable-next-line react/no-array-index-key
            key={at}
            className={classNames(
              "grid aspect-square place-items-center rounded-lg font-bold tabular-nums select-none",
              value >= 1024 ? "text-xl" : "text-2xl sm:text-3xl",
              looks[value] ?? "bg-primary text-on-primary",
            )}
          >
            {value > 0 && value}
          </div>
        ))}
      </div>
      <div className="mt-4 flex justify-center gap-2">
        {arrow("left", "left")}
        {arrow("up", "up")}
        {arrow("down", "down")}
        {arrow("right", "right")}
      </div>
    </GameFrame>
  );
}
