import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../../components/ui/button.tsx";
import { Field } from "../../../components/ui/field.tsx";
import { Textarea } from "../../../components/ui/input.tsx";
import { Notice } from "../../../components/ui/notice.tsx";
import { describeError } from "../../../lib/api-error.ts";
import { askData, type DataTable } from "../../../lib/app-data-queries.ts";
import { formatCount } from "../../../lib/format.ts";
import { useProject } from "../../../session/project-context.ts";
import { cellText } from "./cells.ts";

export function SqlPart({ tables }: { tables: readonly DataTable[] }) {
  const { projectId } = useProject();
  const [sql, setSql] = useState(`SELECT * FROM "${tables[0]?.name ?? ""}" LIMIT 20`);
  const answer = useMutation({ mutationFn: () => askData(projectId, sql) });
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          answer.mutate();
        }}
      >
        <Field
          label="Question"
          hint={`One SELECT, which changes nothing. Tables: ${tables.map(({ name }) => name).join(", ")}`}
        >
          {(ids) => (
            <Textarea
              {...ids}
              rows={4}
              spellCheck={false}
              className="font-mono text-sm"
              value={sql}
              maxLength={20_000}
              onChange={(event) => setSql(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === "Enter" && (event.metaKey || event.ctrlKey))
                  event.currentTarget.form?.requestSubmit();
              }}
            />
          )}
        </Field>
        <Button
          type="submit"
          size="sm"
          look="primary"
          className="mt-2"
          busy={answer.isPending}
          disabled={sql.trim() === ""}
          title="Ctrl or ⌘ + Enter"
        >
          Ask
        </Button>
      </form>
      {answer.isError && (
        <Notice tone="danger" title="No answer">
          {describeError(answer.error).detail}
        </Notice>
      )}
      {answer.isSuccess && (
        <div>
          <p role="status" className="mb-2 text-sm text-muted">
            {formatCount(answer.data.rows.length, "row")}
            {answer.data.cut && ", and there are more"}
          </p>
          <div
            className="max-h-[50dvh] overflow-auto rounded-lg border border-line"
            tabIndex={0}
            role="region"
            aria-label="Answer"
          >
            <table className="w-full border-separate border-spacing-0 text-left text-sm">
              <thead className="sticky top-0 bg-sunken">
                <tr>
                  {answer.data.columns.map((name) => (
                    <th
                      key={name}
                      className="border-b border-line px-2 py-1.5 font-mono text-xs font-[560] whitespace-nowrap"
                    >
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {answer.data.rows.map((row, index) => (
                  <tr key={index}>
                    {row.map((value, column) => (
                      <td
                        key={answer.data.columns[column]}
                        className="max-w-56 truncate border-b border-line px-2 py-1.5"
                        title={cellText(value)}
                      >
                        {value === null ? <span className="text-muted">–</span> : cellText(value)}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
      )}
    </>
  );
}
