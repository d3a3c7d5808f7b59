// What a step printed, without what says nothing of the fault: colours, times, frames of tools, lists of passed tests.

const colour = new RegExp(`${String.fromCodePoint(27)}\\[[0-?]*[ -/]*[@-~]`, "g");
const noise = [
  /^npm warn Unknown user config/,
  /A complete log of this run/,
  /^\s+(?:Start at|Duration|Test Files|Tests) /,
  /^Finished in /,
  /^npm error (?:\[-|--|Usage|Options|aliases|npm ci$|Clean install|Run "npm help|\s*[-|])/,
  /^ +✓/,
  /Mark-Compact|^ ?\d+: 0x|Native stack trace/,
];
const foreignFrame = /node_modules|node:internal/;
/** What is said first and last says most; tests print what they logged in between. */
const longest = { head: 2_500, tail: 3_500 } as const;

export function trimOutput(text: string, folder: RegExp): string {
  const kept: string[] = [];
  let frames = 0;
  for (const line of text.replace(colour, "").replaceAll(folder, "").split("\n")) {
    if (noise.some((pattern) => pattern.test(line))) continue;
    const isFrame = /^\s+at |^\s+❯ .*node_modules/.test(line);
    frames = isFrame ? frames + 1 : 0;
    if (isFrame && (frames > 6 || (frames > 2 && foreignFrame.test(line)))) continue;
    kept.push(
      line
        .replace(/ \d+ ?ms$/, " 1ms")
        .replace(/timestamp-[\w-]+\.mjs/, "timestamp.mjs")
        .trimEnd(),
    );
  }
  const said = kept
    .join("\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
  const { head, tail } = longest;
  return said.length <= head + tail ? said : `${said.slice(0, head)}\n…\n${said.slice(-tail)}`;
}
