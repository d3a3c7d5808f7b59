import Ban from "lucide-react/icons/ban";
import Trash2 from "lucide-react/icons/trash-2";
import { Link } from "react-router";
import { Badge } from "../components/ui/badge.tsx";
import { Button } from "../components/ui/button.tsx";
import type { KnownFix } from "../lib/api-types.ts";
import { formatAgo, formatCount } from "../lib/format.ts";
import { codeParts, kindInWords, originInWords } from "./fix-words.ts";

interface FixCardProps {
  fix: KnownFix;
  now: number;
  /** Absent where the reader may not. */
  onForget: (() => void) | undefined;
}

export function FixCard({ fix, now, onForget }: FixCardProps) {
  const { kind, signature, message, summary, successes, failures, project, lastUsedAt, state } = fix;
  return (
    <article className="py-5">
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="font-[600]">{kindInWords(kind)}</h2>
        {state === "quarantined" && (
          <Badge tone="danger">
            <Ban /> Quarantined
          </Badge>
        )}
        {fix.borrowed && <Badge>From other workspaces</Badge>}
        {onForget && (
          <Button look="quiet" size="sm" className="ml-auto" onClick={onForget} aria-label={`Forget: ${summary}`}>
            <Trash2 /> Forget
          </Button>
        )}
      </div>
      <p className="mt-1 wrap-anywhere">
        {codeParts(summary).map((part, at) =>
          part.isCode ? (
            <code key={at} className="rounded-sm bg-sunken px-1 font-mono text-sm">
              {part.text}
            </code>
          ) : (
            part.text
          ),
        )}
      </p>
      <p className="mt-1.5 font-mono text-xs text-muted wrap-anywhere">{message ?? signature}</p>
      <div className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-2 text-sm text-muted">
        <Confidence value={fix.confidence} />
        <span>
          Helped {formatCount(successes, "time")}
          {failures > 0 && `, failed ${formatCount(failures, "time")}`}
        </span>
        <span>{originInWords(fix)}</span>
        {project && (
          <Link to={`/projects/${project.id}`} className="text-accent-ink underline underline-offset-2">
            {project.name}
          </Link>
        )}
        <span>{lastUsedAt === null ? "Never used" : `Used ${formatAgo(lastUsedAt, now)}`}</span>
      </div>
    </article>
  );
}

function Confidence({ value }: { value: number }) {
  const percent = Math.round(value * 100);
  return (
    <span className="inline-flex items-center gap-2">
      <span
        role="meter"
        aria-label="Confidence"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        className="relative h-1.5 w-16 overflow-hidden rounded-full bg-sunken ring-1 ring-line ring-inset"
      >
        <span className="absolute inset-y-0 left-0 bg-accent" style={{ width: `${percent}%` }} />
      </span>
      {percent} % sure
    </span>
  );
}
