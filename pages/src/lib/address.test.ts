import { afterEach, describe, expect, it, vi } from 'vitest';
import { ask, forget, post, questionAddress, Refusal } from './api';
import { addressOf, go, route, setQuery } from './route.svelte';

describe('addresses', () => {
  it('leave out what is empty and repeat what is a list', () => {
    expect(questionAddress('triangle', { state: ['USA', 'CHN'], since: 1970, until: null, important: false, find: '' })).toBe('/api/v1/triangle?state=USA&state=CHN&since=1970');
    expect(addressOf('/dyad', { a: 'RUS', b: undefined, since: 0 })).toBe('/dyad?a=RUS&since=0');
  });

  it('hold the state of a page', () => {
    go('/dyad?a=RUS&b=CHN');
    setQuery({ b: 'IND', since: 1991 });
    expect(route.path).toBe('/dyad');
    expect(route.query.get('a')).toBe('RUS');
    expect(location.search).toBe('?a=RUS&b=IND&since=1991');
    setQuery({ since: null }, { replace: true });
    expect(location.search).toBe('?a=RUS&b=IND');
  });
});

describe('asking', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    forget();
  });

  const answers = (status: number, body: string) => {
    const fetched = vi.fn<typeof fetch>(() => Promise.resolve(new Response(body, { status })));
    vi.stubGlobal('fetch', fetched);
    return fetched;
  };

  it('asks the same question once', async () => {
    const fetched = answers(200, '{"a":1}');
    expect(await Promise.all([ask('state', { state: 'RUS' }), ask('state', { state: 'RUS' })])).toEqual([{ a: 1 }, { a: 1 }]);
    expect(fetched).toHaveBeenCalledTimes(1);
  });

  it('hands on the sentence of the program, and asks again after an error', async () => {
    const fetched = answers(400, '{"detail":"There is no state \'Atlantis\'."}');
    await expect(ask('state', { state: 'Atlantis' })).rejects.toThrow("There is no state 'Atlantis'.");
    await expect(ask('state', { state: 'Atlantis' })).rejects.toBeInstanceOf(Refusal);
    expect(fetched).toHaveBeenCalledTimes(2);
  });

  it('says what to do when the program is gone', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')));
    await expect(ask('figures')).rejects.toThrow('Start "entente serve" again');
  });

  it('sends a body as JSON', async () => {
    const fetched = answers(200, '{}');
    await post('/api/v1/check', { claims_text: 'x' });
    const [, init] = fetched.mock.calls[0]!;
    expect(init?.body).toBe('{"claims_text":"x"}');
    expect(new Headers(init?.headers).get('content-type')).toBe('application/json');
  });
});
