// How large an app is drawn on the stage. Pure.

export const deviceIds = ["fit", "phone", "tablet", "desktop", "free"] as const;
export type DeviceId = (typeof deviceIds)[number];
export const zooms = ["fit", "50", "75", "100", "125", "150"] as const;
export type Zoom = (typeof zooms)[number];

export interface Size {
  width: number;
  height: number;
}

/** CSS pixels (requirement N8.2). */
export const deviceSizes: Readonly<Record<"phone" | "tablet" | "desktop", Size>> = {
  phone: { width: 375, height: 812 },
  tablet: { width: 768, height: 1024 },
  desktop: { width: 1440, height: 900 },
};

export const smallest = 280;
export const largest = 2_560;
/** Of the drawn device around its screen. */
export const bezel = 10;
const margin = 20;

export interface FrameView {
  device: DeviceId;
  turned: boolean;
  /** Of the free device. */
  size: Size;
  zoom: Zoom;
}

export interface FrameLayout extends Size {
  scale: number;
  /** The screen has an edge around it, and does not fill the stage. */
  framed: boolean;
}

export function layoutFrame({ device, turned, size, zoom }: FrameView, stage: Size): FrameLayout {
  const fixed = zoom === "fit" ? null : Number(zoom) / 100;
  if (device === "fit") {
    const scale = fixed ?? 1;
    return { width: stage.width / scale, height: stage.height / scale, scale, framed: false };
  }
  const upright = device === "free" ? size : deviceSizes[device];
  const { width, height } = turned ? { width: upright.height, height: upright.width } : upright;
  if (fixed !== null) return { width, height, scale: fixed, framed: true };
  const around = 2 * (bezel + margin);
  const room = { width: Math.max(1, stage.width - around), height: Math.max(1, stage.height - around) };
  return { width, height, scale: Math.min(1, room.width / width, room.height / height), framed: true };
}

export const clampSize = (length: number): number => Math.round(Math.min(largest, Math.max(smallest, length)));

/** `840x620`, as the address has it. */
export function readSize(text: string | null): Size {
  const [, width, height] = /^(\d{2,4})x(\d{2,4})$/.exec(text ?? "") ?? [];
  return width === undefined || height === undefined
    ? { width: 840, height: 640 }
    : { width: clampSize(Number(width)), height: clampSize(Number(height)) };
}
