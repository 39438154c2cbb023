import { describe, expect, it } from 'vitest';
import { matching, type Party } from './states';

const party = (key: string, name: string, kind: 'state' | 'bloc' = 'state'): Party => ({ key, name, kind, from: null, to: null });
const all = [party('CHN', 'China'), party('CIV', "Côte d'Ivoire"), party('TWN', 'Taiwan'), party('CHE', 'Switzerland'), party('NER', 'Niger'), party('NGA', 'Nigeria'), party('EU', 'European Union', 'bloc')];

describe('finding a party by what was typed', () => {
  it('puts an exact code or name first', () => expect(matching(all, 'niger')[0]?.key).toBe('NER'));
  it('does not mind accents and case', () => expect(matching(all, 'COTE')[0]?.key).toBe('CIV'));
  it('prefers the beginning of a name to a code', () => expect(matching(all, 'ch').map((one) => one.key)).toEqual(['CHN', 'CHE']));
  it('finds the middle of a name last', () => expect(matching(all, 'union').map((one) => one.key)).toEqual(['EU']));
  it('offers all, up to a bound, when nothing is typed', () => expect(matching(all, ' ', 3)).toHaveLength(3));
  it('finds nothing for nonsense', () => expect(matching(all, 'xyzzy')).toEqual([]));
});
