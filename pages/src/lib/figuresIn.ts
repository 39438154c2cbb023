// Which numbers of a text are figures. Years and dates are labels; numbers that are part of a name (EU27, A/RES/68/262, ES-11) name something.

const NUMBER = /\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b(?: \d{4})?|\b(?:1[5-9]|20)\d\d-\d{2}(?:-\d{2})?\b|(?<![\p{L}\d_/]|\p{L}-|\d[.,])(?:US\$ |€ |\$)?[+−±]?(?:\d+(?:,\d{3})*(?:\.\d+)?|\.\d+)(?:e-?\d+)?(?:\s?%|\s(?:bn|tn|points|bcm)\b)?(?![\p{L}\d_/]|\.\d)/gu;

const LABEL = /^(?:1[5-9]|20)\d\d$|^\d{1,2} \p{L}|^\d{4}-\d{2}/u;

/** A piece of a text: words, or a figure. */
export interface Piece {
  text: string;
  isFigure: boolean;
  /** Marks that stand close before and after a figure, "(" and ")," : no line ends between. */
  before: string;
  after: string;
}

const words = (text: string): Piece => ({ text, isFigure: false, before: '', after: '' });

/** A text cut at its figures; joined again the pieces, with the marks beside them, are the text. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const found of text.matchAll(NUMBER)) {
    if (LABEL.test(found[0])) continue;
    const end = found.index + found[0].length;
    const before = /[(‘'“"]*$/u.exec(text.slice(done, found.index))?.[0] ?? '';
    const after = /^[)’'”".,;:!?]*/u.exec(text.slice(end))?.[0] ?? '';
    if (found.index - before.length > done) pieces.push(words(text.slice(done, found.index - before.length)));
    pieces.push({ text: found[0], isFigure: true, before, after });
    done = end + after.length;
  }
  if (done < text.length) pieces.push(words(text.slice(done)));
  return pieces;
}

/** Whether a text has a figure in it. */
export function hasFigure(text: string): boolean {
  return piecesOf(text).some((piece) => piece.isFigure);
}
