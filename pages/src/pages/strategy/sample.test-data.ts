// A small strategy as the program sends it, for the tests of this page.
import type { Form } from './form';

const number = (name: string, low = 0, high = 1) => ({ name, kind: 'number' as const, description: name, required: true, low, high });
const state = (name: string) => ({ name, kind: 'state' as const, description: name, required: true, low: null, high: null });
const parties = (name: string, required = true) => ({ name, kind: 'parties' as const, description: name, required, low: null, high: null });
const text = (name: string) => ({ name, kind: 'text' as const, description: name, required: true, low: null, high: null });

const triangular = (low: number, mode: number, high: number, source = 'judgement') => ({ kind: 'triangular' as const, words: `triangular ${low}, ${mode}, ${high}`, numbers: { low, mode, high }, quantiles: { p5: low, p50: mode, p95: high }, mean: mode, source, note: null });
const lognormal = { kind: 'lognormal' as const, words: 'log-normal 4', numbers: { low90: 2.5, median: 4, high90: 7, low: 1, high: 15 }, quantiles: { p5: 2.5, p50: 4, p95: 7 }, mean: 4.3, source: 'Simonovska and Waugh 2014', note: null };
const uniform = { kind: 'uniform' as const, words: 'uniform 4 to 10', numbers: { low: 4, high: 10 }, quantiles: { p5: 4.3, p50: 7, p95: 9.7 }, mean: 7, source: 'GSDB', note: null };

export const form: Form = {
  key: 'sample',
  title: 'A sample',
  summary: 'Some relief.',
  divider: { id: 2, iso3: 'USA', name: 'United States' },
  target: { id: 365, iso3: 'RUS', name: 'Russia' },
  partner: { id: 710, iso3: 'CHN', name: 'China' },
  start: 2025,
  horizon: 10,
  allies: ['NATO'],
  allies_stated: true,
  moves: [
    { index: 0, kind: 'lift-sanctions', description: 'sanctions are lifted', note: null, keys: [{ ...state('from'), value: 'Russia' }, { ...parties('coalition'), value: ['USA'] }, { ...number('share'), value: 0.8 }] },
    { index: 1, kind: 'recognise', description: 'something is recognised', note: 'Half.', keys: [{ ...text('of'), value: 'Crimea' }, { ...number('weight'), value: 0.5 }] },
  ],
  assumptions: [
    { name: 'trade_elasticity', channel: 'trade', description: 'elasticity', low: 1, high: 15, fraction: false, from: 'default', ...lognormal, judgement: false, default: lognormal },
    { name: 'relief_uptake', channel: 'trade', description: 'uptake', low: 0, high: 1, fraction: true, from: 'stated', ...triangular(0.2, 0.5, 0.9), judgement: true, default: triangular(0.2, 0.5, 0.9) },
    { name: 'fade_in_years', channel: 'trade', description: 'years', low: 1, high: 20, fraction: false, from: 'stated', ...uniform, judgement: false, default: uniform },
  ],
  correlations: [{ first: 'relief_uptake', second: 'fade_in_years', rank: -0.4, source: 'judgement', note: 'Firms.' }],
  caveats: [],
  limits: { start: number('start', 1816, 2100), horizon: number('horizon', 1, 50) },
  move_kinds: [
    { name: 'lift-sanctions', description: 'sanctions are lifted', keys: [state('from'), parties('coalition'), number('share'), parties('joined-by', false)], example: '' },
    { name: 'impose-sanctions', description: 'sanctions are imposed', keys: [state('on'), parties('coalition'), number('share')], example: '' },
    { name: 'guarantee', description: 'a guarantee changes', keys: [parties('to'), number('change', -1)], example: '' },
    { name: 'recognise', description: 'something is recognised', keys: [text('of'), number('weight')], example: '' },
    { name: 'arms', description: 'arms', keys: [state('to'), number('change', -1)], example: '' },
    { name: 'trade-deal', description: 'a deal', keys: [state('with'), number('increase', 0, 5)], example: '' },
  ],
  distribution_kinds: [
    { name: 'value', description: 'a number known exactly', parameters: [{ name: 'value', required: true }], example: '' },
    { name: 'triangular', description: 'rises and falls in a straight line', parameters: [{ name: 'low', required: true }, { name: 'mode', required: true }, { name: 'high', required: true }], example: '' },
  ],
  text: 'title: A sample\n',
};
