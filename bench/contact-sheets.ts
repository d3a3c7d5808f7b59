import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";

/** As many pictures as can be looked at together, `sheet-N.png` beside them. `width`: of the pictures. */
export async function drawContactSheets(
  browser: Browser,
  pictures: readonly string[],
  target: string,
  width: number,
): Promise<void> {
  const [columns, rows] = width < 600 ? [5, 1] : width < 1000 ? [3, 1] : [2, 2];
  const page = await browser.newPage({ viewport: { width: 1_600, height: 1_200 } });
  for (let at = 0; at < pictures.length; at += columns * rows) {
    const cells = pictures.slice(at, at + columns * rows).map((path) => {
      const data = readFileSync(path).toString("base64");
      const name = path.slice(target.length + 1, -4);
      return `<figure><figcaption>${name}</figcaption><img src="data:image/png;base64,${data}"></figure>`;
    });
    const style = `body{margin:8px;background:#888;font:12px sans-serif;display:grid;gap:8px;grid-template-columns:repeat(${columns},minmax(0,1fr))}
      figure{margin:0;max-height:${rows === 1 ? 1_500 : 760}px;overflow:hidden}img{width:100%;display:block}`;
    await page.setContent(`<style>${style}</style>${cells.join("")}`);
    await page.screenshot({ path: join(target, `sheet-${Math.floor(at / (columns * rows)) + 1}.png`), fullPage: true });
  }
  await page.close();
}
