import { afterEach, describe, expect, it, vi } from 'vitest';
import { asJob, type Job } from './job';

/** A line of events that the test speaks on. */
class Line extends EventTarget {
  static readonly CLOSED = 2;
  static last: Line;
  readyState = 1;
  onerror: (() => void) | null = null;
  readonly address: string;
  constructor(address: string) {
    super();
    this.address = address;
    Line.last = this;
  }
  say(kind: string, job: Partial<Job>) {
    this.dispatchEvent(new MessageEvent(kind, { data: JSON.stringify({ ...waiting, ...job }) }));
  }
  close() {
    this.readyState = Line.CLOSED;
  }
}

const waiting: Job = { id: 'j1', state: 'waiting', question: 'assess', command_line: 'entente assess x', progress: { line: null, done: null, total: null }, seconds: 0, error: null, answer: null };
const asked: { address: string; method: string }[] = [];

function desk(first: Job, answer: unknown = { schema: 'x' }) {
  asked.length = 0;
  vi.stubGlobal('EventSource', Line);
  vi.stubGlobal('fetch', (address: string, how?: RequestInit) => {
    asked.push({ address, method: how?.method ?? 'GET' });
    return Promise.resolve(new Response(JSON.stringify(address === '/api/v1/jobs' ? first : answer), { status: 200 }));
  });
}

afterEach(() => vi.unstubAllGlobals());
const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('a job', () => {
  it('is followed until its answer is there', async () => {
    desk(waiting);
    const told: string[] = [];
    const answer = asJob('assess', { draws: 1 }, (job) => told.push(job.state), new AbortController().signal);
    await turn();
    expect(Line.last.address).toBe('/api/v1/jobs/j1/events');
    Line.last.say('progress', { state: 'running' });
    Line.last.say('done', { state: 'done', answer: '/api/v1/jobs/j1/answer' });
    expect(await answer).toEqual({ schema: 'x' });
    expect(told).toEqual(['waiting', 'running', 'done']);
    expect(Line.last.readyState).toBe(Line.CLOSED);
    expect(asked.map((one) => one.method)).toEqual(['POST', 'GET']);
  });

  it('that is done already is only read', async () => {
    desk({ ...waiting, state: 'done', answer: '/api/v1/jobs/j1/answer' }, 7);
    expect(await asJob('assess', {}, () => undefined, new AbortController().signal)).toBe(7);
  });

  it('says why it failed', async () => {
    desk(waiting);
    const answer = asJob('assess', {}, () => undefined, new AbortController().signal);
    await turn();
    Line.last.say('failed', { state: 'failed', error: 'The strategy has no target.' });
    await expect(answer).rejects.toThrow('The strategy has no target.');
  });

  it('is stopped when nobody waits any longer', async () => {
    desk(waiting);
    const stop = new AbortController();
    const answer = asJob('assess', {}, () => undefined, stop.signal);
    await turn();
    stop.abort();
    await expect(answer).rejects.toThrow('Nobody waits');
    expect(asked.at(-1)).toEqual({ address: '/api/v1/jobs/j1', method: 'DELETE' });
    expect(Line.last.readyState).toBe(Line.CLOSED);
  });

  it('says so when the line is lost for good', async () => {
    desk(waiting);
    const answer = asJob('assess', {}, () => undefined, new AbortController().signal);
    await turn();
    Line.last.onerror?.();
    Line.last.readyState = Line.CLOSED;
    Line.last.onerror?.();
    await expect(answer).rejects.toThrow('The line to the program was lost');
  });
});
