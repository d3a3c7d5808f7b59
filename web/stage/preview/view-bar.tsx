import Maximize2 from "lucide-react/icons/maximize-2";
import Monitor from "lucide-react/icons/monitor";
import RotateCcwSquare from "lucide-react/icons/rotate-ccw-square";
import Scaling from "lucide-react/icons/scaling";
import Smartphone from "lucide-react/icons/smartphone";
import Tablet from "lucide-react/icons/tablet";
import type { ReactNode } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Segmented } from "../../components/ui/segmented.tsx";
import { Select } from "../../components/ui/select.tsx";
import { zooms } from "./layout-frame.ts";
import type { PreviewView } from "./use-preview-view.ts";

const devices = [
  { value: "fit", name: "Fill the stage", label: <Maximize2 /> },
  { value: "phone", name: "Phone, 375 × 812", label: <Smartphone /> },
  { value: "tablet", name: "Tablet, 768 × 1024", label: <Tablet /> },
  { value: "desktop", name: "Desktop, 1440 × 900", label: <Monitor /> },
  { value: "free", name: "Any size: drag the edges", label: <Scaling /> },
] as const;

const zoomOptions = zooms.map((value) => ({ value, label: value === "fit" ? "Fit" : `${value} %` }));

interface ViewBarProps {
  view: PreviewView;
  change: (change: Partial<PreviewView>) => void;
  /** What is looked at. */
  first?: ReactNode;
  children?: ReactNode;
}

/** How the app is looked at, and the tools for it. Scrolls sideways where there is no room. */
export function ViewBar({ view, change, first, children }: ViewBarProps) {
  return (
    <div
      role="toolbar"
      aria-label="View of the preview"
      className="flex items-center gap-1.5 overflow-x-auto border-b border-line bg-surface px-2 py-1.5 [scrollbar-width:none]"
    >
      {first}
      <Segmented
        label="Screen of the preview"
        value={view.device}
        onChange={(device) => change({ device })}
        options={devices}
        className="shrink-0"
      />
      <Button
        look={view.turned ? "soft" : "quiet"}
        size="icon"
        aria-label="Turn the screen"
        title="Turn the screen"
        aria-pressed={view.turned}
        disabled={view.device === "fit"}
        onClick={() => change({ turned: !view.turned })}
      >
        <RotateCcwSquare />
      </Button>
      <Select
        label="Zoom"
        value={view.zoom}
        onChange={(zoom) => change({ zoom })}
        options={zoomOptions}
        className="shrink-0"
      />
      <span className="flex-1" />
      {children}
    </div>
  );
}
