import { useEffect, useState } from "react";
import { deal, faces } from "../../../shared/games/memory.ts";
import { classNames } from "../../class-names.ts";
import { Button } from "../../components/ui/button.tsx";
import { useBestScores } from "./best-scores.ts";
import { GameFrame } from "./game-frame.tsx";
import { words } from "./memory-words.ts";

const shownFor = 900;

export function Component() {
  const [cards, setCards] = useState(() => deal(Math.random));
  const [open, setOpen] = useState<readonly number[]>([]);
  const [found, setFound] = useState<readonly string[]>([]);
  const [moves, setMoves] = useState(0);
  const [best, addBest] = useBestScores("memory", "lowest");
  const isOver = found.length === faces.length;

  useEffect(() => {
    if (open.length < 2) return;
    const timer = setTimeout(() => setOpen([]), shownFor);
    return () => clearTimeout(timer);
  }, [open]);

  const turn = (at: number): void => {
    const card = cards[at] ?? "";
    if (open.includes(at) || found.includes(card)) return;
    // A third card turns the two others back at once.
    const [first] = open.length === 1 ? open : [];
    setOpen(first === undefined ? [at] : [first, at]);
    if (first === undefined) return;
    setMoves(moves + 1);
    if (cards[first] !== card) return;
    setFound([...found, card]);
    if (found.length + 1 === faces.length) addBest(moves + 1);
  };
  const restart = (): void => {
    setCards(deal(Math.random));
    setOpen([]);
    setFound([]);
    setMoves(0);
  };
  return (
    <GameFrame
      title={words.memory}
      rules={words.rules}
      facts={[
        { label: words.moves, value: moves },
        { label: words.pairs, value: `${found.length} of ${faces.length}` },
      ]}
      status={isOver ? words.finished(moves) : ""}
      best={best}
      scoreName="moves"
      actions={
        <Button variant="primary" onClick={restart}>
          {words.newGame}
        </Button>
      }
    >
      <div className="grid grid-cols-4 gap-2">
        {cards.map((card, at) => {
          const isFound = found.includes(card);
          const isOpen = isFound || open.includes(at);
          return (
            <button
              // A card has no other name than its place.
              // oxlint-disable-next-line react/no-array-index-key
              key={at}
              type="button"
              aria-label={isOpen ? words.faceUp(at, card, isFound) : words.faceDown(at)}
              onClick={() => turn(at)}
              className={classNames(
                "grid aspect-square place-items-center rounded-lg text-3xl transition-colors sm:text-4xl",
                isFound ? "bg-success-soft" : isOpen ? "bg-accent-soft" : "bg-primary hover:bg-primary-hover",
              )}
            >
              {isOpen && card}
            </button>
          );
        })}
      </div>
    </GameFrame>
  );
}
