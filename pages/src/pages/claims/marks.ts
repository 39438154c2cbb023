// Where the sentences of claims stand in the text, and what of a long text is shown.

export interface Sentence {
  id: number;
  statement: string;
  line: number | null;
}

export interface Run {
  text: string;
  /** Claims of the sentence; none for text between. */
  claims: readonly number[];
}

export interface Passage {
  /** Line of the text that it begins on. */
  line: number;
  runs: Run[];
  /** Lines left out before it. */
  skipped: number;
}

/** A sentence as it may be broken over lines and spaces, with signs of emphasis in between. */
function pattern(statement: string): RegExp {
  const words = statement.trim().split(/\s+/u).slice(0, 400);
  return new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[\\s>*_#]+'), 'u');
}

interface Found {
  from: number;
  to: number;
  claims: number[];
}

/** Where the sentences stand, in order; those of one sentence share a mark. A sentence that is not found word for word (links and emphasis were taken out of it) marks its line. */
export function locate(text: string, sentences: readonly Sentence[], withLines: boolean): Found[] {
  const starts = lineStarts(text);
  const found: Found[] = [];
  let after = 0;
  let before: Sentence | undefined;
  for (const one of sentences) {
    const same = before?.statement === one.statement && before.line === one.line;
    before = one;
    if (same && found.length > 0) {
      found.at(-1)!.claims.push(one.id);
      continue;
    }
    const line = withLines && one.line !== null ? starts[one.line - 1] : undefined;
    const from = Math.max(after, line ?? 0);
    const reach = line === undefined ? text.length : Math.max(4000, one.statement.length * 3);
    const match = pattern(one.statement).exec(text.slice(from, from + reach));
    if (match) found.push({ from: from + match.index, to: from + match.index + match[0].length, claims: [one.id] });
    else if (line !== undefined) found.push({ from: line, to: Math.max(line, (starts[one.line!] ?? text.length + 1) - 1), claims: [one.id] });
    else {
      before = undefined;
      continue;
    }
    after = found.at(-1)!.to;
  }
  return settle(found);
}

/** Marks do not overlap: what reaches into another joins it. */
function settle(found: Found[]): Found[] {
  const inOrder = [...found].sort((a, b) => a.from - b.from || a.to - b.to);
  const kept: Found[] = [];
  for (const one of inOrder) {
    const before = kept.at(-1);
    if (before && one.from < before.to) {
      before.claims.push(...one.claims);
      before.to = Math.max(before.to, one.to);
    } else if (one.to > one.from) kept.push({ ...one, claims: [...one.claims] });
  }
  return kept;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The text in passages. A short text is shown whole; of a long one the lines with marks and a few around them. */
export function passages(text: string, sentences: readonly Sentence[], withLines: boolean, whole = 60_000, around = 600): Passage[] {
  const marks = locate(text, sentences, withLines);
  if (text.length <= whole) return [{ line: 1, runs: runs(text, 0, text.length, marks), skipped: 0 }];
  const shown: Passage[] = [];
  let [end, line, counted] = [0, 1, 0];
  const lineAt = (offset: number) => {
    for (let at = text.indexOf('\n', counted); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
    counted = Math.max(counted, offset);
    return line;
  };
  for (let index = 0; index < marks.length; ) {
    const first = index;
    const from = Math.max(end, back(text, Math.max(0, marks[index]!.from - around)));
    let to = Math.min(text.length, marks[index]!.to + around);
    while (++index < marks.length && marks[index]!.from - around <= to) to = Math.min(text.length, marks[index]!.to + around);
    const endsLine = lineAt(end);
    const at = lineAt(from);
    shown.push({ line: at, runs: runs(text, from, to, marks.slice(first, index)), skipped: at - endsLine });
    end = to;
  }
  return shown.length > 0 ? shown : [{ line: 1, runs: [{ text: text.slice(0, 4000), claims: [] }], skipped: 0 }];
}

/** Not in the middle of a word. */
function back(text: string, offset: number): number {
  const space = text.slice(offset, offset + 100).search(/\s/u);
  return offset === 0 || space < 0 ? offset : offset + space + 1;
}

function runs(text: string, from: number, to: number, marks: readonly Found[]): Run[] {
  const parts: Run[] = [];
  let at = from;
  for (const mark of marks) {
    if (mark.from > at) parts.push({ text: text.slice(at, mark.from), claims: [] });
    parts.push({ text: text.slice(mark.from, mark.to), claims: mark.claims });
    at = mark.to;
  }
  if (at < to) parts.push({ text: text.slice(at, to), claims: [] });
  return parts;
}
