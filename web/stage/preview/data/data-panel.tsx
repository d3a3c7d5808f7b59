import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../../components/ui/button.tsx";
import { EmptyState } from "../../../components/ui/empty-state.tsx";
import { Segmented } from "../../../components/ui/segmented.tsx";
import { Select } from "../../../components/ui/select.tsx";
import { Skeleton } from "../../../components/ui/skeleton.tsx";
import { describeError } from "../../../lib/api-error.ts";
import { dataTablesQuery } from "../../../lib/app-data-queries.ts";
import { useProject } from "../../../session/project-context.ts";
import { SqlPart } from "./sql-part.tsx";
import { TablePart } from "./table-part.tsx";

const parts = [
  { value: "rows", label: "Rows" },
  { value: "sql", label: "SQL" },
] as const;

/** The preview's database: rows to look at and change, questions to ask. `changed`: the app should be drawn anew. */
export function DataPanel({ changed }: { changed: () => void }) {
  const { projectId } = useProject();
  const tables = useQuery(dataTablesQuery(projectId));
  const [chosen, setChosen] = useState<string | null>(null);
  const [part, setPart] = useState<"rows" | "sql">("rows");
  if (tables.isPending) return <Skeleton className="h-64" role="status" aria-label="Loading the tables" />;
  if (tables.isError) {
    const { title, detail } = describeError(tables.error);
    return (
      <EmptyState title={title} actions={<Button onClick={() => void tables.refetch()}>Try again</Button>}>
        {detail}
      </EmptyState>
    );
  }
  const { items } = tables.data;
  const table = items.find(({ name }) => name === chosen) ?? items[0];
  if (table === undefined) return <EmptyState title="No tables">This app keeps no data.</EmptyState>;
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <Segmented label="Part of the data" value={part} onChange={setPart} options={parts} />
        {part === "rows" && (
          <Select
            label="Table"
            value={table.name}
            onChange={setChosen}
            options={items.map(({ name, rows }) => ({ value: name, label: `${name} (${rows})` }))}
          />
        )}
      </div>
      {part === "rows" ? <TablePart key={table.name} table={table} changed={changed} /> : <SqlPart tables={items} />}
    </div>
  );
}
