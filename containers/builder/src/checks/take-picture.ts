// What an app looks like in use, for lists of projects and versions. Light, the size of a small laptop's window.
import type { Page } from "playwright-core";
import { openPage } from "./settle.ts";

const shape = { x: 0, y: 0, width: 1280, height: 800 } as const;
const pictureMs = 15_000;

/** JPEG in base64; null when there is nothing to see, which the visit has said already. */
export async function takePicture(page: Page, url: string): Promise<string | null> {
  try {
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    if (!(await openPage(page, url))) return null;
    const bytes = await page.screenshot({ type: "jpeg", quality: 72, clip: shape, scale: "css", timeout: pictureMs });
    return bytes.toString("base64");
  } catch {
    return null;
  }
}
