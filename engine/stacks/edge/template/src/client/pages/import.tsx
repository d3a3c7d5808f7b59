// A CSV file becomes records: choose it, match its columns, look at what was read, then import. Nothing is stored before
// the last step.
import { useMemo, useState } from "react";
import { type ColumnMatch, matchColumns, readCsvRow, type RecordNames } from "../../shared/csv-records.ts";
import { CsvError, parseCsv } from "../../shared/csv.ts";
import { countOf, inSentence } from "../../shared/format.ts";
import type { ModelMeta } from "../../shared/model.ts";
import { say } from "../../shared/say.ts";
import { Icon } from "../components/icon.tsx";
import { Button, ButtonLink } from "../components/ui/button.tsx";
import { Card } from "../components/ui/card.tsx";
import { PageHeader } from "../components/ui/page-header.tsx";
import { downloadCsv } from "../csv-export.ts";
import { ColumnMatching, Preview } from "../import/preview.tsx";
import { loadRecordNames } from "../import/record-names.ts";
import { type ImportResult, type ImportRow, reasonOf, runImport } from "../import/run-import.ts";
import { useLoaderData } from "../routing/pages.tsx";
import type { LoaderArgs } from "../routing/router.ts";

const largestFile = 5_000_000;
const mostRows = 5_000;

interface Table {
  header: string[];
  rows: string[][];
}

async function readTable(file: File): Promise<Table> {
  if (file.size > largestFile) throw new CsvError(say.fileTooLarge);
  const [header, ...rows] = parseCsv(await file.text());
  if (!header || rows.length === 0) throw new CsvError(say.noRows);
  if (rows.length > mostRows) throw new CsvError(say.tooManyRows(rows.length, mostRows));
  return { header, rows };
}

function ChooseFile({
  model,
  onChoose,
  problem,
}: {
  model: ModelMeta;
  onChoose: (file: File) => void;
  problem: string;
}) {
  return (
    <Card title={say.chooseFile}>
      <div className="space-y-4 p-5 text-sm">
        <p className="max-w-prose text-subtle">
          A CSV file as spreadsheets save it: the first row names the columns, every other row is one{" "}
          {inSentence(model.label)}.
        </p>
        <div>
          <label htmlFor="csv-file" className="mb-1.5 block font-medium">
            CSV file
          </label>
          <input
            id="csv-file"
            type="file"
            accept=".csv,.tsv,.txt,text/csv"
            aria-invalid={problem !== ""}
            aria-describedby={problem ? "csv-problem" : undefined}
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file) onChoose(file);
              // The same file may be chosen again once it is mended.
              event.target.value = "";
            }}
            className="block w-full rounded-lg border border-control bg-surface text-sm text-subtle file:mr-3 file:h-10 file:border-0 file:bg-muted file:px-4 file:font-medium file:text-text"
          />
          {problem && (
            <p id="csv-problem" role="alert" className="mt-1.5 text-danger">
              {problem}
            </p>
          )}
        </div>
        <Button
          size="small"
          onClick={() => downloadCsv(`${model.slug}-template`, [model.fields.map(({ label }) => label)])}
        >
          <Icon name="download" className="size-4" />
          {say.emptyTemplate}
        </Button>
      </div>
    </Card>
  );
}

function Done({ model, header, result }: { model: ModelMeta; header: readonly string[]; result: ImportResult }) {
  return (
    <Card title={say.imported}>
      <div className="space-y-4 p-5 text-sm">
        <p role="status">{say.importedCount(result.created, model, result.refused.length)}</p>
        {result.refused.length > 0 && (
          <ul className="max-h-60 space-y-1 overflow-y-auto text-subtle">
            {result.refused.slice(0, 50).map(({ row, reason }) => (
              <li key={row.number} className="break-words">
                <span className="font-medium text-text">{say.rowNumber(row.number)}</span> {reason}
              </li>
            ))}
          </ul>
        )}
        <div className="flex flex-wrap gap-2">
          <ButtonLink to={`/${model.slug}`} variant="primary">
            {say.show(model)}
          </ButtonLink>
          {result.refused.length > 0 && (
            <Button
              onClick={() =>
                downloadCsv(`${model.slug}-left-out`, [
                  [...header, say.problem],
                  ...result.refused.map(({ row, reason }) => [...header.map((_, at) => row.cells[at] ?? ""), reason]),
                ])
              }
            >
              <Icon name="download" className="size-4" />
              {say.rowsLeftOut}
            </Button>
          )}
        </div>
      </div>
    </Card>
  );
}

export function ImportView({ model, names }: { model: ModelMeta; names: RecordNames }) {
  const [table, setTable] = useState<Table | null>(null);
  const [match, setMatch] = useState<ColumnMatch>({});
  const [problem, setProblem] = useState("");
  const [progress, setProgress] = useState<number | null>(null);
  const [result, setResult] = useState<ImportResult | null>(null);

  const rows = useMemo<ImportRow[]>(
    () =>
      (table?.rows ?? []).map((cells, at) => ({ number: at + 2, cells, ...readCsvRow(model, match, cells, names) })),
    [model, table, match, names],
  );
  const valid = rows.filter(({ errors }) => Object.keys(errors).length === 0);

  const choose = async (file: File): Promise<void> => {
    setProblem("");
    try {
      const read = await readTable(file);
      setTable(read);
      setMatch(matchColumns(model, read.header));
    } catch (failure) {
      setTable(null);
      setProblem(failure instanceof CsvError ? failure.message : say.unreadable);
    }
  };

  const start = async (): Promise<void> => {
    setProgress(0);
    const outcome = await runImport(model, valid, setProgress);
    const unread = rows
      .filter(({ errors }) => Object.keys(errors).length > 0)
      .map((row) => ({ row, reason: reasonOf(model, row.errors, "") }));
    setResult({
      created: outcome.created,
      refused: [...unread, ...outcome.refused].sort((a, b) => a.row.number - b.row.number),
    });
    setProgress(null);
  };

  return (
    <>
      <PageHeader title={say.importOf(model)} back={{ to: `/${model.slug}`, label: model.pluralLabel }} />
      <div className="space-y-5">
        {result && table ? (
          <Done model={model} header={table.header} result={result} />
        ) : (
          <>
            <ChooseFile model={model} onChoose={(file) => void choose(file)} problem={problem} />
            {table && (
              <>
                <ColumnMatching model={model} header={table.header} match={match} onChange={setMatch} />
                <Preview model={model} match={match} rows={rows} />
                <div className="flex flex-wrap items-center justify-end gap-3">
                  {progress !== null && (
                    <progress
                      aria-label={say.importedRows}
                      value={progress}
                      max={valid.length}
                      className="h-2 min-w-40 flex-1 accent-primary"
                    />
                  )}
                  <ButtonLink to={`/${model.slug}`}>{say.cancel}</ButtonLink>
                  <Button
                    variant="primary"
                    disabled={valid.length === 0 || progress !== null}
                    onClick={() => void start()}
                  >
                    Import {countOf(valid.length, model)}
                  </Button>
                </div>
              </>
            )}
          </>
        )}
      </div>
    </>
  );
}

// For the router.
const ImportPage = ({ model }: { model: ModelMeta }) => (
  <ImportView model={model} names={useLoaderData<RecordNames>()} />
);

export const importRoute = (model: ModelMeta) => ({
  loader: ({ request }: LoaderArgs) => loadRecordNames(model, request.signal),
  Component: () => <ImportPage key={model.key} model={model} />,
});
