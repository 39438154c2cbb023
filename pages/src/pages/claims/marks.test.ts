import { describe, expect, it } from 'vitest';
import { locate, passages } from './marks';

const at = (text: string, found: { from: number; to: number }[]) => found.map((one) => text.slice(one.from, one.to));

describe('marks', () => {
  it('find a sentence broken over lines, and several claims of one sentence share a mark', () => {
    const text = 'First line.\nEU states took\n  57 % of it. Then 5.';
    const found = locate(text, [{ id: 1, statement: 'EU states took 57 % of it.', line: 2 }, { id: 2, statement: 'EU states took 57 % of it.', line: 2 }, { id: 3, statement: 'Then 5.', line: 3 }], true);
    expect(at(text, found)).toEqual(['EU states took\n  57 % of it.', 'Then 5.']);
    expect(found.map((one) => one.claims)).toEqual([[1, 2], [3]]);
  });

  it('tell two equal sentences of one text apart', () => {
    const text = 'It rose 5 %.\n\nIt rose 5 %.';
    expect(locate(text, [{ id: 1, statement: 'It rose 5 %.', line: 1 }, { id: 2, statement: 'It rose 5 %.', line: 3 }], true).map((one) => [one.from, one.claims])).toEqual([[0, [1]], [14, [2]]]);
  });

  it('mark the line of a sentence whose links were taken out', () => {
    const text = 'A\nTrade [rose](https://a.example) 5 %.\nB';
    expect(at(text, locate(text, [{ id: 1, statement: 'Trade rose 5 %.', line: 2 }], true))).toEqual(['Trade [rose](https://a.example) 5 %.']);
  });

  it('take signs of patterns as they are, and leave out what a page does not hold', () => {
    const text = 'Costs ($1.4 tn) rose?* fast.';
    expect(at(text, locate(text, [{ id: 1, statement: 'Costs ($1.4 tn) rose?* fast.', line: 9 }, { id: 2, statement: 'absent', line: 9 }], false))).toEqual([text]);
  });
});

describe('passages', () => {
  const words = (runs: { text: string }[]) => runs.map((run) => run.text).join('');

  it('show a short text whole', () => {
    const [only] = passages('a b c', [{ id: 1, statement: 'b', line: 1 }], true);
    expect(only!.runs).toEqual([{ text: 'a ', claims: [] }, { text: 'b', claims: [1] }, { text: ' c', claims: [] }]);
  });

  it('show of a long text what is around the marks, and count what is left out', () => {
    const lines = Array.from({ length: 5000 }, (_, index) => (index === 99 || index === 3999 ? `Mark ${index} here.` : 'Nothing in this line at all.'));
    const found = passages(lines.join('\n'), [{ id: 1, statement: 'Mark 99 here.', line: 100 }, { id: 2, statement: 'Mark 3999 here.', line: 4000 }], true);
    expect(found).toHaveLength(2);
    expect(found.map((one) => one.runs.flatMap((run) => run.claims))).toEqual([[1], [2]]);
    expect(words(found[1]!.runs)).toContain('Mark 3999 here.');
    expect(found[1]!.skipped).toBeGreaterThan(3700);
    expect(found.reduce((sum, one) => sum + words(one.runs).length, 0)).toBeLessThan(4000);
  });

  it('show the beginning of a long text without marks', () => {
    expect(words(passages('x '.repeat(100_000), [], true)[0]!.runs)).toHaveLength(4000);
  });
});
