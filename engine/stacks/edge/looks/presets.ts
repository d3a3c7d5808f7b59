// What makes the presets look different, as data: type, corners and shadows. The layouts are folders of template/.
import type { PresetId } from "#engine/prd/schema.ts";

export interface Look {
  /** Font stacks that are on the visitor's machine, or Inter, which the app carries. */
  readonly body: string;
  readonly heading: string;
  readonly control: string;
  readonly panel: string;
  readonly shadow: string;
  /** Root font size: how tightly the app is set. */
  readonly size: string;
}

const inter = `"Inter", ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif`;
const serif = `"Iowan Old Style", "Palatino Linotype", Palatino, "Source Serif 4", Georgia, "DejaVu Serif", serif`;
const humanist = `Seravek, "Gill Sans Nova", Ubuntu, Calibri, "Segoe UI", "DejaVu Sans", sans-serif`;
const rounded = `ui-rounded, "Hiragino Maru Gothic ProN", Quicksand, Nunito, "Inter", system-ui, sans-serif`;
const soft = "0 1px 2px 0 rgb(0 0 0 / 0.05)";

export const looks: Readonly<Record<PresetId, Look>> = {
  sidebar: { body: inter, heading: inter, control: "0.5rem", panel: "0.75rem", shadow: soft, size: "100%" },
  topbar: { body: humanist, heading: humanist, control: "0.25rem", panel: "0.375rem", shadow: soft, size: "100%" },
  dashboard: {
    body: inter,
    heading: inter,
    control: "0.25rem",
    panel: "0.25rem",
    shadow: "0 0 0 0 #0000",
    size: "93.75%",
  },
  marketing: {
    body: inter,
    heading: inter,
    control: "0.75rem",
    panel: "1.25rem",
    shadow: "0 2px 8px -2px rgb(0 0 0 / 0.12)",
    size: "100%",
  },
  editorial: { body: inter, heading: serif, control: "0", panel: "0", shadow: "0 0 0 0 #0000", size: "100%" },
  storefront: {
    body: inter,
    heading: rounded,
    control: "1.25rem",
    panel: "1rem",
    shadow: "0 1px 3px 0 rgb(0 0 0 / 0.1)",
    size: "100%",
  },
};
