import { useQuery } from "@tanstack/react-query";
import Bookmark from "lucide-react/icons/bookmark";
import SearchX from "lucide-react/icons/search-x";
import { type ReactNode, useState } from "react";
import { Link, useSearchParams } from "react-router";
import { variablesOf } from "#protocol/prompt-variables.ts";
import { AppHeader } from "../components/app-header.tsx";
import { RouteErrorScreen } from "../components/error-screen.tsx";
import { Button } from "../components/ui/button.tsx";
import { EmptyState } from "../components/ui/empty-state.tsx";
import { Input } from "../components/ui/input.tsx";
import { Notice } from "../components/ui/notice.tsx";
import { Skeleton } from "../components/ui/skeleton.tsx";
import { classNames } from "../lib/class-names.ts";
import { errorLine } from "../lib/api-error.ts";
import type { SavedPrompt, Template } from "../lib/api-types.ts";
import { savedPromptsQuery, templatesQuery } from "../lib/dashboard-queries.ts";
import { workspacesQuery } from "../lib/workspace-queries.ts";
import { publicPages } from "../public-pages/pages.ts";
import { PublicHeader } from "../public-pages/public-frame.tsx";
import { restoreSession, useSession } from "../session/session.ts";
import { findSavedPrompts, findTemplates } from "../templates/find-templates.ts";
import { SavedPromptList } from "../templates/saved-prompt-list.tsx";
import { TemplateCard } from "../templates/template-card.tsx";
import { type Fillable, TemplateDialog } from "../templates/template-dialog.tsx";

export async function loader() {
  // Everybody may look; a server that is away is no reason not to show the page.
  await restoreSession().catch(() => null);
  return null;
}

export const ErrorBoundary = RouteErrorScreen;

const saved = "saved";

export function Component() {
  const [params, setParams] = useSearchParams();
  const isSignedIn = useSession((state) => state.user !== null);
  const [using, setUsing] = useState<SavedPrompt | null>(null);
  const library = useQuery(templatesQuery);
  const search = params.get("q") ?? "";
  const category = params.get("category");
  const opened = library.data?.items.find(({ id }) => id === params.get("template"));

  /** Null takes it out of the address. */
  function set(name: string, value: string | null): void {
    const next = new URLSearchParams(params);
    if (value === null || value === "") next.delete(name);
    else next.set(name, value);
    setParams(next, { replace: true, preventScrollReset: true });
  }
  function addressOf({ id }: Template): string {
    const next = new URLSearchParams(params);
    next.set("template", id);
    return `?${next}`;
  }

  const filling = opened ? ofTemplate(opened) : using ? ofSaved(using) : null;
  return (
    <>
      <title>{publicPages.templates.title}</title>
      <meta name="description" content={publicPages.templates.description} />
      {isSignedIn ? <AppHeader /> : <PublicHeader />}
      <main id="main" className="flex-1 px-4 py-8 *:mx-auto *:max-w-6xl md:px-6 md:py-10">
        <div className="flex flex-wrap items-end justify-between gap-4">
          <div>
            <h1 className="display text-2xl">Templates</h1>
            <p className="mt-1 text-muted">Prompts that begin well. Fill in the gaps, change anything afterwards.</p>
          </div>
          <Input
            type="search"
            aria-label="Search the templates"
            placeholder="Search"
            value={search}
            onChange={(event) => set("q", event.target.value)}
            className="h-9 max-sm:w-full sm:max-w-64"
          />
        </div>
        <nav aria-label="Categories" className="mt-5 overflow-x-auto max-md:-mx-4 max-md:px-4">
          <ul className="flex gap-1.5 pb-1 md:flex-wrap">
            <CategoryChip isOn={category === null} onClick={() => set("category", null)}>
              All
            </CategoryChip>
            {isSignedIn && (
              <CategoryChip isOn={category === saved} onClick={() => set("category", saved)}>
                Saved by you
              </CategoryChip>
            )}
            {library.data?.categories.map(({ id, title }) => (
              <CategoryChip key={id} isOn={category === id} onClick={() => set("category", id)}>
                {title}
              </CategoryChip>
            ))}
          </ul>
        </nav>
        {isSignedIn && (category === null || category === saved) && (
          <SavedPrompts search={search} isAlone={category === saved} onUse={setUsing} />
        )}
        {category !== saved && (
          <section aria-labelledby="library" aria-busy={library.isPending} className="mt-6">
            <h2 id="library" className="sr-only">
              Templates of NexusGen
            </h2>
            {library.isPending && <LoadingTemplates />}
            {library.isError && (
              <Notice
                tone="danger"
                role="alert"
                title="The templates could not be loaded."
                actions={<Button onClick={() => void library.refetch()}>Try again</Button>}
              >
                {errorLine(library.error)}
              </Notice>
            )}
            {library.data && (
              <Found
                templates={findTemplates(library.data.items, { search, category })}
                addressOf={addressOf}
                clear={() => setParams({}, { replace: true })}
              />
            )}
          </section>
        )}
      </main>
      <TemplateDialog
        filling={filling}
        colours={library.data?.colours ?? []}
        close={() => {
          setUsing(null);
          set("template", null);
        }}
      />
    </>
  );
}

