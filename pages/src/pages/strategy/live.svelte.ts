// Keeps the assessment at what the form says: a coarse one at once, the full one behind it when the reader rests.
import { Refusal, ask, post, wasAborted } from '../../lib/api';
import { asJob, type Job } from '../../lib/job';
import { bodyOf, countOf, type Changes } from './changes';
import { FULL_DRAWS, coarse, coarseAddress } from './coarse';
import type { Form } from './form';
import type { Assessment } from './shapes';

// Shorter than a reader notices, longer than the time between two steps of a slider that is held.
const PAUSE = 120;
const REST = 2_000;

export interface Shown {
  assessment: Assessment;
  coarse: boolean;
  /** What of the strategy was changed when it was asked. */
  asked: string;
}

export class Live {
  /** The file as a form, before any change. */
  form = $state.raw<Form | null>(null);
  /** The text of the strategy with the changes. */
  text = $state.raw<string | null>(null);
  /** The program's form of it as it stands with the changes: what every distribution then says in words and quantiles. */
  stands = $state.raw<Form | null>(null);
  /** Whether the text is that of the form as it stands. */
  textReady = $state(false);
  shown = $state.raw<Shown | null>(null);
  busy = $state(false);
  /** Why the form could not be taken as it stands. */
  wrong = $state<string | null>(null);
  job = $state.raw<Job | null>(null);
  jobWrong = $state<string | null>(null);
  needsToken = $state(false);

  #strategy = '';
  #stop = new AbortController();
  #stopJob = new AbortController();
  #rest: ReturnType<typeof setTimeout> | undefined;

  /** What is asked now; a full assessment of the same is the same question. */
  #asked = '';

  /** Takes what the form says now. */
  async take(strategy: string, changes: Changes): Promise<void> {
    const asked = `${strategy} ${JSON.stringify(changes)}`;
    if (asked === this.#asked) return;
    const first = strategy !== this.#strategy;
    this.#asked = asked;
    this.#strategy = strategy;
    this.end();
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    if (first) {
      this.form = null;
      this.text = null;
      this.stands = null;
      this.shown = null;
    }
    this.busy = true;
    this.wrong = null;
    this.textReady = false;
    try {
      if (!first) await pause(PAUSE, signal);
      const wanted = first ? ask<Form>('strategy', { strategy }).then((form) => (signal.aborted ? form : (this.form = form))) : Promise.resolve(this.form!);
      const parameters = await this.#parameters(strategy, changes, wanted, signal);
      if (!signal.aborted) this.textReady = true;
      const assessment = await coarse(parameters, signal);
      await wanted;
      if (signal.aborted) return;
      this.shown = { assessment: { ...assessment, address: 'strategy' in parameters ? coarseAddress(parameters.strategy) : undefined }, coarse: true, asked };
      this.busy = false;

      // Whoever was refused once is not refused again at every rest.
      if (!this.needsToken) this.#rest = setTimeout(() => void this.full(), REST);
    } catch (problem) {
      if (signal.aborted || wasAborted(problem)) return;
      this.busy = false;
      this.wrong = problem instanceof Error ? problem.message : String(problem);
    }
  }

  /** Computes all draws; a coarse answer stays until then. */
  async full(): Promise<void> {
    clearTimeout(this.#rest);
    if (this.shown?.coarse === false || this.job !== null || !this.textReady) return;
    this.#stopJob = new AbortController();
    const { signal } = this.#stopJob;
    const asked = this.#asked;
    this.jobWrong = null;
    this.needsToken = false;
    try {
      const parameters = this.text !== null ? { strategy_text: this.text } : { strategy: this.#strategy };
      let address: string | undefined;
      const told = (job: Job) => {
        address = job.answer ?? undefined;
        if (!signal.aborted) this.job = job;
      };
      const assessment = await asJob<Assessment>('assess', { ...parameters, draws: FULL_DRAWS }, told, signal);
      if (!signal.aborted) this.shown = { assessment: { ...assessment, address }, coarse: false, asked };
    } catch (problem) {
      if (signal.aborted || wasAborted(problem)) return;
      if (problem instanceof Refusal && (problem.status === 401 || problem.status === 403)) this.needsToken = true;
      else this.jobWrong = problem instanceof Error ? problem.message : String(problem);
    } finally {
      if (!signal.aborted) this.job = null;
    }
  }

  /** Stops the full computation; the coarse answer stays. */
  cancel(): void {
    this.#stopJob.abort();
    this.job = null;
  }

  /** Ends all that is under way. */
  end(): void {
    this.#stop.abort();
    this.#stopJob.abort();
    clearTimeout(this.#rest);
    this.job = null;
    this.jobWrong = null;
  }

  async #parameters(strategy: string, changes: Changes, wanted: Promise<Form>, signal: AbortSignal): Promise<{ strategy: string } | { strategy_text: string }> {
    const body = countOf(changes) > 0 ? bodyOf(await wanted, changes) : null;
    if (body === null) {
      this.text = null;
      this.stands = null;
      return { strategy };
    }
    const changed = await post<Form>('/api/v1/strategy', { strategy, changes_text: JSON.stringify(body) }, signal);
    if (!signal.aborted) {
      this.text = changed.text;
      this.stands = changed;
    }
    return { strategy_text: changed.text };
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new DOMException('Asked anew.', 'AbortError'));
    });
  });
}
