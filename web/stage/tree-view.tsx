import ChevronRight from "lucide-react/icons/chevron-right";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { classNames } from "../lib/class-names.ts";
import { type TreeNode, parentFolders } from "./file-tree.ts";

interface TreeViewProps {
  tree: TreeNode[];
  selected: string | null;
  onSelect: (path: string) => void;
  /** Of files that differ from what is saved: the letter shown beside the name, and the word that is read out. */
  marks?: ReadonlyMap<string, { letter: string; word: string }>;
  /** F2 on a file. */
  onRename?: (path: string) => void;
  /** Delete on a file. */
  onDelete?: (path: string) => void;
}

interface Row {
  node: TreeNode;
  depth: number;
}

/** The ARIA tree pattern over a flat list of visible rows: arrows move, right opens, left closes, Enter chooses. */
export function TreeView({ tree, selected, onSelect, marks, onRename, onDelete }: TreeViewProps) {
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () => new Set(["src", "app", "server", ...(selected === null ? [] : parentFolders(selected))]),
  );
  const rows = useMemo(() => visibleRows(tree, open, 0), [tree, open]);
  const [focused, setFocused] = useState<string | null>(selected);
  const list = useRef<HTMLUListElement>(null);
  const entry = rows.some(({ node }) => node.path === focused) ? focused : (rows[0]?.node.path ?? null);

  function toggle(path: string, wanted = !open.has(path)): void {
    const next = new Set(open);
    if (wanted) next.add(path);
    else next.delete(path);
    setOpen(next);
  }

  function focus(index: number): void {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (row === undefined) return;
    setFocused(row.node.path);
    list.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(row.node.path)}"]`)?.focus();
  }

  function onKeyDown(event: KeyboardEvent, index: number): void {
    const row = rows[index];
    if (row === undefined) return;
    const { node } = row;
    const moves: Record<string, () => void> = {
      ArrowDown: () => focus(index + 1),
      ArrowUp: () => focus(index - 1),
      Home: () => focus(0),
      End: () => focus(rows.length - 1),
      ArrowRight: () => (node.kind === "folder" && !open.has(node.path) ? toggle(node.path, true) : focus(index + 1)),
      ArrowLeft: () => {
        if (node.kind === "folder" && open.has(node.path)) toggle(node.path, false);
        else focus(rows.findLastIndex((other, at) => at < index && other.depth < row.depth));
      },
      Enter: () => choose(node),
      " ": () => choose(node),
      ...(node.kind === "file" && onRename !== undefined ? { F2: () => onRename(node.path) } : {}),
      ...(node.kind === "file" && onDelete !== undefined ? { Delete: () => onDelete(node.path) } : {}),
    };
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    move();
  }

  function choose(node: TreeNode): void {
    setFocused(node.path);
    if (node.kind === "folder") toggle(node.path);
    else onSelect(node.path);
  }

  return (
    <ul ref={list} role="tree" aria-label="Files" className="py-2 text-sm">
      {rows.map(({ node, depth }, index) => (
        <li
          key={node.path}
          role="treeitem"
          aria-level={depth + 1}
          aria-selected={node.path === selected}
          aria-expanded={node.kind === "folder" ? open.has(node.path) : undefined}
          tabIndex={node.path === entry ? 0 : -1}
          data-path={node.path}
          onClick={() => choose(node)}
          onKeyDown={(event) => onKeyDown(event, index)}
          style={{ paddingLeft: `${0.5 + depth * 0.8}rem` }}
          className={classNames(
            "flex h-7 cursor-pointer items-center gap-1.5 pr-3 hover:bg-hover focus-visible:-outline-offset-2",
            node.path === selected
              ? "bg-accent-soft text-accent-ink"
              : node.kind === "folder"
                ? "text-ink"
                : "text-muted",
          )}
        >
          <ChevronRight
            aria-hidden="true"
            className={classNames(
              "size-3.5 shrink-0 text-muted transition-transform",
              node.kind === "file" && "invisible",
              open.has(node.path) && "rotate-90",
            )}
          />
          <span className="min-w-0 flex-1 truncate">{node.name}</span>
          <TreeMark mark={marks?.get(node.path)} />
        </li>
      ))}
    </ul>
  );
}

function TreeMark({ mark }: { mark: { letter: string; word: string } | undefined }) {
  if (mark === undefined) return null;
  return (
    <>
      <span aria-hidden="true" className="font-mono text-xs text-waiting-ink">
        {mark.letter}
      </span>
      <span className="sr-only">, {mark.word}</span>
    </>
  );
}

function visibleRows(nodes: TreeNode[], open: ReadonlySet<string>, depth: number): Row[] {
  return nodes.flatMap((node) => [
    { node, depth },
    ...(node.kind === "folder" && open.has(node.path) ? visibleRows(node.children, open, depth + 1) : []),
  ]);
}
