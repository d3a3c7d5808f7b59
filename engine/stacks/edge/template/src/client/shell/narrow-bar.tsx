import { useEffect, useRef, useState } from "react";
import { useLocation } from "react-router";
import { say } from "../../shared/say.ts";
import { Icon } from "../components/icon.tsx";
import { Button } from "../components/ui/button.tsx";
import { Brand, Navigation, type NavLook } from "./navigation.tsx";
import { Tools } from "./tools.tsx";

function Drawer({ look, onClose }: { look: NavLook | undefined; onClose: () => void }) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    // A press on the backdrop closes it, as Escape does through `cancel`.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <dialog
      ref={element}
      aria-label={say.menu}
      onCancel={onClose}
      onClick={(event) => event.target === element.current && onClose()}
      className="m-0 h-dvh max-h-none w-72 max-w-[85vw] border-r bg-surface p-0 text-text shadow-xl"
    >
      <div className="flex h-full flex-col">
        <div className="flex h-14 shrink-0 items-center justify-between gap-2 border-b pr-2 pl-5">
          <Brand />
          <Button variant="ghost" size="icon" aria-label={say.closeMenu} onClick={onClose}>
            <Icon name="close" />
          </Button>
        </div>
        <Navigation {...(look && { look })} />
      </div>
    </dialog>
  );
}

/** The header of small screens, with the menu in a drawer. */
export function NarrowBar({ look }: { look?: NavLook }) {
  const { pathname } = useLocation();
  // The page the drawer was opened on: going to another one closes it.
  const [openedOn, setOpenedOn] = useState<string | null>(null);
  const isOpen = openedOn === pathname;
  return (
    <header className="sticky top-0 z-20 flex h-14 items-center justify-between gap-3 border-b bg-surface px-3 lg:hidden">
      <div className="flex min-w-0 items-center gap-2">
        <Button
          variant="ghost"
          size="icon"
          aria-label={say.openMenu}
          aria-expanded={isOpen}
          onClick={() => setOpenedOn(pathname)}
        >
          <Icon name="menu" />
        </Button>
        <Brand />
      </div>
      <Tools />
      {isOpen && <Drawer look={look} onClose={() => setOpenedOn(null)} />}
    </header>
  );
}
