/** Pieces of uneven length, as models stream them; always the same for the same text, and never half a character. */
export function splitText(text: string): string[] {
  const characters = [...text];
  const pieces: string[] = [];
  for (let at = 0, turn = 0; at < characters.length; turn += 1) {
    const length = 3 + ((turn * 7) % 11);
    pieces.push(characters.slice(at, at + length).join(""));
    at += length;
  }
  return pieces;
}
