import { describe, expect, it } from 'vitest';
import { billSections, billWords, capital, chanceNote, drawsNote, gradeStacks, isNoise, mostMoved, recordSeries, restsOn, splitOf, spreadNote, stacked, swings, whole } from './evidence';
import { besides, compareBody, namesOf, withinNoise } from './comparing';
import { nameFrom } from '../../lib/documents';
import { pushed, reach, stepOf, type FormAssumption } from './form';
import { form } from './sample.test-data';
import type { AllyRow, Assessment, BillLine, Comparison, Influence, Line, Spread } from './shapes';
import { gain, humane, inUnit, interval, isAbout, probability, range, sentence, signed, smallNumber, smallShare } from './words';

const spread = (mean: number): Spread => ({ mean, low: mean, median: mean, high: mean, monte_carlo_error: 0.01 });
const line = (key: string, values: Partial<Line>): Line => ({ key, name: key, no_change: 0.5, neutralised: 0.2, dealigned: 0.2, realigned: 0.1, split_low: null, split_high: null, weight: 0.3, sources: [], ...values });

describe('words', () => {
  it('write probabilities with a place near the ends', () => {
    expect([0, 0.0004, 0.004, 0.07, 0.5, 0.995, 0.9999, 1].map(probability)).toEqual(['0.0 %', '< 0.1 %', '0.4 %', '7 %', '50 %', '99.5 %', '> 99.9 %', '100.0 %']);
    expect(probability(null)).toBe('missing');
  });
  it('write zero only for zero', () => {
    expect([0, 0.00000049, -0.00000049, 0.0000217, -0.0045, 0.031].map(smallShare)).toEqual(['0.0 %', '< 0.0001 %', '> −0.0001 %', '0.0022 %', '−0.45 %', '3.1 %']);
    expect([0.121, 0.00047, 0.00001, 0].map(gain)).toEqual(['+12.1 points', '+0.05 points', '< 0.01 points', '0.0 points']);
  });
  it('give no sign to what is only known to be small', () => {
    expect([0.031, 0.00000049, 0, -0.0045].map(signed(smallShare))).toEqual(['+3.1 %', '< 0.0001 %', '0.0 %', '−0.45 %']);
  });
  it('name a unit once', () => {
    expect(range(0.001, 0.71, probability)).toBe('0.1 to 71 %');
    expect(range(-1, 2, (value) => `US$ ${value} bn`)).toBe('US$ -1 to US$ 2 bn');
    expect(interval(null, 1, probability)).toBe('');
    expect(interval(0.1, 0.2, probability)).toBe('90 % interval 10 to 20 %');
  });
  it('write other numbers', () => {
    expect([0.000782, 0.055, 4, 128.4].map(smallNumber)).toEqual(['0.00078', '0.0550', '4.00', '128']);
    expect(inUnit(-0.85, 'billion_usd', true)).toBe('−US$ 0.85 bn');
    expect(inUnit(null, 'share')).toBe('missing');
    expect(humane('partner_trade_cut')).toBe('Partner trade cut');
  });
});

describe('sentences of the program', () => {
  const said = 'the text given, line 1, column 247: correlations.rank is -0.9, but the other correlations leave 0.64 to 0.99.';
  it('leave out the place in a text that the reader did not write', () => {
    expect(sentence(said)).toBe('correlations.rank is -0.9, but the other correlations leave 0.64 to 0.99.');
    expect(sentence('the text given, line 2, column 1: target and partner are the same state.')).toBe('Target and partner are the same state.');
    expect(sentence('the text given, line 1, column 3: relief_uptake.normal: too wide.')).toBe('relief_uptake.normal: too wide.');
  });
  it('are about a key by its whole name', () => {
    expect(isAbout(said, 'correlations')).toBe(true);
    expect(isAbout('partner_trade_cut is 11.', 'partner')).toBe(false);
    expect(isAbout('partner_trade_cut.value is 11.', 'partner_trade_cut')).toBe(true);
    expect(isAbout(null, 'partner')).toBe(false);
  });
});

