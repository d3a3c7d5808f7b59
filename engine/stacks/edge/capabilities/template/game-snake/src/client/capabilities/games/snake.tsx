import { useEffect, useState } from "react";
import { advance, fieldSize, type Heading, scoreOf, startGame, turn } from "../../../shared/games/snake.ts";
import { Icon } from "../../components/icon.tsx";
import { Button } from "../../components/ui/button.tsx";
import { useBestScores } from "./best-scores.ts";
import { GameFrame } from "./game-frame.tsx";
import { words } from "./snake-words.ts";

const keys: Readonly<Record<string, Heading>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};
const slowest = 190;
const fastest = 80;

export function Component() {
  const [game, setGame] = useState(() => startGame(Math.random));
  const [isRunning, setRunning] = useState(false);
  const [best, addBest] = useBestScores("snake");
  const score = scoreOf(game);
  const isMoving = isRunning && !game.isOver;

  useEffect(() => {
    if (!isMoving) return;
    const timer = setInterval(
      () => setGame((current) => advance(current, Math.random)),
      Math.max(fastest, slowest - score * 4),
    );
    return () => clearInterval(timer);
  }, [isMoving, score]);

  useEffect(() => {
    if (game.isOver) addBest(score);
    // Once at the end of a game.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [game.isOver]);

  const go = (heading: Heading): void => {
    setGame((current) => turn(current, heading));
    if (!game.isOver) setRunning(true);
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const heading = keys[event.key];
      if (!heading || (event.target instanceof HTMLElement && event.target.closest("input, select, textarea"))) return;
      event.preventDefault();
      setGame((current) => turn(current, heading));
      setRunning(true);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);

  const restart = (): void => {
    setGame(startGame(Math.random));
    setRunning(true);
  };
  const status = game.isOver
    ? words.over(score)
    : isRunning
      ? ""
      : words.howToStart;
  return (
    <GameFrame
      title={words.snake}
      rules={words.rules}
      facts={[
        { label: words.score, value: score },
        { label: words.best, value: Math.max(score, best[0]?.score ?? 0) },
      ]}
      status={status}
      best={best}
      scoreName="points"
      actions={
        <>
          {!game.isOver && <Button onClick={() => setRunning(!isRunning)}>{isRunning ? words.pause : words.start}</Button>}
          <Button variant="primary" onClick={restart}>
            {words.newGame}
          </Button>
        </>
      }
    >
      <svg
        viewBox={`0 0 ${fieldSize} ${fieldSize}`}
        role="img"
        aria-label={words.field(game.snake.length)}
        className="w-full rounded-lg bg-muted"
      >
        <circle cx={game.food.x + 0.5} cy={game.food.y + 0.5} r={0.4} className="fill-danger-solid" />
        {game.snake.map((part, at) => (
          <rect
            key={`${part.x}-${part.y}`}
            x={part.x + 0.05}
            y={part.y + 0.05}
            width={0.9}
            height={0.9}
            rx={0.25}
            className={at === 0 ? "fill-accent" : "fill-primary"}
          />
        ))}
      </svg>
      <div className="mt-4 flex justify-center gap-2">
        {(
          [
            ["left", "left"],
            ["up", "up"],
            ["down", "down"],
            ["right", "right"],
          ] as const
        ).map(([heading, icon]) => (
          <Button key={heading} size="icon" aria-label={words.turn(heading)} onClick={() => go(heading)}>
            <Icon name={icon} className="size-4" />
          </Button>
        ))}
      </div>
    </GameFrame>
  );
}
