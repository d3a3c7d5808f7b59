import NotebookText from "lucide-react/icons/notebook-text";
import Pencil from "lucide-react/icons/pencil";
import { type ReactNode, Suspense, lazy, useState } from "react";
import type { Prd, PrdField, PrdModel } from "#engine/prd/schema.ts";
import { Badge } from "../components/ui/badge.tsx";
import { Button } from "../components/ui/button.tsx";
import { EmptyState } from "../components/ui/empty-state.tsx";
import { Skeleton } from "../components/ui/skeleton.tsx";
import { useProject } from "../session/project-context.ts";
import { PageMap } from "./plan/page-map.tsx";
import { PlanEditor } from "./plan-editor.tsx";

const DataDiagram = lazy(() => import("./plan/data-diagram.tsx"));

/** The PRD as a document to read. */
export function PlanPane() {
  const { view, canWrite } = useProject();
  const [editing, setEditing] = useState<number | null>(null);
  if (view.prd === null) {
    return (
      <EmptyState icon={<NotebookText />} title="No plan yet">
        The plan says which data and pages the app will have, and what was not clear.
      </EmptyState>
    );
  }
  const { timeline, generation } = view;
  const asks =
    timeline.findLast((event) => event.type === "plan.questioned" || event.type === "plan.proposed")?.type ===
    "plan.questioned";
  const waits = canWrite && generation?.status === "awaiting_approval" && !asks;
  return (
    <div
      className="min-h-0 flex-1 overflow-y-auto bg-surface focus-visible:-outline-offset-2"
      tabIndex={0}
      aria-label="Plan"
      role="region"
    >
      {waits && editing === view.planRevision ? (
        <PlanEditor prd={view.prd} onClose={() => setEditing(null)} />
      ) : (
        <PlanDocument prd={view.prd} onEdit={waits ? () => setEditing(view.planRevision) : null} />
      )}
    </div>
  );
}

