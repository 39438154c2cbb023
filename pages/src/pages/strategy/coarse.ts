// A first look: few draws, without what only many draws can tell.
import { Refusal, ask, post, type Values } from '../../lib/api';
import type { Assessment } from './shapes';

export const COARSE_DRAWS = 200;
export const FULL_DRAWS = 10_000;

// A program that does not know the short way is asked for the long one.
let knowsCoarse = true;

/** A coarse assessment of a strategy by name, which is kept, or of the text of one. */
export async function coarse(of: { strategy: string } | { strategy_text: string }, signal?: AbortSignal): Promise<Assessment> {
  const send = (more: Values) => ('strategy' in of ? ask<Assessment>('assess', { ...of, draws: COARSE_DRAWS, ...more }) : post<Assessment>('/api/v1/assess', { ...of, draws: COARSE_DRAWS, ...more }, signal));
  if (!knowsCoarse) return send({});
  try {
    return await send({ coarse: true });
  } catch (problem) {
    if (!(problem instanceof Refusal) || problem.status !== 400 || !problem.message.includes("'coarse'")) throw problem;
    knowsCoarse = false;
    return send({});
  }
}
