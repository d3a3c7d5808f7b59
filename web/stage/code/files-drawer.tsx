import FolderTree from "lucide-react/icons/folder-tree";
import { type ReactNode, useEffect, useState } from "react";
import { useSearchParams } from "react-router";
import { Button } from "../../components/ui/button.tsx";
import { Sheet } from "../../components/ui/sheet.tsx";

interface FilesDrawerProps {
  /** The file that is shown: another one is a reason to close. */
  shown: string | null;
  children: ReactNode;
}

/** Where there is no room beside the editor: the tree and the search in a drawer, which a chosen file closes. */
export function FilesDrawer({ shown, children }: FilesDrawerProps) {
  const [open, setOpen] = useState(false);
  const [search] = useSearchParams();
  const place = `${shown ?? ""}:${search.get("line") ?? ""}`;
  useEffect(() => setOpen(false), [place]);
  return (
    <>
      <Button
        look="quiet"
        className="h-11 shrink-0 rounded-none border-r border-line px-3.5"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <FolderTree /> Files
      </Button>
      <Sheet open={open} onOpenChange={setOpen} title="Files and search" className="[&_[role=treeitem]]:h-11">
        {children}
      </Sheet>
    </>
  );
}
