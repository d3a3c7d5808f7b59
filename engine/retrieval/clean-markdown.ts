// Markdown as a reader sees it: without what only a website or a package page shows. The number of lines stays the same,
// so that a citation's line is the document's own.

export function cleanMarkdown(text: string): string {
  const lines = blankOut(text.replace(/\r\n?/g, "\n"), /<!--[\s\S]*?-->/g).split("\n");
  let fence: string | null = null;
  let inFrontMatter = lines[0] === "---";
  return lines
    .map((line, index) => {
      if (inFrontMatter) {
        if (index > 0 && line === "---") inFrontMatter = false;
        return /^title:\s*/.test(line) ? `# ${line.replace(/^title:\s*/, "").replace(/^["']|["']$/g, "")}` : "";
      }
      const mark = /^\s*(```+|~~~+)/.exec(line)?.[1] ?? null;
      if (mark !== null) {
        if (fence === null) fence = mark;
        else if (mark.startsWith(fence)) fence = null;
        return line;
      }
      return fence === null ? cleanLine(line) : line;
    })
    .join("\n");
}

function cleanLine(line: string): string {
  return (
    line
      // Badges and pictures: [![…](…)](…), ![…](…)
      .replace(/\[!\[[^\]]*\]\([^)]*\)\]\([^)]*\)/g, "")
      .replace(/!\[[^\]]*\]\([^)]*\)/g, "")
      // Links: their words.
      .replace(/\[([^\]]+)\]\((?:[^()\s]|\([^)]*\))*\)/g, "$1")
      .replace(/\[([^\]]+)\]\[[^\]]*\]/g, "$1")
      .replace(/^\s*\[[^\]]+\]:\s+\S+.*$/, "")
      .replace(
        /<\/?(?:a|p|div|span|img|br|hr|picture|source|h[1-6]|center|details|summary|sub|sup|b|i|em|strong|table|t[rdh])\b[^>]*>/gi,
        "",
      )
      .trimEnd()
  );
}

function blankOut(text: string, pattern: RegExp): string {
  return text.replace(pattern, (found) => found.replace(/[^\n]/g, ""));
}
