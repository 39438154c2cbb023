// Long work: asked for as a job, followed by its events, read when it is done. What ends it early stops it.
import { post, wasAborted } from './api';

/** A job as the program sends it. */
export interface Job {
  id: string;
  state: 'waiting' | 'running' | 'done' | 'failed' | 'stopped';
  question: string;
  command_line: string;
  progress: { line: string | null; done: number | null; total: number | null };
  seconds: number;
  error: string | null;
  answer: string | null;
}

const over = (job: Job) => job.state === 'done' || job.state === 'failed' || job.state === 'stopped';

/** Asks a question as a job and waits for its answer. Needs the owner's token: without it the program refuses with 401. */
export async function asJob<T>(question: string, parameters: Record<string, unknown>, told: (job: Job) => void, signal: AbortSignal): Promise<T> {
  let job = await post<Job>('/api/v1/jobs', { question, parameters }, signal);
  told(job);
  if (!over(job)) {
    try {
      job = await followed(job, told, signal);
    } catch (problem) {
      // Nobody waits for it any longer, so that it need not be computed.
      if (wasAborted(problem)) void fetch(`/api/v1/jobs/${job.id}`, { method: 'DELETE' }).catch(() => undefined);
      throw problem;
    }
  }
  if (job.state !== 'done' || !job.answer) throw new Error(job.error ?? `The computation was ${job.state}.`);
  const response = await fetch(job.answer, { signal });
  if (!response.ok) throw new Error(`The answer of the job could not be read (status ${response.status}); compute again.`);
  return (await response.json()) as T;
}

function followed(job: Job, told: (job: Job) => void, signal: AbortSignal): Promise<Job> {
  return new Promise((resolve, reject) => {
    const events = new EventSource(`/api/v1/jobs/${job.id}/events`);
    const end = (then: () => void) => {
      events.close();
      signal.removeEventListener('abort', aborted);
      then();
    };
    const aborted = () => end(() => reject(new DOMException('Nobody waits any longer.', 'AbortError')));
    const heard = (event: MessageEvent<string>) => {
      const news = JSON.parse(event.data) as Job;
      told(news);
      if (over(news)) end(() => resolve(news));
    };
    for (const kind of ['progress', 'done', 'failed', 'stopped']) events.addEventListener(kind, heard);
    // The browser connects again by itself; only when it has given up there is nothing more to come.
    events.onerror = () => {
      if (events.readyState === EventSource.CLOSED) end(() => reject(new Error('The line to the program was lost; compute again.')));
    };
    if (signal.aborted) aborted();
    else signal.addEventListener('abort', aborted);
  });
}
