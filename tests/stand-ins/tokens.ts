// A token is four bytes of UTF-8 here: not what a tokenizer says, but the same everywhere and easy to check by hand.
const bytesPerToken = 4;

export function countTokens(content: string | number): number {
  const bytes = typeof content === "number" ? content : Buffer.byteLength(content);
  return Math.ceil(bytes / bytesPerToken);
}

/** As much of the text as fits, cut between characters. */
export function cutToTokens(text: string, tokens: number): string {
  const limit = tokens * bytesPerToken;
  if (Buffer.byteLength(text) <= limit) return text;
  let bytes = 0;
  let kept = "";
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > limit) break;
    kept += character;
  }
  return kept;
}
