// Searching the files of a version. Pure; a pattern of a person's own may take long, so it runs in a worker.

export interface SearchOptions {
  query: string;
  matchCase: boolean;
  wholeWord: boolean;
  regex: boolean;
}

export interface Match {
  /** From 1. */
  line: number;
  /** The line, cut around the first match, and where in that text it stands. */
  text: string;
  from: number;
  to: number;
}

export interface SearchResult {
  files: { path: string; matches: Match[] }[];
  matches: number;
  /** There are more than are shown. */
  cut: boolean;
}

const mostMatches = 1_000;
const longestLine = 240;

/** Throws a SyntaxError that says what is wrong with a regular expression. */
export function toPattern({ query, matchCase, wholeWord, regex }: SearchOptions): RegExp {
  const source = regex ? query : query.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
  const bounded = wholeWord ? String.raw`(?<![\p{L}\p{N}_$])(?:${source})(?![\p{L}\p{N}_$])` : source;
  return new RegExp(bounded, matchCase ? "u" : "iu");
}

export function searchText(
  files: readonly { path: string; text: string | null }[],
  options: SearchOptions,
): SearchResult {
  const pattern = toPattern(options);
  const result: SearchResult = { files: [], matches: 0, cut: false };
  for (const { path, text } of files) {
    if (text === null) continue;
    const matches: Match[] = [];
    for (const [index, line] of text.split("\n").entries()) {
      const found = pattern.exec(line);
      if (found === null || found[0] === "") continue;
      if (result.matches === mostMatches) {
        result.cut = true;
        break;
      }
      matches.push(show(index + 1, line, found.index, found.index + found[0].length));
      result.matches += 1;
    }
    if (matches.length > 0) result.files.push({ path, matches });
    if (result.cut) break;
  }
  return result;
}

function show(number: number, line: string, from: number, to: number): Match {
  const indent = line.length - line.trimStart().length;
  const start = Math.max(Math.min(indent, from), from > longestLine / 2 ? from - 60 : 0);
  const text = line.slice(start, start + longestLine);
  return { line: number, text, from: from - start, to: Math.min(to - start, text.length) };
}