describe('what an assessment shows', () => {
  const a = {
    grades: (['NoChange', 'Neutralised', 'Dealigned', 'Realigned'] as const).map((grade, index) => ({ grade, with: spread([0.4, 0.3, 0.2, 0.1][index]!), without: spread([0.7, 0.2, 0.1, 0][index]!) })),
    evidence: [line('game', {}), line('past attempts', {}), line('forecast', { dealigned: null })],
    sources: [{ key: 'votes' }, { key: 'trade' }], provenance: { sources: [{ key: 'votes' }, { key: 'trade' }], query: 'assess', coverage: { statement: 'All held', held: null, missing: null, missing_names: [] } },
    computed: { draws: 200, failed_draws: 3, seed: '1' },
  } as unknown as Assessment;
  it('lays grades end to end, and leaves a hole where one is missing', () => {
    const stacks = gradeStacks(a);
    expect(stacks.map((stack) => stack.name)).toEqual(['The game, with the moves', 'The game, without moves', 'Past attempts', 'Forecast']);
    expect(stacks[0]!.parts.map((part) => Number(part.from.toFixed(6)))).toEqual([0, 0.4, 0.7, 0.9]);
    expect(stacks[3]!.parts).toEqual([]);
    expect(stacked('x', {}).parts).toEqual([]);
  });
  it('says what a split is, and when it is not known', () => {
    expect(splitOf(a.evidence[0]!)).toBeCloseTo(0.3);
    expect(splitOf(a.evidence[2]!)).toBeNull();
  });
  it('names the sources of a number and the draws behind it', () => {
    const provenance = restsOn(a, ['trade', 'nowhere'], 'assess');
    expect(provenance.sources.map((source) => source.key)).toEqual(['trade']);
    expect(provenance.coverage.statement).toBe('200 draws, seed 1, 3 of them failed and count for nothing');
  });
  it('rests numbers of the whole chain on what the answer says, with the draws', () => {
    expect(whole(a).sources.map((source) => source.key)).toEqual(['votes', 'trade']);
    const coverage = { statement: 'All pairs are held.', held: 3, missing: 1, missing_names: ['Tuvalu'] };
    const told = { ...a, provenance: { sources: [{ key: 'arms' }], query: 'assess', coverage } } as unknown as Assessment;
    expect(whole(told, 'a query')).toEqual({ sources: [{ key: 'arms' }], query: 'a query', coverage: { ...coverage, statement: 'All pairs are held; 200 draws, seed 1, 3 of them failed and count for nothing' } });
    expect(spreadNote(told, 'A number', spread(0.5), probability).provenance?.sources).toEqual([{ key: 'arms' }]);
    expect(spreadNote(told, 'A number', spread(0.5), probability, { keys: ['votes'] }).provenance?.sources).toEqual([{ key: 'votes' }]);
  });
  it('gives every grade a note of its own', () => {
    expect(gradeStacks(a)[1]!.parts.map((part) => [part.note?.title, part.note?.value])).toEqual([['The game, without moves: no change', '70 %'], ['The game, without moves: neutralised', '20 %'], ['The game, without moves: dealigned', '10 %'], ['The game, without moves: realigned', '0.0 %']]);
    expect(gradeStacks(a)[2]!.parts[3]!.note).toMatchObject({ title: 'Past attempts: realigned', value: '10 %' });
  });
  it('tells what single lines say beside what all say', () => {
    const asked = { ...a, split_stacked: 0.25, strategy: { start: 2025, horizon_years: 10, target: { name: 'Russia' }, partner: { name: 'China' } } } as unknown as Assessment;
    expect(chanceNote(asked)).toMatchObject({ title: 'Chance that Russia is split from China by 2035, 2 lines of evidence together', value: '25 %', interval: 'one line alone says 30 to 30 %' });
    expect(drawsNote(asked).value).toBe('200');
  });
  it('orders allies by change and inputs by what they explain', () => {
    const allies = [0.01, -0.2, 0.05].map((mean, state) => ({ state, change: spread(mean) }) as AllyRow);
    expect(mostMoved(allies, 2).map((ally) => ally.state)).toEqual([1, 2]);
    const input = (name: string, first: number | null, low: number | null = 0.1): Influence => ({ name, first_order: first, standard_error: 0.05, rank_correlation: null, when_low: low, when_high: 0.3, is_judgement: true });
    expect(swings([input('a', 0.02), input('b_c', 0.5), input('d', null), input('e', 0.4, null)], 5).map((one) => one.name)).toEqual(['B c', 'A']);
    expect([isNoise(input('a', 0.09)), isNoise(input('a', 0.2))]).toEqual([true, false]);
  });
  it('says of a line of the bill what is missing', () => {
    const bill = (section: string, values: Partial<BillLine>): BillLine => ({ section, who: 'x', item: 'y', unit: 'probability', basis: 'judgement', before: null, after: null, amount: null, sources: [], note: '', ...values });
    expect(billWords(bill('at_stake', {})).amount).toBe('missing');
    expect(billWords(bill('responses', { before: spread(0.5), after: spread(0.6) }))).toEqual({ before: '50 %', after: '60 %', amount: '' });
    expect(billSections([bill('disputes', {}), bill('income', {}), bill('income', {})], ['disputes']).map((one) => [one.key, one.lines.length])).toEqual([['income', 2]]);
  });
  it('keeps gaps of the record', () => {
    const [one] = recordSeries({ key: 'v', title: 't', unit: 'share', sources: [], note: '', series: [{ name: 's', years: [1970, 1971], values: [null, 0.5], low: [], high: [] }] });
    expect(one!.points).toEqual([{ x: 1970, y: null, low: null, high: null }, { x: 1971, y: 0.5, low: null, high: null }]);
    expect(capital('the game')).toBe('The game');
  });
});

