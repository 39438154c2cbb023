import { describe, expect, it } from 'vitest';
import { COLUMNS, cellOf, columnsOf, orderOf, ordered, shadeOf } from './allyHeat';
import type { AllyRow, Assessment, Spread } from './shapes';

const spread = (mean: number): Spread => ({ mean, low: mean - 0.1, median: mean, high: mean + 0.1, monte_carlo_error: 0.01 });
const ally = (name: string, change: number, more: Partial<AllyRow> = {}): AllyRow => ({ state: name.length, name, drift_before: spread(0.3), drift_after: spread(0.3 + change), change: spread(change), responses: [{ response: 'arm', before: spread(0.2), after: spread(0.25) }], threat: null, has_guarantee: true, trade_with_divider: null, income_change: null, why: 'the moves touch its guarantee', sources: ['votes'], ...more });
const a = {
  allies: [ally('Norway', 0.01), ally('Japan', -0.2), ally('Italia', 0.05)],
  bill: [{ section: 'credibility', who: 'Japan', item: 'chance that it is defended', unit: 'probability', basis: 'judgement', before: spread(0.8), after: spread(0.6), amount: spread(-0.2), sources: ['votes'], note: '' }],
  sources: [{ key: 'votes', publisher: 'UN' }],
  computed: { draws: 200, failed_draws: 0, seed: '1', command: 'entente assess sample' },
} as unknown as Assessment;
const column = (key: string) => COLUMNS.find((one) => one.key === key)!;

describe('allies by readings', () => {
  it('have a shade about zero that does not tell signs of what is about none', () => {
    expect([0, 0.0009, -0.0009, 0.001, -0.001, 0.05, -0.5].map((value) => shadeOf(value, [0.001, 0.02, 0.1]))).toEqual(['z', 'z', 'z', 'p1', 'n1', 'p2', 'n3']);
  });
  it('say what is missing, and give it no shade', () => {
    expect(cellOf(a, a.allies[0]!, column('belief'), 'change')).toEqual({ value: null, text: 'missing', shade: null, note: null });
    expect(cellOf(a, a.allies[0]!, column('income'), 'change').shade).toBeNull();
    expect(cellOf(a, a.allies[0]!, column('nuclear'), 'change').shade).toBeNull();
  });
  it('take a change with its interval where the answer holds one', () => {
    const cell = cellOf(a, a.allies[1]!, column('belief'), 'change');
    expect([cell.text, cell.shade]).toEqual(['−20.0', 'n3']);
    expect(cell.note).toMatchObject({ value: '−20.0 points', interval: '90 % interval −30.0 to −10.0 points', basis: 'judgement' });
    expect(cell.note?.provenance?.sources.map((source) => source.key)).toEqual(['votes']);
  });
  it('say so where a change is that of two means, and give it no interval', () => {
    const cell = cellOf(a, a.allies[0]!, column('arm'), 'change');
    expect([cell.text, cell.shade]).toEqual(['+5.0', 'p2']);
    expect(cell.note?.interval).toBeUndefined();
    expect(cell.note?.lines?.join(' ')).toMatch(/Without the moves 20 %, with them 25 %.*two means/);
  });
  it('leave out of a state what is held as a change only', () => {
    expect(columnsOf('with').map((one) => one.key)).toEqual(['belief', 'drift', 'arm', 'nuclear', 'accommodate', 'both', 'pull']);
    expect(cellOf(a, a.allies[1]!, column('belief'), 'with')).toMatchObject({ text: '60 %', shade: 's4' });
    expect(cellOf(a, a.allies[1]!, column('belief'), 'without')).toMatchObject({ text: '80 %', shade: 's5' });
  });
  it('come in order, those without a value last either way', () => {
    const names = (text: string | null) => ordered(a, 'change', orderOf(text)).map((one) => one.name);
    expect(names(null)).toEqual(['Japan', 'Italia', 'Norway']);
    expect(names('drift')).toEqual(['Italia', 'Norway', 'Japan']);
    expect(names('-drift')).toEqual(['Japan', 'Norway', 'Italia']);
    expect(names('belief')[0]).toBe('Japan');
    expect(names('-belief')[0]).toBe('Japan');
    expect(names('name')).toEqual(['Italia', 'Japan', 'Norway']);
    expect(orderOf('nonsense')).toBeNull();
  });
});