const ofTemplate = ({ id, title, purpose, prompt, variables }: Template): Fillable => ({
  title,
  purpose,
  prompt,
  variables,
  pictureId: id,
});

const ofSaved = ({ title, prompt }: SavedPrompt): Fillable => ({
  title,
  purpose: "A prompt that your workspace keeps.",
  prompt,
  variables: variablesOf(prompt).map((name) => ({
    name,
    label: name.charAt(0).toUpperCase() + name.slice(1),
    kind: "text",
    preset: "",
  })),
  pictureId: null,
});

function CategoryChip({ isOn, onClick, children }: { isOn: boolean; onClick: () => void; children: ReactNode }) {
  return (
    <li className="shrink-0">
      <button
        type="button"
        aria-pressed={isOn}
        onClick={onClick}
        className={classNames(
          "h-9 rounded-full border px-3.5 text-sm font-[540] transition-colors",
          isOn
            ? "border-accent bg-accent-soft text-accent-ink"
            : "border-line text-muted hover:bg-hover hover:text-ink",
        )}
      >
        {children}
      </button>
    </li>
  );
}

interface FoundProps {
  templates: readonly Template[];
  addressOf: (template: Template) => string;
  clear: () => void;
}

function Found({ templates, addressOf, clear }: FoundProps) {
  if (templates.length === 0)
    return (
      <EmptyState icon={<SearchX />} title="No template fits" actions={<Button onClick={clear}>Show all</Button>}>
        Try fewer words, or describe the app yourself: a sentence is enough.
      </EmptyState>
    );
  return (
    <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
      {templates.map((template, at) => (
        <li key={template.id}>
          <TemplateCard template={template} to={addressOf(template)} isFirst={at < 3} />
        </li>
      ))}
    </ul>
  );
}

interface SavedPromptsProps {
  search: string;
  /** They are all that is shown, so that having none is worth a word. */
  isAlone: boolean;
  onUse: (prompt: SavedPrompt) => void;
}

/** Of each workspace that has some. */
function SavedPrompts({ search, isAlone, onUse }: SavedPromptsProps) {
  const workspaces = useQuery(workspacesQuery);
  return (
    <>
      {workspaces.data?.map(({ id, name, role }, at) => (
        <WorkspacePrompts
          key={id}
          workspaceId={id}
          title={workspaces.data.length > 1 ? `Saved in ${name}` : "Saved by you"}
          canWrite={role !== "viewer"}
          search={search}
          teaches={isAlone && at === 0}
          onUse={onUse}
        />
      ))}
    </>
  );
}

interface WorkspacePromptsProps extends Omit<SavedPromptsProps, "isAlone"> {
  workspaceId: string;
  title: string;
  canWrite: boolean;
  teaches: boolean;
}

function WorkspacePrompts({ workspaceId, title, canWrite, search, teaches, onUse }: WorkspacePromptsProps) {
  const prompts = useQuery(savedPromptsQuery(workspaceId));
  const found = findSavedPrompts(prompts.data ?? [], search);
  if (prompts.isError)
    return (
      <Notice
        tone="danger"
        role="alert"
        className="mt-6"
        title="Your saved prompts could not be loaded."
        actions={<Button onClick={() => void prompts.refetch()}>Try again</Button>}
      >
        {errorLine(prompts.error)}
      </Notice>
    );
  if (prompts.data?.length === 0 && teaches)
    return (
      <EmptyState
        icon={<Bookmark />}
        title="Nothing saved yet"
        actions={
          <Button asChild look="primary">
            <Link to="/projects/new">Write a prompt</Link>
          </Button>
        }
      >
        Below the description of a new app, “Save as template” keeps it here. Write {"{{name}}"} where something differs
        each time.
      </EmptyState>
    );
  if (found.length === 0) return null;
  return (
    <section aria-label={title} className="mt-6">
      <h2 className="eyebrow mb-3">{title}</h2>
      <SavedPromptList prompts={found} onUse={onUse} canWrite={canWrite} />
    </section>
  );
}

function LoadingTemplates() {
  return (
    <div role="status" aria-label="Loading the templates" className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
      {[0, 1, 2, 3, 4, 5].map((index) => (
        <Skeleton key={index} className="aspect-[4/3.6] rounded-lg" />
      ))}
    </div>
  );
}
