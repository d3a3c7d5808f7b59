import { useState } from "react";
import { bestPlace, type Board, emptyBoard, type Mark, resultOf, winningRow } from "../../../shared/games/tic-tac-toe.ts";
import { classNames } from "../../class-names.ts";
import { Button } from "../../components/ui/button.tsx";
import { readStored, store } from "../stored.ts";
import { useBestScores } from "./best-scores.ts";
import { GameFrame } from "./game-frame.tsx";
import { words } from "./tic-tac-toe-words.ts";

const key = "tic-tac-toe-wins";
const noWins = { X: 0, O: 0, draw: 0 };
const places = ["top left", "top", "top right", "left", "centre", "right", "bottom left", "bottom", "bottom right"];

export function Component() {
  const [board, setBoard] = useState<Board>(emptyBoard);
  const [turn, setTurn] = useState<Mark>("X");
  const [againstComputer, setAgainstComputer] = useState(true);
  const [wins, setWins] = useState<typeof noWins>(() => readStored(key, noWins));
  const [streak, setStreak] = useState(0);
  const [best, addBest] = useBestScores("tic-tac-toe");
  const result = resultOf(board);
  const row = winningRow(board);

  const finish = (final: Board): void => {
    const outcome = resultOf(final);
    if (!outcome) return;
    const next = { ...wins, [outcome]: wins[outcome] + 1 };
    setWins(next);
    store(key, next);
    if (outcome === "O") return setStreak(0);
    setStreak(streak + 1);
    addBest(streak + 1);
  };
  const play = (at: number): void => {
    if (result || board[at]) return;
    let next = board.with(at, turn);
    if (againstComputer && !resultOf(next)) next = next.with(bestPlace(next, "O"), "O");
    else if (!againstComputer) setTurn(turn === "X" ? "O" : "X");
    setBoard(next);
    finish(next);
  };
  const restart = (): void => {
    setBoard(emptyBoard);
    setTurn("X");
  };
  const status = result === "draw" ? words.isDraw : result ? words.wins(result) : words.isNext(turn);
  return (
    <GameFrame
      title={words.ticTacToe}
      rules={words.rules}
      facts={[
        { label: words.xWon, value: wins.X },
        { label: words.oWon, value: wins.O },
        { label: words.draws, value: wins.draw },
      ]}
      status={status}
      best={best}
      scoreName="games unbeaten"
      actions={
        <>
          <Button
            aria-pressed={againstComputer}
            onClick={() => {
              setAgainstComputer(!againstComputer);
              restart();
            }}
          >
            {againstComputer ? words.againstComputer : words.twoPlayers}
          </Button>
          <Button variant="primary" onClick={restart}>
            {words.newGame}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-3 gap-2">
        {board.map((mark, at) => (
          <button
            key={places[at]}
            type="button"
            aria-label={`${places[at]}: ${mark ?? words.empty}`}
            disabled={result !== null}
            onClick={() => play(at)}
            className={classNames(
              "grid aspect-square place-items-center rounded-lg text-5xl font-bold",
              row?.includes(at) ? "bg-primary text-on-primary" : "bg-muted hover:bg-accent-soft",
            )}
          >
            {mark}
          </button>
        ))}
      </div>
    </GameFrame>
  );
}
