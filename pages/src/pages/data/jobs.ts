// A refresh is a job: asked once, followed by its events, answered when it is over.
import { post } from '../../lib/api';
import type { Job, RefreshAnswer } from './shapes';

const EVENTS = ['progress', 'done', 'failed', 'stopped'] as const;

/** Asks publishers for newer editions. */
export const startRefresh = (sources: readonly string[]): Promise<Job> => post<Job>('/api/v1/jobs', { question: 'data/refresh', parameters: { source: sources } });

export const stopJob = (id: string): Promise<Job> => post<Job>(`/api/v1/jobs/${id}`, undefined, undefined, 'DELETE');

/** Tells each change of a job until it is over; returns how to look away. */
export function follow(id: string, onchange: (job: Job) => void, onlost: () => void): () => void {
  const events = new EventSource(`/api/v1/jobs/${id}/events`);
  for (const kind of EVENTS) {
    events.addEventListener(kind, (event) => {
      onchange(JSON.parse((event as MessageEvent<string>).data) as Job);
      if (kind !== 'progress') events.close();
    });
  }

  // The browser tries again by itself unless the server refused.
  events.onerror = () => {
    if (events.readyState === EventSource.CLOSED) onlost();
  };
  return () => events.close();
}

/** What a refresh that is over did. */
export async function refreshAnswer(job: Job): Promise<RefreshAnswer | null> {
  if (!job.answer) return null;
  const response = await fetch(job.answer);
  return response.ok ? ((await response.json()) as RefreshAnswer) : null;
}
