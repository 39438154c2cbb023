// From the answer of `drift` to cards: what moved, through what, and which roll calls stand behind it.
import type { DriftAnswer, DriftPair, DriftPart, DriftResolution, Mover } from './shapes';

/** The pair of a mover in which it moved most beyond the median state. */
export function leading(mover: Mover): DriftPair | undefined {
  return mover.pairs.reduce<DriftPair | undefined>((best, pair) => (!best || Math.abs(pair.own) > Math.abs(best.own) ? pair : best), undefined);
}

/** Those who moved most, in the order of the answer, without those within noise. */
export function most(answer: DriftAnswer, count: number): Mover[] {
  return answer.movers.filter((mover) => { const pair = leading(mover); return pair !== undefined && !pair.within_noise; }).slice(0, count);
}

/** Whether changed votes lie behind it: an issue that moved the same way. Else others moved and it stayed; the same rule as on the command line. */
export function stayed(pair: DriftPair): boolean {
  const sign = Math.sign(pair.own);
  return sign === 0 || !pair.issues.some((issue) => sign * issue.behaviour > 0);
}

/** "toward the United States", "away from China". */
export function direction(pair: DriftPair, name: string): string {
  return `${pair.own >= 0 ? 'toward' : 'away from'} ${name}`;
}

/** The resolutions whose changed votes weigh most in the direction of the movement. */
export function heaviest(answer: DriftAnswer, pair: DriftPair, count: number): { part: DriftPart; resolution: DriftResolution }[] {
  const sign = Math.sign(pair.own) || 1;
  return [...pair.resolutions]
    .filter((part) => sign * part.behaviour > 0)
    .sort((a, b) => sign * (b.behaviour - a.behaviour))
    .slice(0, count)
    .flatMap((part) => {
      const resolution = answer.resolutions[part.resolution];
      return resolution ? [{ part, resolution }] : [];
    });
}

/** How many resolutions have changed votes the other way. */
export function otherWay(pair: DriftPair): number {
  const sign = Math.sign(pair.own) || 1;
  return pair.resolutions.filter((part) => sign * part.behaviour < 0).length;
}

const ISSUES: Record<string, string> = { middle_east: 'Middle East', nuclear: 'Nuclear weapons', disarmament: 'Disarmament', human_rights: 'Human rights', colonialism: 'Colonialism', economic: 'Economic', other: 'Other', not_coded: 'Not coded' };
export const issueName = (issue: string): string => ISSUES[issue] ?? issue;

/** One vote of one state. */
export interface Ballot {
  symbol: string;
  voteId: string;
  date: string;
  votes: Map<string, string>;
}

const WORDS: Record<number, string> = { 1: 'yes', 2: 'abstained', 3: 'no' };
const quoted = (texts: readonly string[]) => texts.map((text) => `'${text.replaceAll("'", "''")}'`).join(', ');

/** The question for dates and votes of some roll calls, named by symbol or id. */
export function ballotQuestion(names: readonly string[], states: readonly string[]): string {
  return `SELECT r.symbol, r.vote_id, r.date, v.state, v.vote FROM roll_calls r LEFT JOIN votes v ON v.roll_call = r.roll_call AND v.state IN (${quoted(states)}) WHERE r.symbol IN (${quoted(names)}) OR r.vote_id IN (${quoted(names)}) ORDER BY r.date, r.vote_id`;
}

/** Ballots by the name that was asked for. */
export function ballots(rows: readonly (string | number | null)[][]): Map<string, Ballot[]> {
  const byId = new Map<string, Ballot>();
  for (const [symbol, voteId, date, state, vote] of rows) {
    const ballot = byId.get(String(voteId)) ?? { symbol: String(symbol ?? voteId), voteId: String(voteId), date: String(date), votes: new Map<string, string>() };
    if (state !== null && state !== undefined) ballot.votes.set(String(state), WORDS[Number(vote)] ?? 'missing');
    byId.set(ballot.voteId, ballot);
  }
  const named = new Map<string, Ballot[]>();
  for (const ballot of byId.values()) {
    for (const name of new Set([ballot.symbol, ballot.voteId])) named.set(name, [...(named.get(name) ?? []), ballot]);
  }
  return named;
}

/** 7 Dec 2023. */
export function day(date: string): string {
  const [year, month, number] = date.slice(0, 10).split('-').map(Number);
  const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  return `${number} ${names[(month ?? 1) - 1]} ${year}`;
}

export const period = (one: { first: number; last: number }): string => (one.first === one.last ? String(one.first) : `${one.first} to ${one.last}`);
