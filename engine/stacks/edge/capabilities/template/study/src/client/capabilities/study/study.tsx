import { useState } from "react";
import { inSentence } from "../../../shared/format.ts";
import { fieldOf, modelOf } from "../../../shared/lookup.ts";
import type { ApiRecord } from "../../../shared/model.ts";
import { studySettings } from "../../../shared/study/settings.ts";
import { afterAnswer, type Boxes, countLearnt, planRound } from "../../../shared/study/study.ts";
import { useAllRecords } from "../use-all-records.ts";
import { readStored, store } from "../stored.ts";
import { controlLook } from "../../components/fields/control.ts";
import { Icon } from "../../components/icon.tsx";
import { Button } from "../../components/ui/button.tsx";
import { Card, EmptyState } from "../../components/ui/card.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { words } from "./words.ts";

const model = modelOf(studySettings.model);
const deckField = fieldOf(model, studySettings.deck ?? "");
const kept = "study-boxes";

interface Round {
  readonly cards: readonly ApiRecord[];
  readonly at: number;
  readonly known: number;
}

/** Decks as they occur in the cards: one without cards cannot be studied. */
function decksOf(records: readonly ApiRecord[]): { id: string; label: string }[] {
  if (!deckField) return [];
  const refs = records.flatMap((record) => record._refs[deckField.key] ?? []);
  return [...new Map(refs.map((ref) => [ref.id, ref])).values()].sort((a, b) => a.label.localeCompare(b.label));
}

function Progress({ learnt, total }: { learnt: number; total: number }) {
  return (
    <div className="border-b px-5 py-3.5">
      <p className="flex justify-between gap-4 text-sm">
        <span className="text-subtle">{words.learningProgress}</span>
        <span className="font-semibold tabular-nums">
          {words.learntOf(learnt, total)}
        </span>
      </p>
      <div className="mt-2 h-2 overflow-hidden rounded-full bg-muted">
        <div className="h-full rounded-full bg-accent" style={{ width: `${total === 0 ? 0 : (learnt / total) * 100}%` }} />
      </div>
    </div>
  );
}

function CardOnTable({ card, at, of, onAnswer }: { card: ApiRecord; at: number; of: number; onAnswer: (isKnown: boolean) => void }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className="p-5">
      <p className="text-sm text-subtle">
        {words.cardOf(at + 1, of)}
      </p>
      <div aria-live="polite" className="my-4 grid min-h-56 place-items-center rounded-xl border bg-muted p-6 text-center">
        <div>
          <p className="text-2xl font-semibold break-words">{String(card[studySettings.front] ?? "")}</p>
          {isOpen && (
            <p className="mt-5 border-t pt-5 text-lg break-words whitespace-pre-line">
              {String(card[studySettings.back] ?? "") || words.otherSideEmpty}
            </p>
          )}
        </div>
      </div>
      <div className="flex flex-wrap gap-2">
        {/* One button with two meanings, so that the keyboard stays on it. */}
        <Button variant="primary" onClick={() => (isOpen ? onAnswer(true) : setIsOpen(true))}>
          {isOpen ? words.knewIt : words.showAnswer}
        </Button>
        {isOpen && <Button onClick={() => onAnswer(false)}>{words.notYet}</Button>}
      </div>
    </div>
  );
}

export function Component() {
  const { loaded, problem } = useAllRecords(model);
  const [deck, setDeck] = useState("");
  const [boxes, setBoxes] = useState<Boxes>(() => readStored(kept, {}));
  const [round, setRound] = useState<Round | null>(null);

  const all = loaded?.records ?? [];
  const decks = decksOf(all);
  const cards = deckField && deck !== "" ? all.filter((card) => card._refs[deckField.key]?.id === deck) : all;
  const card = round?.cards[round.at];
  const begin = (): void => setRound({ cards: planRound(cards, boxes, Math.random), at: 0, known: 0 });
  const answer = (isKnown: boolean): void => {
    if (!round || !card) return;
    const next = afterAnswer(boxes, card.id, isKnown);
    store(kept, next);
    setBoxes(next);
    setRound({ ...round, at: round.at + 1, known: round.known + (isKnown ? 1 : 0) });
  };
  return (
    <>
      <PageHeader title={words.study} description={words.lead} />
      {problem && <p role="alert">{problem}</p>}
      {loaded && all.length === 0 && (
        <Card>
          <EmptyState
            icon={<Icon name="book" />}
            title={words.noneYet(inSentence(model.pluralLabel))}
            text={words.willShow}
          />
        </Card>
      )}
      {all.length > 0 && (
        <Card className="mx-auto max-w-2xl">
          <Progress learnt={countLearnt(cards, boxes)} total={cards.length} />
          {card && round ? (
            <CardOnTable key={`${card.id} ${round.at}`} card={card} at={round.at} of={round.cards.length} onAnswer={answer} />
          ) : (
            <div className="flex flex-wrap items-end gap-3 p-5">
              {round && (
                <p role="status" className="basis-full font-medium text-success">
                  {words.roundFinished(round.known, round.cards.length)}
                </p>
              )}
              {decks.length > 1 && (
                <label className="min-w-0 grow basis-52 text-sm font-medium">
                  {deckField?.label}
                  <select value={deck} onChange={(event) => setDeck(event.target.value)} className={`${controlLook} mt-1.5`}>
                    <option value="">{words.all}</option>
                    {decks.map(({ id, label }) => (
                      <option key={id} value={id}>
                        {label}
                      </option>
                    ))}
                  </select>
                </label>
              )}
              <Button variant="primary" onClick={begin}>
                {round ? words.studyAgain : words.startStudying}
              </Button>
            </div>
          )}
        </Card>
      )}
    </>
  );
}
