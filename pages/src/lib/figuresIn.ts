// Which numbers of a text are figures. Years and dates are labels; numbers that are part of a name (EU27, A/RES/68/262, ES-11) name something.

const NUMBER = /\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b(?: \d{4})?|\b(?:1[5-9]|20)\d\d-\d{2}(?:-\d{2})?\b|(?<![\p{L}\d_/]|\p{L}-|\d[.,])(?:US\$ |€ |\$)?[+−±]?(?:\d+(?:,\d{3})*(?:\.\d+)?|\.\d+)(?:e-?\d+)?(?:\s?%|\s(?:bn|tn|points|bcm)\b)?(?![\p{L}\d_/]|\.\d)/gu;

const LABEL = /^(?:1[5-9]|20)\d\d$|^\d{1,2} \p{L}|^\d{4}-\d{2}/u;

/** A piece of a text: words, or a figure. */
export interface Piece {
  text: string;
  isFigure: boolean;
}

/** A text cut at its figures; joined again the pieces are the text. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const found of text.matchAll(NUMBER)) {
    if (LABEL.test(found[0])) continue;
    if (found.index > done) pieces.push({ text: text.slice(done, found.index), isFigure: false });
    pieces.push({ text: found[0], isFigure: true });
    done = found.index + found[0].length;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), isFigure: false });
  return pieces;
}

/** Whether a text has a figure in it. */
export function hasFigure(text: string): boolean {
  return piecesOf(text).some((piece) => piece.isFigure);
}
