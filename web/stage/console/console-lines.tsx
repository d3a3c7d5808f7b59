import { useVirtualizer } from "@tanstack/react-virtual";
import ArrowDown from "lucide-react/icons/arrow-down";
import { type UIEvent, useCallback, useEffect, useRef, useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { formatCount } from "../../lib/format.ts";
import type { ConsoleLine } from "../../session/console-lines.ts";
import { type KeptList, itemAt } from "../../session/kept-list.ts";
import { ConsoleRow } from "./console-row.tsx";

const rowHeight = 20;
/** Pixels from the end that still count as being there. */
const nearEnd = 24;

interface ConsoleLinesProps {
  lines: KeptList<ConsoleLine>;
  find: string;
  /** Number of the line that is pointed at. */
  chosen: number | null;
}

/** Draws the lines in sight alone. At the end it follows; moving up lets go. */
export function ConsoleLines({ lines, find, chosen }: ConsoleLinesProps) {
  const box = useRef<HTMLDivElement>(null);
  const [following, setFollowing] = useState(chosen === null);
  const lastTop = useRef(0);
  // A row's height belongs to its line, wherever the line has moved to. A new function has all of them laid out again, so it
  // must not be new while somebody scrolls.
  const keyOf = useCallback((index: number) => lines.dropped + index, [lines.dropped]);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    getItemKey: keyOf,
    // What is read stays in place when the oldest lines are forgotten.
    anchorTo: "end",
    paddingStart: 8,
    paddingEnd: 8,
  });
  const height = virtual.getTotalSize();

  // Rows turn out higher than assumed once they are measured: only the list itself knows when it has arrived.
  useEffect(() => {
    if (following) virtual.scrollToEnd();
  }, [virtual, following, height, lines]);

  useEffect(() => {
    if (chosen === null) return;
    setFollowing(false);
    virtual.scrollToIndex(chosen - lines.dropped, { align: "center" });
    // Only when another line is pointed at: the list itself changes all the time.
  }, [chosen]);

  // Heights of lines that are gone would pile up for ever.
  useEffect(() => {
    for (const key of virtual.itemSizeCache.keys()) if (Number(key) < lines.dropped) virtual.itemSizeCache.delete(key);
  }, [virtual, lines.dropped]);

  function onScroll({ currentTarget: { scrollTop, scrollHeight, clientHeight } }: UIEvent<HTMLDivElement>): void {
    if (scrollHeight - scrollTop - clientHeight < nearEnd) setFollowing(true);
    else if (scrollTop < lastTop.current - 1) setFollowing(false);
    lastTop.current = scrollTop;
  }

  return (
    <>
      {lines.dropped > 0 && (
        <p className="border-b border-line bg-surface px-3 py-1 text-xs text-muted">
          {formatCount(lines.dropped, "older line")} left out here; the export has what the log still holds.
        </p>
      )}
      <div className="relative min-h-0 flex-1">
        <div
          ref={box}
          onScroll={onScroll}
          tabIndex={0}
          role="log"
          aria-live="off"
          aria-label={`Console, ${formatCount(lines.length, "line")}`}
          className="absolute inset-0 overflow-auto bg-canvas font-mono text-xs [overflow-anchor:none] focus-visible:-outline-offset-2"
        >
          <div className="relative w-full" style={{ height }}>
            {virtual.getVirtualItems().map((item) => {
              const line = itemAt(lines, item.index);
              return line === undefined ? null : (
                <div
                  key={item.key}
                  ref={virtual.measureElement}
                  data-index={item.index}
                  className="absolute inset-x-0 top-0"
                  style={{ transform: `translateY(${item.start}px)` }}
                >
                  <ConsoleRow line={line} find={find} isChosen={item.key === chosen} />
                </div>
              );
            })}
          </div>
        </div>
        {!following && (
          <Button
            look="primary"
            size="sm"
            className="absolute right-4 bottom-4 shadow-float"
            onClick={() => setFollowing(true)}
          >
            <ArrowDown /> Jump to latest
          </Button>
        )}
      </div>
    </>
  );
}
