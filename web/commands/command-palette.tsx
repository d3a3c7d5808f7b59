import { useQuery } from "@tanstack/react-query";
import { Command as Cmdk } from "cmdk";
import Search from "lucide-react/icons/search";
import type { ReactNode } from "react";
import { useNavigate } from "react-router";
import { ProjectStatusBadge } from "../components/status-badge.tsx";
import { Dialog, BareDialogContent } from "../components/ui/dialog.tsx";
import { projectsQuery } from "../lib/project-queries.ts";
import { type Command, commandsOf, useCommandStore } from "./command-store.ts";
import { Keys } from "./keys.tsx";
import { keysOf } from "./shortcuts.ts";

const groups: readonly Command["group"][] = ["This project", "Go to", "App"];
const close = (): void => useCommandStore.setState({ isPaletteOpen: false });

/** Everything that can be done or opened from here, found by typing. */
export function CommandPalette() {
  const state = useCommandStore();
  const commands = commandsOf(state).filter(({ isHidden }) => isHidden !== true);
  return (
    <Dialog open={state.isPaletteOpen} onOpenChange={(isPaletteOpen) => useCommandStore.setState({ isPaletteOpen })}>
      <BareDialogContent title="Find anything" className="top-[12dvh] w-[min(38rem,calc(100vw-1.5rem))] translate-y-0">
        <Cmdk label="Find anything" loop className="flex max-h-[min(30rem,76dvh)] flex-col">
          <div className="flex items-center gap-2.5 border-b border-line px-4">
            <Search aria-hidden="true" className="size-4 shrink-0 text-muted" />
            <Cmdk.Input
              placeholder="A project, a page, something to do…"
              className="h-12 w-full bg-transparent text-base outline-none focus-visible:outline-none"
            />
          </div>
          <Cmdk.List className="min-h-0 overflow-auto overscroll-contain p-1.5">
            <Cmdk.Empty className="px-3 py-8 text-center text-sm text-muted">
              Nothing here is called that. Try a project's name, or “theme”.
            </Cmdk.Empty>
            {groups.slice(0, 1).map((group) => (
              <CommandGroup key={group} group={group} commands={commands} />
            ))}
            <Projects />
            {groups.slice(1).map((group) => (
              <CommandGroup key={group} group={group} commands={commands} />
            ))}
          </Cmdk.List>
        </Cmdk>
      </BareDialogContent>
    </Dialog>
  );
}

function CommandGroup({ group, commands }: { group: Command["group"]; commands: readonly Command[] }) {
  const own = commands.filter((command) => command.group === group);
  if (own.length === 0) return null;
  return (
    <Group heading={group}>
      {own.map(({ id, title, icon: Icon, keywords = [], shortcut, run }) => (
        <Item
          key={id}
          value={`${title} ${id}`}
          keywords={[...keywords]}
          onSelect={() => {
            close();
            run();
          }}
        >
          {Icon !== undefined && <Icon className="size-4 shrink-0 text-muted" />}
          <span className="min-w-0 flex-1 truncate">{title}</span>
          {shortcut !== undefined && <Keys keys={keysOf(shortcut)} />}
        </Item>
      ))}
    </Group>
  );
}

function Projects() {
  const projects = useQuery(projectsQuery).data ?? [];
  const navigate = useNavigate();
  if (projects.length === 0) return null;
  return (
    <Group heading="Projects">
      {projects.map(({ id, name, description, status }) => (
        <Item
          key={id}
          value={`${name} ${id}`}
          keywords={[description]}
          onSelect={() => {
            close();
            void navigate(`/projects/${id}`);
          }}
        >
          <span className="min-w-0 flex-1 truncate">{name}</span>
          <ProjectStatusBadge status={status} />
        </Item>
      ))}
    </Group>
  );
}

function Group({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Cmdk.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-[600] [&_[cmdk-group-heading]]:text-muted"
    >
      {children}
    </Cmdk.Group>
  );
}

interface ItemProps {
  value: string;
  keywords: string[];
  onSelect: () => void;
  children: ReactNode;
}

function Item({ children, ...props }: ItemProps) {
  return (
    <Cmdk.Item
      {...props}
      className="flex min-h-10 cursor-pointer items-center gap-2.5 rounded-md px-2.5 text-sm data-[selected=true]:bg-hover"
    >
      {children}
    </Cmdk.Item>
  );
}
