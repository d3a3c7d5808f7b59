import Accessibility from "lucide-react/icons/accessibility";
import Activity from "lucide-react/icons/activity";
import Camera from "lucide-react/icons/camera";
import SquareDashedMousePointer from "lucide-react/icons/square-dashed-mouse-pointer";
import Table2 from "lucide-react/icons/table-2";
import type { ReactNode } from "react";
import { Button } from "../../components/ui/button.tsx";
import type { PreviewTool } from "./use-preview-view.ts";

export const toolNames: Readonly<Record<PreviewTool, string>> = {
  pick: "Point at an element",
  accessibility: "Accessibility",
  data: "Data",
  snapshots: "Snapshots",
  requests: "Requests",
};

const icons: Readonly<Record<PreviewTool, ReactNode>> = {
  pick: <SquareDashedMousePointer />,
  accessibility: <Accessibility />,
  data: <Table2 />,
  snapshots: <Camera />,
  requests: <Activity />,
};

interface ToolButtonsProps {
  tools: readonly PreviewTool[];
  open: PreviewTool | null;
  choose: (tool: PreviewTool | null) => void;
}

export function ToolButtons({ tools, open, choose }: ToolButtonsProps) {
  return tools.map((tool) => (
    <Button
      key={tool}
      look={open === tool ? "soft" : "quiet"}
      size="icon"
      aria-label={toolNames[tool]}
      title={toolNames[tool]}
      aria-pressed={open === tool}
      onClick={() => choose(open === tool ? null : tool)}
    >
      {icons[tool]}
    </Button>
  ));
}
