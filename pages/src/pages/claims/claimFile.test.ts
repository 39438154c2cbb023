import { describe, expect, it } from 'vitest';
import { isInFile, newClaim, ofCheck, ofDraft, openParameters, openPlaces, placeOf, quoted, toFile, type ClaimsText } from './claimFile';
import type { Check, ClaimsDraft, FigureDefinition } from './shapes';

const parameter = (name: string, required: boolean, choices: string[] = []) => ({ name, kind: choices.length > 0 ? 'choice' : 'state_or_bloc', description: '', required, default: choices[0] ?? null, choices });
const share: FigureDefinition = { name: 'trade-share', title: 'share', description: '', kind: 'number', unit: 'share', parameters: [parameter('state', true), parameter('partner', true), parameter('flow', false, ['both', 'imports', 'exports']), parameter('year', true)], sources: [], limits: [], example: '' };
const figures = new Map([[share.name, share]]);

const draft: ClaimsDraft = {
  article: 'a.txt',
  sentences: 2,
  in_other_scripts: 0,
  claims: [
    { line: 3, statement: 'EU states took "57 %"\tof it.', stated: '57 %', figure: 'trade-share', comparison: '57 %', is_negated: false, parameters: [{ name: 'state', value: 'RUS', description: '' }, { name: 'partner', value: 'NO', description: '' }, { name: 'year', value: null, description: '' }], to_fill: ['year'], notes: [] },
    { line: 4, statement: 'Wine fell by half.', stated: 'half', figure: null, comparison: null, is_negated: false, parameters: [], to_fill: [], notes: [] },
  ],
};

const text = (claims = ofDraft(draft)): ClaimsText => ({ title: 'A: text', about: '', where: '', claims });

describe('claims of a draft', () => {
  it('leaves open what the text does not say', () => {
    const [first, second] = ofDraft(draft);
    expect(first!.parts[0]!.parameters).toEqual({ state: 'RUS', partner: 'NO', year: '?' });
    expect(openParameters(first!.parts[0]!, share)).toEqual(['year']);
    expect(openPlaces(first!, figures)).toBe(1);
    expect(second!.parts[0]!.comparison).toBe('?');
    expect(isInFile(first!)).toBe(true);
    expect(isInFile(second!)).toBe(false);
  });

  it('numbers the claims of later pieces on, with lines of the whole text', () => {
    expect(ofDraft(draft, 10, 100).map((claim) => [claim.key, claim.found?.line])).toEqual([['D11', 103], ['D12', 104]]);
  });

  it('counts a required parameter that is empty as open, an optional one not', () => {
    expect(openParameters({ id: 0, says: '', figure: 'trade-share', parameters: { state: 'RUS' }, comparison: '5 %' }, share)).toEqual(['partner', 'year']);
  });
});

describe('the file', () => {
  it('holds the claims that have a figure, with open places marked and texts quoted', () => {
    expect(toFile(text(), figures).yaml).toBe(
      ['title: "A: text"', 'claims:', '  - key: "D1"', '    statement: "EU states took \\"57 %\\"\\u0009of it."', '    figure: trade-share', '    parameters:', '      state: RUS', '      partner: "NO"', '      year: "?"', '    comparison: "57 %"', ''].join('\n'),
    );
  });

  it('says for each line whose it is, so that an error stands at its claim', () => {
    const made = text();
    const { yaml, places } = toFile(made, figures);
    const line = yaml.split('\n').findIndex((one) => one.includes('comparison')) + 1;
    const { place, sentence } = placeOf(`the text given, line ${line}, column 17: '5' is said of a share: write 5 %.`, places);
    expect(place).toEqual({ claim: made.claims[0]!.id, part: made.claims[0]!.parts[0]!.id });
    expect(sentence).toBe("'5' is said of a share: write 5 %.");
    expect(placeOf('The program does not answer.', places)).toEqual({ place: undefined, sentence: 'The program does not answer.' });
    expect(placeOf('the text given, line 1, column 1: no title.', places).sentence).toContain('line 1');
  });

  it('writes several parts as a list', () => {
    const claim = newClaim([], 'It passed.');
    claim.parts = ['a', 'b'].map((says, id) => ({ id, says, figure: 'trade-share', parameters: { state: 'RUS', partner: 'CHN', year: '2013' }, comparison: '5 %' }));
    claim.parts[1]!.says = '';
    const { yaml } = toFile(text([claim]), figures);
    expect(yaml).toContain('    parts:\n      - says: "a"\n        figure: trade-share\n');
    expect(yaml).toContain('\n      - figure: trade-share\n        parameters:\n          state: RUS\n');
  });

  it('leaves out what was left out', () => {
    const claims = ofDraft(draft);
    claims[0]!.isLeftOut = true;
    expect(toFile(text(claims), figures).yaml).toContain('claims: []');
  });

  it('quotes what YAML would take for something else, and shows marks that turn text', () => {
    expect(['RUS', 'NO', 'yes', '2013', 'A/RES/1', 'a\u202Eb', '中国'].map(quoted)).toEqual(['RUS', '"NO"', '"yes"', '2013', '"A/RES/1"', '"a\\u202Eb"', '"中国"']);
  });
});

it('takes a checked file to be edited, without what is only the default', () => {
  const answer = { figure: 'trade-share', parameters: { state: 'Russia', partner: 'China', flow: 'both', year: '2013' } };
  const check = { title: 'T', about: 'B', counts: {}, claims: [{ key: 'C1', statement: 'S', where: 'W', date: null, note: '', verdict: 'supported', verdict_words: '', parts: [{ says: '', comparison: '5 %', verdict: 'supported', why: '', readings: [], answer }] }] } as unknown as Check;
  const made = ofCheck(check, [share]);
  expect(made.where).toBe('W');
  expect(made.claims[0]).toMatchObject({ key: 'C1', where: '', date: '', found: null });
  expect(made.claims[0]!.parts[0]!.parameters).toEqual({ state: 'Russia', partner: 'China', year: '2013' });
});

it('gives a new claim a key that no other has', () => {
  expect(newClaim(['D1', 'N3']).key).toBe('N4');
});
