/** Most characters that WeChat checks at once. */
const pieceLength = 2500;
/** How far pieces overlap, so that no phrase is cut in two unseen. */
const overlap = 100;

/** A text in pieces that WeChat takes. No piece begins or ends within a surrogate pair. */
export function piecesOf(text: string): string[] {
  const characters = [...text];
  const pieces: string[] = [];
  for (let start = 0; start === 0 || start + overlap < characters.length; start += pieceLength - overlap) {
    pieces.push(characters.slice(start, start + pieceLength).join(""));
  }
  return pieces;
}
