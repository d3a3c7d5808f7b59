import { useState } from "react";
import { Segmented } from "../../components/ui/segmented.tsx";
import { classNames } from "../../lib/class-names.ts";
import { useMediaQuery } from "../../lib/use-media-query.ts";
import { useProject } from "../../session/project-context.ts";
import { AddressBar } from "../preview/address-bar.tsx";
import { usePreviewView } from "../preview/use-preview-view.ts";
import { ViewBar } from "../preview/view-bar.tsx";
import { readTyped } from "../preview/visited.ts";
import { VersionFrame, type Led } from "./version-frame.tsx";

/** Two versions in use at once: what is opened in one is opened in the other. On a phone one of them is in front. */
export function SideBySide({ from, to }: { from: number; to: number }) {
  const { view: project } = useProject();
  const [view, change] = usePreviewView();
  const [led, setLed] = useState<Led>({ path: view.path, by: null });
  const [loads, setLoads] = useState(0);
  const [front, setFront] = useState<"from" | "to">("to");
  const beside = useMediaQuery("(min-width: 48rem)");

  const lead = (path: string, by: number | null): void => {
    setLed({ path, by });
    change({ path });
  };
  const go = (typed: string): boolean => {
    const path = readTyped(typed, location.origin);
    if (path === null) return false;
    lead(path, null);
    return true;
  };
  const halves = [
    { side: "from", number: from },
    { side: "to", number: to },
  ] as const;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <AddressBar
        host={`v${from} and v${to}`}
        path={led.path}
        pages={(project.prd?.pages ?? []).filter((page) => !/[:*[]/.test(page.path))}
        go={go}
        reload={() => setLoads((count) => count + 1)}
        reloading={false}
        openUrl={null}
      />
      <ViewBar view={view} change={change} />
      {!beside && (
        <Segmented
          label="Version in front"
          value={front}
          onChange={setFront}
          options={halves.map(({ side, number }) => ({ value: side, label: `Version ${number}` }))}
          className="m-2 [&_button]:h-10"
        />
      )}
      <div className="flex min-h-0 min-w-0 flex-1">
        {halves.map(({ side, number }) => (
          <section
            key={side}
            aria-label={`Version ${number}`}
            className={classNames(
              "flex min-h-0 min-w-0 flex-1 flex-col",
              beside && side === "to" && "border-l border-line",
              !beside && side !== front && "hidden",
            )}
          >
            {beside && (
              <h3 className="border-b border-line bg-surface px-3 py-1.5 text-sm font-[560]">Version {number}</h3>
            )}
            <VersionFrame
              key={loads}
              number={number}
              view={view}
              resize={(size) => change({ size })}
              led={led}
              lead={(path) => lead(path, number)}
            />
          </section>
        ))}
      </div>
    </div>
  );
}