describe('sliders', () => {
  it('push what stands in their way', () => {
    expect(pushed('triangular', { low: 0.2, mode: 0.5, high: 0.9 }, 'low', 0.6)).toEqual({ low: 0.6, mode: 0.6, high: 0.9 });
    expect(pushed('triangular', { low: 0.2, mode: 0.5, high: 0.9 }, 'high', 0.1)).toEqual({ low: 0.1, mode: 0.1, high: 0.1 });
    expect(pushed('lognormal', { low90: 2, median: 4, high90: 7, low: 1, high: 15 }, 'median', 8)).toEqual({ low90: 2, median: 8, high90: 8, low: 1, high: 15 });
    expect(pushed('normal', { mean: 1, sd: 0.8 }, 'mean', 0)).toEqual({ mean: 0, sd: 0.8 });
  });
  it('span what is allowed, near to what is assumed', () => {
    expect(stepOf(0, 1)).toBe(0.01);
    const [elasticity, uptake] = form.assumptions as [FormAssumption, FormAssumption];
    expect(reach(uptake, { low: 0.2, mode: 0.5, high: 0.9 })).toEqual({ low: 0, high: 1, step: 0.01 });
    expect(reach(elasticity, { low90: 2.5, median: 4, high90: 7, low: 1, high: 15 })).toMatchObject({ low: 1, high: 15 });
    const small = { ...uptake, high: 0.5, kind: 'triangular' as const, numbers: { low: 0.002, mode: 0.01, high: 0.04 }, default: { ...uptake.default, numbers: { low: 0.002, mode: 0.01, high: 0.04 } } };
    expect(reach(small, small.numbers)).toEqual({ low: 0, high: 0.1, step: 0.001 });
  });
});

describe('comparisons', () => {
  const query = (text: string) => new URLSearchParams(text);
  it('stand beside at most three others, each once', () => {
    expect(besides(query(''), 'mine', false)).toEqual(['status-quo']);
    expect(besides(query('with=a,b,a,c,d'), 'b', false)).toEqual(['a', 'c', 'd']);
    expect(besides(query('with=a,b,c,d'), 'b', true)).toEqual(['a', 'b', 'c']);
    expect(besides(query('with=../up'), 'b', true)).toEqual([]);
  });
  it('ask for the one of the form first', () => {
    expect(compareBody('mine', null, ['a'], 200)).toEqual({ strategy: ['mine', 'a'], draws: 200 });
    expect(Object.keys(compareBody('mine', 'title: x', ['a'], 200))[0]).toBe('strategy_text');
  });
  it('tell strategies of one title apart', () => {
    const comparison = { strategies: [{ key: 'given', title: 'A' }, { key: 'a', title: 'A' }, { key: 'b', title: 'B' }, { key: 'b2', title: 'B' }] } as unknown as Comparison;
    expect(namesOf(comparison, true)).toEqual(['A (as changed here)', 'A', 'B (b)', 'B (b2)']);
  });
  it('say when a difference may be noise', () => {
    const row = { against_first: 0.01, against_first_error: 0.006 } as Parameters<typeof withinNoise>[0];
    expect([withinNoise(row), withinNoise({ ...row, against_first: 0.02 })]).toEqual([true, false]);
  });
  it('make names of files from titles', () => expect(nameFrom('Réverse Kissinger, the “US” alone!')).toBe('reverse-kissinger-the-us-alone'));
});
