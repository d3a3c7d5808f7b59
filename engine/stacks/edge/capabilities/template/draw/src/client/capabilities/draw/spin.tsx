import { useEffect, useState } from "react";
import { drawable, drawOne, segmentPath, stopAt, weightsOf } from "../../../shared/draw/draw.ts";
import { drawSettings } from "../../../shared/draw/settings.ts";
import { formatRelative, inSentence } from "../../../shared/format.ts";
import { fieldOf, modelOf } from "../../../shared/lookup.ts";
import type { ApiRecord } from "../../../shared/model.ts";
import { api } from "../../api.ts";
import { controlLook } from "../../components/fields/control.ts";
import { Icon } from "../../components/icon.tsx";
import { Button } from "../../components/ui/button.tsx";
import { Card, EmptyState } from "../../components/ui/card.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { Link } from "../../link.tsx";
import { loadAll } from "../all-records.ts";
import { words } from "./words.ts";

const model = modelOf(drawSettings.model);
const { results } = drawSettings;
const kept = results ? modelOf(results.model) : null;
const spinMs = 3_000;
const latest = 8;

const isCalm = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;

async function keep(drawn: ApiRecord, winner: string): Promise<void> {
  if (!results || !kept) return;
  const now = new Date().toISOString();
  await api.create(kept, {
    [results.prize]: results.byId ? drawn.id : drawn._label,
    ...(results.winner !== undefined && winner !== "" && { [results.winner]: winner }),
    ...(results.at && { [results.at.key]: results.at.isDay ? now.slice(0, 10) : now }),
  });
}

function Wheel({ records, angle }: { records: readonly ApiRecord[]; angle: number }) {
  return (
    <div className="relative mx-auto aspect-square w-full max-w-sm" aria-hidden="true">
      <svg viewBox="-104 -104 208 208" className="size-full">
        <g style={{ transform: `rotate(${angle}deg)`, transition: isCalm() ? "none" : `transform ${spinMs}ms cubic-bezier(.15,.7,.2,1)` }}>
          {records.map((record, place) => (
            <g key={record.id}>
              <path d={segmentPath(place, records.length)} className={place % 2 === 0 ? "fill-primary stroke-surface" : "fill-accent-soft stroke-surface"} />
              <text
                transform={`rotate(${((place + 0.5) * 360) / records.length - 90})`}
                x="94"
                dominantBaseline="middle"
                textAnchor="end"
                className={place % 2 === 0 ? "fill-on-primary text-[8px]" : "fill-text text-[8px]"}
              >
                {record._label.length > 16 ? `${record._label.slice(0, 15)}…` : record._label}
              </text>
            </g>
          ))}
        </g>
        <path d="M-7-104H7L0-88Z" className="fill-text" />
      </svg>
    </div>
  );
}

/** Mounted anew after each draw. */
function Results() {
  const [records, setRecords] = useState<readonly ApiRecord[] | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    if (kept)
      // Not everyone may read them: then the list is left out.
      api.list(kept, new URLSearchParams({ pageSize: String(latest) }), abort.signal).then(
        ({ items }) => setRecords(items),
        () => undefined,
      );
    return () => abort.abort();
  }, []);
  if (!kept || !records) return null;
  return (
    <Card title={words.latestOf(inSentence(kept.pluralLabel))}>
      <ol className="divide-y text-sm">
        {records.map((record) => (
          <li key={record.id} className="flex justify-between gap-4 px-5 py-2.5">
            <Link to={`/${kept.slug}/${record.id}`} className="min-w-0 rounded font-medium break-words text-accent hover:underline">
              {record._label}
              {results?.byId && record._refs[results.prize] && ` · ${record._refs[results.prize]?.label ?? ""}`}
            </Link>
            <span className="shrink-0 text-subtle">{formatRelative(record.createdAt)}</span>
          </li>
        ))}
      </ol>
    </Card>
  );
}

export function Component() {
  const [records, setRecords] = useState<readonly ApiRecord[] | null>(null);
  const [problem, setProblem] = useState("");
  const [winner, setWinner] = useState("");
  const [angle, setAngle] = useState(0);
  const [isSpinning, setIsSpinning] = useState(false);
  const [drawn, setDrawn] = useState<ApiRecord | null>(null);
  const [version, setVersion] = useState(0);

  useEffect(() => {
    const abort = new AbortController();
    loadAll(model, abort.signal).then(
      (loaded) => setRecords(drawable(loaded.records, drawSettings)),
      (error: unknown) => {
        if (!abort.signal.aborted) setProblem(error instanceof Error ? error.message : words.loadingFailed);
      },
    );
    return () => abort.abort();
  }, []);

  const spin = async (segments: readonly ApiRecord[]): Promise<void> => {
    const chance = (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;
    const place = drawOne(weightsOf(segments, drawSettings), chance);
    const result = segments[place];
    if (!result) return;
    setIsSpinning(true);
    setDrawn(null);
    setProblem("");
    setAngle((from) => stopAt(place, segments.length, from));
    await new Promise((resolve) => setTimeout(resolve, isCalm() ? 0 : spinMs));
    setDrawn(result);
    setIsSpinning(false);
    try {
      await keep(result, winner.trim());
      setVersion((old) => old + 1);
    } catch (error) {
      setProblem(words.notKept(error instanceof Error ? error.message : words.tryAgain));
    }
  };
  const asksName = kept !== null && results?.winner !== undefined;
  return (
    <>
      <PageHeader title={words.spinWheel} description={words.lead(inSentence(model.pluralLabel))} />
      {records?.length === 0 && (
        <Card>
          <EmptyState icon={<Icon name="star" />} title={words.noneLeft(inSentence(model.pluralLabel))} text={words.addSome} />
        </Card>
      )}
      {records && records.length > 0 && (
        <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <Card>
            <div className="p-5">
              <Wheel records={records} angle={angle} />
              <div className="mt-5 flex flex-wrap items-end justify-center gap-3">
                {asksName && (
                  <label className="min-w-0 basis-52 text-sm font-medium">
                    {fieldOf(kept, results?.winner ?? "")?.label}
                    <input
                      value={winner}
                      onChange={(event) => setWinner(event.target.value)}
                      autoComplete="name"
                      maxLength={100}
                      className={`${controlLook} mt-1.5`}
                    />
                  </label>
                )}
                <Button
                  variant="primary"
                  disabled={isSpinning || (asksName && winner.trim() === "" && fieldOf(kept, results?.winner ?? "")?.required)}
                  onClick={() => void spin(records)}
                >
                  {words.spin}
                </Button>
              </div>
            </div>
            <p role="status" className="min-h-12 border-t px-5 py-3 text-center font-medium text-accent">
              {drawn ? words.chosen(drawn._label) : isSpinning ? words.spinning : ""}
            </p>
            {problem && (
              <p role="alert" className="border-t px-5 py-3 text-sm text-danger">
                {problem}
              </p>
            )}
          </Card>
          <div className="space-y-5">
            <Card title={model.pluralLabel}>
              <ul className="divide-y text-sm">
                {records.map((record) => (
                  <li key={record.id} className="px-5 py-2.5">
                    <Link to={`/${model.slug}/${record.id}`} className="rounded font-medium break-words text-accent hover:underline">
                      {record._label}
                    </Link>
                  </li>
                ))}
              </ul>
            </Card>
            <Results key={version} />
          </div>
        </div>
      )}
      {problem && !records && <p role="alert">{problem}</p>}
    </>
  );
}
