import ArrowLeft from "lucide-react/icons/arrow-left";
import ArrowRight from "lucide-react/icons/arrow-right";
import ChevronDown from "lucide-react/icons/chevron-down";
import ExternalLink from "lucide-react/icons/external-link";
import RotateCw from "lucide-react/icons/rotate-cw";
import { type ReactNode, useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Menu, MenuContent, MenuItem, MenuLabel, MenuTrigger } from "../../components/ui/menu.tsx";

interface AddressBarProps {
  host: string;
  path: string;
  /** Pages that the plan names; those of one record have no address of their own. */
  pages: readonly { path: string; title: string }[];
  go: (typed: string) => boolean;
  /** null: there is nowhere to go to now. Undefined: there is no such way here. */
  back?: (() => void) | null;
  forward?: (() => void) | null;
  reload: () => void;
  reloading: boolean;
  /** Opens the app outside the frame. */
  openUrl: string | null;
}

export function AddressBar({ host, path, pages, go, back, forward, reload, reloading, openUrl }: AddressBarProps) {
  return (
    <div className="flex items-center gap-0.5 border-b border-line bg-surface px-2 py-1.5">
      <HistoryButton name="Back" icon={<ArrowLeft />} go={back} />
      <HistoryButton name="Forward" icon={<ArrowRight />} go={forward} />
      <Button look="quiet" size="icon" aria-label="Reload the preview" title="Reload" busy={reloading} onClick={reload}>
        <RotateCw />
      </Button>
      <div className="mx-1 flex min-w-0 flex-1 items-center rounded-md bg-sunken ring-1 ring-line ring-inset focus-within:ring-2 focus-within:ring-accent">
        <span className="max-w-[45%] shrink truncate pl-3 font-mono text-xs text-muted max-sm:hidden" title={host}>
          {host}
        </span>
        <PathInput key={path} path={path} go={go} />
        {pages.length > 0 && (
          <Menu>
            <MenuTrigger asChild>
              <Button
                look="quiet"
                size="icon"
                className="size-7"
                aria-label="Pages of the app"
                title="Pages of the app"
              >
                <ChevronDown />
              </Button>
            </MenuTrigger>
            <MenuContent className="max-h-80 overflow-y-auto">
              <MenuLabel>Pages of the plan</MenuLabel>
              {pages.map((page) => (
                <MenuItem key={page.path} onSelect={() => go(page.path)}>
                  <span className="min-w-0 flex-1 truncate">{page.title}</span>
                  <span className="font-mono text-xs text-muted">{page.path}</span>
                </MenuItem>
              ))}
            </MenuContent>
          </Menu>
        )}
      </div>
      {openUrl !== null && (
        <Button asChild look="quiet" size="icon">
          <a
            href={openUrl}
            target="_blank"
            rel="noreferrer"
            aria-label="Open the preview in a new tab"
            title="Open in a new tab"
          >
            <ExternalLink />
          </a>
        </Button>
      )}
    </div>
  );
}

interface HistoryButtonProps {
  name: string;
  icon: ReactNode;
  go: (() => void) | null | undefined;
}

function HistoryButton({ name, icon, go }: HistoryButtonProps) {
  if (go === undefined) return null;
  return (
    <Button
      look="quiet"
      size="icon"
      aria-label={`${name} in the app`}
      title={name}
      disabled={go === null}
      onClick={go ?? undefined}
    >
      {icon}
    </Button>
  );
}

function PathInput({ path, go }: { path: string; go: (typed: string) => boolean }) {
  const [typed, setTyped] = useState(path);
  const [refused, setRefused] = useState(false);
  return (
    <form
      className="flex min-w-0 flex-1"
      onSubmit={(event) => {
        event.preventDefault();
        setRefused(!go(typed));
      }}
    >
      <input
        aria-label="Address in the app"
        aria-invalid={refused || undefined}
        title={refused ? "This address is not one of the app." : undefined}
        value={typed}
        spellCheck={false}
        autoCapitalize="none"
        autoComplete="off"
        onChange={(event) => {
          setTyped(event.target.value);
          setRefused(false);
        }}
        onFocus={(event) => event.target.select()}
        onBlur={() => {
          setTyped(path);
          setRefused(false);
        }}
        onKeyDown={(event) => {
          if (event.key === "Escape") setTyped(path);
        }}
        className="h-8 w-full min-w-0 bg-transparent px-3 font-mono text-xs outline-none focus-visible:outline-none aria-invalid:text-danger-ink sm:pl-0.5"
      />
    </form>
  );
}
