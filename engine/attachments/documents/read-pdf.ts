// The text of a PDF, page by page. The reader weighs half a megabyte, so it is only loaded for the first PDF.
import { type Reading, readingOf, UnreadableFile } from "../attachment.ts";

const mostPages = 200;
const longEnough = 200_000;

export async function readPdf(bytes: Uint8Array): Promise<Reading> {
  const { getDocumentProxy } = await import("unpdf");
  // The reader takes the buffer it is given for itself.
  const document = await getDocumentProxy(bytes.slice(), { verbosity: 0 }).catch((error: unknown) => {
    const isLocked = error instanceof Error && error.name === "PasswordException";
    throw new UnreadableFile(
      isLocked
        ? "The PDF is protected by a password. Save it without one and attach it again."
        : "The PDF is damaged and could not be read.",
    );
  });
  try {
    const { numPages } = document;
    const pages: string[] = [];
    let length = 0;
    let number = 1;
    for (; number <= Math.min(numPages, mostPages) && length < longEnough; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const text = items
        .map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : ""))
        .join("")
        .trim();
      if (text !== "") pages.push(text);
      length += text.length;
      page.cleanup();
    }
    const notes = [
      ...(pages.length === 0 ? ["The PDF holds no text, only pictures of pages."] : []),
      ...(number <= numPages ? [`Only the first ${number - 1} of ${numPages} pages were read.`] : []),
    ];
    return readingOf(pages.join("\n\n"), { notes, pages: numPages });
  } catch {
    throw new UnreadableFile("The PDF is damaged and could not be read.");
  } finally {
    await document.destroy();
  }
}
