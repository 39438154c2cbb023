// A first look: few draws, without what only many draws can tell.
import { ask, post, questionAddress } from '../../lib/api';
import type { Assessment } from './shapes';

export const COARSE_DRAWS = 200;
export const FULL_DRAWS = 10_000;

/** Where the JSON of the first look at a strategy by name is. */
export function coarseAddress(strategy: string): string {
  return questionAddress('assess', { strategy, draws: COARSE_DRAWS, coarse: true });
}

/** A coarse assessment of a strategy by name, which is kept, or of the text of one. */
export function coarse(of: { strategy: string } | { strategy_text: string }, signal?: AbortSignal): Promise<Assessment> {
  const asked = { ...of, draws: COARSE_DRAWS, coarse: true };
  return 'strategy' in of ? ask<Assessment>('assess', asked) : post<Assessment>('/api/v1/assess', asked, signal);
}