/** `onEdit`: null while the plan is not to be changed. */
function PlanDocument({ prd, onEdit }: { prd: Prd; onEdit: (() => void) | null }) {
  return (
    <article className="mx-auto max-w-3xl px-5 py-8 md:px-10 md:py-12">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <h2 className="display min-w-0 text-3xl wrap-anywhere">{prd.name}</h2>
        {onEdit !== null && (
          <Button size="sm" onClick={onEdit}>
            <Pencil /> Change the plan
          </Button>
        )}
      </div>
      <p className="mt-3 max-w-prose text-lg wrap-anywhere">{prd.summary}</p>
      {prd.audience !== "" && <p className="mt-2 max-w-prose text-muted wrap-anywhere">{audienceLine(prd.audience)}</p>}

      <Prose title="Open questions" items={prd.openQuestions} marked />
      <Part title="Data">
        <Suspense fallback={<Skeleton className="mb-8 h-96" role="status" aria-label="Drawing the data model" />}>
          <section aria-label="Diagram of the data" className="mb-8 h-96 overflow-hidden rounded-lg border border-line">
            <DataDiagram prd={prd} />
          </section>
        </Suspense>
        <div className="flex flex-col gap-7">
          {prd.models.map((model) => (
            <ModelTable key={model.name} model={model} />
          ))}
        </div>
      </Part>
      {prd.relationships.length > 0 && (
        <Part title="How they belong together">
          <ul className="flex flex-col gap-2">
            {prd.relationships.map((link) => (
              <li key={`${link.from} ${link.to} ${link.name}`} className="wrap-anywhere">
                {linkWords[link.kind](link.from, link.to)} <span className="text-sm text-muted">as “{link.name}”</span>
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part title="Pages">
        <PageMap pages={prd.pages} />
      </Part>
      <Part title="Theme">
        <div className="flex flex-wrap items-center gap-5">
          <Swatch name="Primary" colour={prd.theme.primary} />
          {prd.theme.background !== undefined && <Swatch name="Background" colour={prd.theme.background} />}
          <span className="text-sm text-muted">{schemeWords[prd.theme.scheme]}</span>
        </div>
      </Part>
      <Definitions title="Roles" entries={prd.roles.map((role) => [role.name, role.description])} />
      <Definitions
        title="Integrations"
        entries={prd.integrations.map((integration) => [integration.name, integration.purpose])}
      />
      <Prose title="Assumptions" items={prd.assumptions} />
      <Prose title="Left out" items={prd.outOfScope} />
      <Prose title="Risks" items={prd.risks} />
      {prd.endpoints.length > 0 && (
        <Part title="Endpoints">
          <ul className="flex flex-col gap-1.5 text-sm">
            {prd.endpoints.map((endpoint) => (
              <li key={`${endpoint.method} ${endpoint.path}`} className="flex flex-wrap gap-x-3">
                <code className="w-14 font-mono text-xs leading-5 font-[600]">{endpoint.method.toUpperCase()}</code>
                <code className="font-mono text-xs leading-5 wrap-anywhere">{endpoint.path}</code>
                <span className="text-muted">{endpoint.purpose}</span>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {prd.tasks.length > 0 && (
        <Part title="Tasks">
          <ol className="flex list-decimal flex-col gap-1.5 pl-6 marker:text-muted">
            {prd.tasks.map((task) => (
              <li key={task.id} className="wrap-anywhere">
                {task.title}
              </li>
            ))}
          </ol>
        </Part>
      )}
    </article>
  );
}

const linkWords: Record<Prd["relationships"][number]["kind"], (from: string, to: string) => ReactNode> = {
  "one-to-one": (from, to) => (
    <>
      Each <b>{from}</b> has one <b>{to}</b>
    </>
  ),
  "one-to-many": (from, to) => (
    <>
      Each <b>{from}</b> has many <b>{to}</b>
    </>
  ),
  "many-to-many": (from, to) => (
    <>
      <b>{from}</b> and <b>{to}</b>, many to many
    </>
  ),
};

const schemeWords: Record<Prd["theme"]["scheme"], string> = {
  light: "Light",
  dark: "Dark",
  system: "Light or dark, as the device says",
};

/** "For people who keep stock", whether the plan says "People …" or "for people …"; acronyms stay. */
function audienceLine(audience: string): string {
  const words = audience.replace(/^for /i, "");
  return `For ${/^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words}`;
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-10">
      <h3 className="display mb-4 border-b border-line pb-2 text-xl">{title}</h3>
      {children}
    </section>
  );
}

function Prose({ title, items, marked = false }: { title: string; items: string[]; marked?: boolean }) {
  if (items.length === 0) return null;
  const list = (
    <ul className="flex max-w-prose list-disc flex-col gap-1.5 pl-5 marker:text-muted">
      {items.map((item) => (
        <li key={item} className="wrap-anywhere">
          {item}
        </li>
      ))}
    </ul>
  );
  if (!marked) return <Part title={title}>{list}</Part>;
  return (
    <section className="mt-8 rounded-lg border border-waiting-line bg-waiting-soft p-4">
      <h3 className="mb-2 font-[600]">{title}</h3>
      {list}
    </section>
  );
}

function Definitions({ title, entries }: { title: string; entries: [string, string][] }) {
  if (entries.length === 0) return null;
  return (
    <Part title={title}>
      <dl className="flex flex-col gap-3">
        {entries.map(([name, words]) => (
          <div key={name}>
            <dt className="font-[600]">{name}</dt>
            <dd className="max-w-prose text-muted wrap-anywhere">{words}</dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}

function ModelTable({ model }: { model: PrdModel }) {
  return (
    <div>
      <h4 className="font-[600]">{model.name}</h4>
      {model.description !== undefined && (
        <p className="mb-2 max-w-prose text-sm text-muted wrap-anywhere">{model.description}</p>
      )}
      <div className="mt-2 overflow-x-auto" tabIndex={0} role="region" aria-label={`Fields of ${model.name}`}>
        <table className="w-full min-w-[28rem] text-left text-sm">
          <thead className="text-xs text-muted">
            <tr className="border-b border-line">
              <th scope="col" className="w-[34%] py-1.5 pr-3 font-[560]">
                Field
              </th>
              <th scope="col" className="w-[24%] py-1.5 pr-3 font-[560]">
                Type
              </th>
              <th scope="col" className="py-1.5 font-[560]">
                Rules
              </th>
            </tr>
          </thead>
          <tbody>
            {model.fields.map((field) => (
              <tr key={field.name} className="border-b border-line align-top last:border-0">
                <th scope="row" className="py-2 pr-3 font-[540] wrap-anywhere">
                  {field.label ?? field.name}
                </th>
                <td className="py-2 pr-3 font-mono text-xs leading-5">
                  {field.target === undefined ? field.type : `→ ${field.target}`}
                </td>
                <td className="py-1.5">
                  <FieldRules field={field} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function FieldRules({ field }: { field: PrdField }) {
  const rules = [
    field.required && "required",
    field.unique && "unique",
    field.min !== undefined && `≥ ${field.min}`,
    field.max !== undefined && `≤ ${field.max}`,
    field.default !== undefined && field.default !== null && `starts as ${field.default}`,
  ].filter((rule) => rule !== false);
  return (
    <span className="flex flex-wrap gap-1 py-0.5">
      {rules.map((rule) => (
        <Badge key={rule}>{rule}</Badge>
      ))}
      {field.values?.map((value) => (
        <Badge key={`value ${value}`} tone="working">
          {value}
        </Badge>
      ))}
    </span>
  );
}

function Swatch({ name, colour }: { name: string; colour: string }) {
  return (
    <span className="flex items-center gap-2.5">
      <span aria-hidden="true" className="size-9 rounded-md border border-line" style={{ backgroundColor: colour }} />
      <span className="text-sm">
        {name}
        <span className="block font-mono text-xs text-muted">{colour}</span>
      </span>
    </span>
  );
}
