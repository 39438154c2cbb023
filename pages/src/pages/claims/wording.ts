// What a claim says of its figure: a wording, which sets the tolerance, and a value.

export interface Wording {
  key: string;
  /** As the file writes it before the value. */
  words: string;
  name: string;
  tolerance: string;
}

/** The wordings that a value is put after; all else is taken as it is written. The tolerances are those of docs/claims.md. */
export const wordings: readonly Wording[] = [
  { key: 'as', words: '', name: 'as stated', tolerance: 'Numbers with digits: half a unit of the last one, at least one per cent. Counts such as 17: exactly. "half", "a third", "doubled": five per cent. Also: the largest, yes, adopted, 93-18-65, includes RUS and PRK, between 10 and 20 %, rose.' },
  { key: 'about', words: 'about', name: 'about', tolerance: 'Five per cent of the value on either side.' },
  { key: 'nearly', words: 'nearly', name: 'nearly', tolerance: 'Up to five per cent below, not above.' },
  { key: 'more', words: 'more than', name: 'more than', tolerance: 'Taken at its word.' },
  { key: 'least', words: 'at least', name: 'at least', tolerance: 'Taken at its word.' },
  { key: 'less', words: 'less than', name: 'less than', tolerance: 'Taken at its word.' },
  { key: 'most', words: 'at most', name: 'at most', tolerance: 'Taken at its word.' },
];

const first = wordings[0]!;

/** Wording and value of a comparison. What has two ends stays as it is written. */
export function readWording(comparison: string): { wording: Wording; value: string } {
  const text = comparison.trim();
  if (!/ and /.test(text)) {
    for (const wording of wordings) {
      if (wording.words && text.toLowerCase().startsWith(`${wording.words} `)) return { wording, value: text.slice(wording.words.length + 1).trim() };
    }
  }
  return { wording: first, value: text };
}

/** The comparison as the file has it; nothing without a value. */
export function writeWording(wording: Wording, value: string): string {
  const text = value.trim();
  return text === '' ? '' : wording.words ? `${wording.words} ${text}` : text;
}
