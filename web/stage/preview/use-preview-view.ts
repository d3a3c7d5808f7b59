// How the app is looked at, kept in the address so that a link shows the same.
import { useSearchParams } from "react-router";
import { deviceIds, type FrameView, readSize, type Size, zooms } from "./layout-frame.ts";

export const previewTools = ["pick", "accessibility", "data", "snapshots", "requests"] as const;
export type PreviewTool = (typeof previewTools)[number];

export const previewModes = ["interactive", "live", "static"] as const;
export type PreviewMode = (typeof previewModes)[number];

export interface PreviewView extends FrameView {
  mode: PreviewMode;
  /** Address in the app. */
  path: string;
  tool: PreviewTool | null;
}

const defaults: Readonly<Record<string, string>> = { mode: "interactive", device: "fit", zoom: "fit", at: "/" };

export function usePreviewView(): [PreviewView, (change: Partial<PreviewView>) => void] {
  const [search, setSearch] = useSearchParams();
  const at = search.get("at") ?? "/";
  const view: PreviewView = {
    mode: previewModes.find((mode) => mode === search.get("mode")) ?? "interactive",
    device: deviceIds.find((id) => id === search.get("device")) ?? "fit",
    turned: search.get("turned") === "1",
    size: readSize(search.get("size")),
    zoom: zooms.find((zoom) => zoom === search.get("zoom")) ?? "fit",
    path: /^\/(?!\/)/.test(at) ? at : "/",
    tool: previewTools.find((tool) => tool === search.get("tool")) ?? null,
  };
  return [
    view,
    ({ mode, device, turned, size, zoom, path, tool }) =>
      setSearch(
        (current) => {
          const put = (name: string, value: string | null | undefined): void => {
            if (value === undefined) return;
            if (value === null || value === defaults[name]) current.delete(name);
            else current.set(name, value);
          };
          put("mode", mode);
          put("device", device);
          put("turned", turned === undefined ? undefined : turned ? "1" : null);
          put("size", size && sizeText(size));
          put("zoom", zoom);
          put("at", path);
          put("tool", tool);
          return current;
        },
        { replace: true, preventScrollReset: true },
      ),
  ];
}

const sizeText = ({ width, height }: Size): string => `${width}x${height}`;
