import Copy from "lucide-react/icons/copy";
import { Button } from "../../components/ui/button.tsx";
import type { Handover } from "../../lib/api-types.ts";
import { classNames } from "../../lib/class-names.ts";
import { EditLink } from "./edit-link.tsx";
import { toast } from "../../lib/toast.ts";

type Reproduction = NonNullable<Handover["reproduction"]>;

/** The least that shows the failure: a command, what it prints, the lines that it is about. */
export function ReproductionView({ reproduction }: { reproduction: Reproduction }) {
  const { step, command, output, places } = reproduction;
  return (
    <div className="mt-3 flex flex-col gap-4">
      {command === null ? (
        <p className="max-w-prose text-muted">The platform’s own step “{step}” shows it.</p>
      ) : (
        <div className="flex items-center gap-2 rounded-md bg-sunken px-3 py-1.5">
          <code className="min-w-0 flex-1 overflow-x-auto font-mono text-sm whitespace-pre" tabIndex={0}>
            {command}
          </code>
          <Button
            look="quiet"
            size="icon"
            aria-label="Copy the command"
            title="Copy"
            onClick={() => void navigator.clipboard.writeText(command).then(() => toast.success("Copied"))}
          >
            <Copy />
          </Button>
        </div>
      )}
      {output !== "" && (
        <pre
          className="max-h-80 overflow-auto rounded-md border border-line bg-sunken p-3 font-mono text-xs leading-5 focus-visible:-outline-offset-2"
          tabIndex={0}
          role="region"
          aria-label="What it prints"
        >
          {output}
        </pre>
      )}
      {places.map((place) => (
        <Place key={`${place.path}:${place.line}`} place={place} />
      ))}
    </div>
  );
}

function Place({ place: { path, from, line, text } }: { place: Reproduction["places"][number] }) {
  return (
    <section className="overflow-hidden rounded-md border border-line">
      <div className="flex items-center gap-3 border-b border-line bg-sunken px-3 py-1">
        <p className="min-w-0 flex-1 font-mono text-xs wrap-anywhere">
          {path}:{line}
        </p>
        <EditLink path={path} line={line} look="quiet" />
      </div>
      <pre
        className="overflow-x-auto py-1 font-mono text-xs leading-5 focus-visible:-outline-offset-2"
        tabIndex={0}
        role="region"
        aria-label={`Lines of ${path}`}
      >
        {text.split("\n").map((code, index) => {
          const number = from + index;
          return (
            <span
              key={number}
              className={classNames("flex w-max min-w-full", number === line && "bg-danger-soft text-danger-ink")}
            >
              <span
                className={classNames("w-12 shrink-0 pr-3 text-right select-none", number !== line && "text-muted")}
              >
                {number}
              </span>
              <code className="pr-3 whitespace-pre">{code === "" ? " " : code}</code>
            </span>
          );
        })}
      </pre>
    </section>
  );
}
