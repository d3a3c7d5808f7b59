import { useState } from "react";
import type { AccessibilityFinding, FromFrame, ToFrame } from "#protocol/preview-frame.ts";
import { Badge, type Tone } from "../../components/ui/badge.tsx";
import { Button } from "../../components/ui/button.tsx";
import { Segmented } from "../../components/ui/segmented.tsx";
import { Spinner } from "../../components/ui/spinner.tsx";
import { formatCount } from "../../lib/format.ts";
import { useProject } from "../../session/project-context.ts";
import { fixRequest } from "./fix-request.ts";
import { headingFaults } from "./heading-faults.ts";
import { SourceLink } from "./source-link.tsx";

export type Audit = Extract<FromFrame, { type: "audited" }>;

interface AccessibilityPanelProps {
  /** Null: it runs. */
  audit: Audit | null;
  path: string;
  send: (message: ToFrame) => void;
  done: () => void;
}

const parts = [
  { value: "findings", label: "Findings" },
  { value: "headings", label: "Headings" },
  { value: "tabs", label: "Tab order" },
] as const;

const tones: Readonly<Record<AccessibilityFinding["impact"], Tone>> = {
  critical: "danger",
  serious: "danger",
  moderate: "waiting",
  minor: "neutral",
};

export function AccessibilityPanel({ audit, path, send, done }: AccessibilityPanelProps) {
  const [part, setPart] = useState<(typeof parts)[number]["value"]>("findings");
  if (audit === null) {
    return (
      <p role="status" className="flex items-center gap-2 text-sm text-muted">
        <Spinner /> Looking at this page
      </p>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-2">
        <Segmented
          label="Part of the report"
          value={part}
          onChange={(next) => {
            setPart(next);
            send({ do: "highlight", selector: null });
            send({ do: "tool", tool: next === "tabs" ? "tab-order" : null });
          }}
          options={parts}
        />
        <Button size="sm" look="quiet" onClick={() => send({ do: "audit" })}>
          Look again
        </Button>
      </div>
      {part === "findings" && <Findings audit={audit} path={path} send={send} done={done} />}
      {part === "headings" && <Headings headings={audit.headings} send={send} />}
      {part === "tabs" && (
        <ol className="flex flex-col">
          {audit.stops.map((stop, index) => (
            <li key={stop.selector}>
              <Row onPoint={() => send({ do: "highlight", selector: stop.selector })}>
                <span className="figures w-6 text-right text-muted">{index + 1}</span>
                <span className="min-w-0 flex-1 truncate">{stop.name === "" ? "No name" : stop.name}</span>
                <span className="font-mono text-xs text-muted">{stop.role}</span>
              </Row>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function Findings({ audit, path, send, done }: AccessibilityPanelProps & { audit: Audit }) {
  const { sendPrompt, canWrite, view } = useProject();
  const { findings, passes } = audit;
  if (findings.length === 0) {
    return (
      <p className="text-sm text-muted">
        Nothing found on this page as it is now: {formatCount(passes, "rule")} hold. What no program can see, such as
        whether a text says what a picture shows, is still for people to judge.
      </p>
    );
  }
  const contrast = findings.find(({ rule }) => rule === "color-contrast")?.count ?? 0;
  return (
    <>
      <p className="text-sm text-muted">
        {formatCount(findings.length, "finding")}
        {contrast > 0 && `, ${formatCount(contrast, "place")} with too little contrast`}; {formatCount(passes, "rule")}{" "}
        hold.
      </p>
      {canWrite && (
        <Button
          look="primary"
          size="sm"
          className="self-start"
          busy={sendPrompt.isPending}
          onClick={() =>
            sendPrompt.mutate(
              {
                prompt: fixRequest(findings, path),
                mode: view.generation?.mode ?? "auto",
                budgetUsd: null,
                attachmentIds: [],
                selection: null,
              },
              { onSuccess: done },
            )
          }
        >
          Ask to fix these
        </Button>
      )}
      <ul className="flex flex-col gap-4">
        {findings.map((finding) => (
          <li key={finding.rule}>
            <p className="text-sm font-[560]">
              <Badge tone={tones[finding.impact]}>{finding.impact}</Badge> {finding.help}
            </p>
            <p className="text-xs text-muted">
              <a href={finding.helpUrl} target="_blank" rel="noreferrer" className="underline">
                {finding.rule}
              </a>
            </p>
            <ul className="mt-1">
              {finding.places.map((place) => (
                <li key={place.selector}>
                  <Row onPoint={() => send({ do: "highlight", selector: place.selector })}>
                    <span className="min-w-0 flex-1 truncate font-mono text-xs" title={place.why}>
                      {place.html}
                    </span>
                  </Row>
                  {place.source !== null && <SourceLink source={place.source} />}
                </li>
              ))}
            </ul>
            {finding.count > finding.places.length && (
              <p className="text-xs text-muted">and {finding.count - finding.places.length} more</p>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Headings({ headings, send }: Pick<Audit, "headings"> & { send: AccessibilityPanelProps["send"] }) {
  const faults = headingFaults(headings);
  if (headings.length === 0) return <p className="text-sm text-muted">This page has no headings.</p>;
  return (
    <ul>
      {headings.map((heading, index) => (
        <li key={heading.selector} style={{ paddingLeft: `${(heading.level - 1) * 0.75}rem` }}>
          <Row onPoint={() => send({ do: "highlight", selector: heading.selector })}>
            <span className="font-mono text-xs text-muted">h{heading.level}</span>
            <span className="min-w-0 flex-1 truncate">{heading.text === "" ? "Empty" : heading.text}</span>
          </Row>
          {faults[index] !== null && <p className="pl-2 text-xs text-danger-ink">{faults[index]}</p>}
        </li>
      ))}
    </ul>
  );
}

function Row({ onPoint, children }: { onPoint: () => void; children: React.ReactNode }) {
  return (
    <button
      type="button"
      className="flex w-full min-w-0 items-baseline gap-2 rounded-md px-2 py-1 text-left text-sm hover:bg-hover"
      title="Show it in the app"
      onClick={onPoint}
      onFocus={onPoint}
    >
      {children}
    </button>
  );
}
