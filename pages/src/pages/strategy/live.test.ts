import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forget } from '../../lib/api';
import { NONE, type Changes } from './changes';
import { Live } from './live.svelte';
import { form } from './sample.test-data';

interface Asked {
  address: string;
  body: Record<string, unknown>;
  aborted: () => boolean;
  answer: (status: number, value: unknown) => void;
}

let asked: Asked[];
const horizon = (years: number): Changes => ({ ...NONE, horizon: years });
const open = (part: string) => asked.filter((one) => one.address.startsWith(part));
const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
  forget();
  asked = [];
  vi.stubGlobal('fetch', (address: string, how?: RequestInit) => new Promise<Response>((resolve, reject) => {
    how?.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
    asked.push({ address, body: how?.body ? (JSON.parse(how.body as string) as Record<string, unknown>) : {}, aborted: () => how?.signal?.aborted ?? false, answer: (status, value) => resolve(new Response(JSON.stringify(value), { status })) });
  }));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A desk that shows the strategy as it is in the file. */
async function shown(): Promise<Live> {
  const live = new Live();
  void live.take('sample', NONE);
  await settle();
  open('/api/v1/strategy')[0]!.answer(200, form);
  open('/api/v1/assess')[0]!.answer(200, { verdict: 'as in the file' });
  await settle();
  return live;
}

describe('the live assessment', () => {
  it('shows the form before the answer, and asks coarsely', async () => {
    const live = new Live();
    void live.take('sample', NONE);
    await settle();
    expect(asked.map((one) => one.address)).toEqual(['/api/v1/strategy?strategy=sample', '/api/v1/assess?strategy=sample&draws=200&coarse=true']);
    open('/api/v1/strategy')[0]!.answer(200, form);
    await settle();
    expect(live.form?.title).toBe('A sample');
    expect([live.busy, live.shown]).toEqual([true, null]);
    open('/api/v1/assess')[0]!.answer(200, { verdict: 'v' });
    await settle();
    expect(live.shown).toMatchObject({ coarse: true, assessment: { verdict: 'v' } });
    live.end();
  });

  it('asks once for many steps of a slider, and forgets what is stale', async () => {
    const live = await shown();
    for (const years of [11, 12, 13]) {
      void live.take('sample', horizon(years));
      await vi.advanceTimersByTimeAsync(50);
    }
    await vi.advanceTimersByTimeAsync(100);
    expect(open('/api/v1/strategy').slice(1).map((one) => JSON.parse(one.body.changes_text as string) as unknown)).toEqual([{ horizon: 13 }]);
    void live.take('sample', horizon(14));
    expect(open('/api/v1/strategy').at(-1)!.aborted()).toBe(true);
    await vi.advanceTimersByTimeAsync(150);
    open('/api/v1/strategy').at(-1)!.answer(200, { ...form, text: 'horizon: 14' });
    await settle();
    expect([live.text, live.textReady, live.shown?.assessment.verdict]).toEqual(['horizon: 14', true, 'as in the file']);
    expect(asked.at(-1)!.body).toEqual({ strategy_text: 'horizon: 14', draws: 200, coarse: true });
    asked.at(-1)!.answer(200, { verdict: 'fourteen' });
    await settle();
    expect(live.shown?.assessment.verdict).toBe('fourteen');
    live.end();
  });

  it('keeps the answer and says why where the form is refused', async () => {
    const live = await shown();
    void live.take('sample', horizon(99));
    await vi.advanceTimersByTimeAsync(150);
    asked.at(-1)!.answer(400, { detail: 'horizon must be at most 50.' });
    await settle();
    expect([live.wrong, live.busy, live.textReady, live.shown?.assessment.verdict]).toEqual(['horizon must be at most 50.', false, false, 'as in the file']);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(open('/api/v1/jobs')).toEqual([]);
    live.end();
  });

  it('computes fully when the reader rests, and says what that needs', async () => {
    const live = await shown();
    await vi.advanceTimersByTimeAsync(1_900);
    expect(open('/api/v1/jobs')).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(open('/api/v1/jobs')[0]!.body).toEqual({ question: 'assess', parameters: { strategy: 'sample', draws: 10_000 } });
    open('/api/v1/jobs')[0]!.answer(401, { detail: 'No token.' });
    await settle();
    expect([live.needsToken, live.jobWrong, live.job]).toEqual([true, null, null]);
    live.end();
  });

  it('puts the full answer in place of the coarse one', async () => {
    const live = await shown();
    void live.full();
    await settle();
    asked.at(-1)!.answer(200, { id: 'j', state: 'done', answer: '/api/v1/jobs/j/answer', progress: {} });
    await settle();
    asked.at(-1)!.answer(200, { verdict: 'in full' });
    await settle();
    expect(live.shown).toMatchObject({ coarse: false, assessment: { verdict: 'in full' } });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(open('/api/v1/jobs')).toHaveLength(2);
    live.end();
  });
});
