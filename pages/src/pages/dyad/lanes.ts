// What binds or divides two states in security, as lanes over the years.
import type { Lane } from '../../charts/Lanes.svelte';
import { percent } from '../../lib/numbers';
import type { NuclearStatus, Ties } from './shapes';

const count = (n: number, one: string, more: string) => `${n} ${n === 1 ? one : more}`;

export function lanesOf(ties: Ties): Lane[] {
  const [a, b] = [ties.a.name, ties.b.name];
  const heldTo = (what: string) => ties.held_to.find((one) => one.what === what)?.last_year ?? null;
  const obligations = (direction: Ties['obligations'][number]['direction']) =>
    ties.obligations
      .filter((one) => one.direction === direction)
      .map((one) => ({ from: one.from_year, to: one.to_year, label: one.terms.join(', '), colour: 'var(--c3)', strength: one.terms.includes('defence') ? 1 : 0.35 }));
  const arms = (side: 'from_a' | 'from_b') =>
    ties.arms.flatMap((window) => {
      const sold = window[side];
      return sold ? [{ from: window.from_year, to: window.to_year, label: percent(sold.of_buyer, 0), colour: 'var(--c1)', strength: sold.of_buyer ?? 0 }] : [];
    });
  const nuclear = (status: NuclearStatus | null) => (status && status.status !== 'none' ? [{ from: status.from_year, to: status.held_to, label: status.status, colour: 'var(--c4)', strength: 0.6 }] : []);

  // Where nothing is recorded, the main lanes say so; the others are left out.
  const always = new Set(['Obligations, mutual', `Major arms from ${a}, share of what ${b} got`, `Major arms from ${b}, share of what ${a} got`, 'Disputes begun against each other', 'Wars', 'Rivalry', 'Public events']);
  const lanes: Lane[] = [
    { name: 'Obligations, mutual', spans: obligations('mutual'), heldTo: heldTo('obligations') },
    { name: `Obligations of ${a} to ${b}`, spans: obligations('a_to_b'), heldTo: heldTo('obligations') },
    { name: `Obligations of ${b} to ${a}`, spans: obligations('b_to_a'), heldTo: heldTo('obligations') },
    { name: `Major arms from ${a}, share of what ${b} got`, spans: arms('from_a'), heldTo: heldTo('arms') },
    { name: `Major arms from ${b}, share of what ${a} got`, spans: arms('from_b'), heldTo: heldTo('arms') },
    {
      name: 'Disputes begun against each other',
      spans: ties.disputes.filter((one) => one.against > 0).map((one) => ({ from: one.decade, to: one.decade + 9, label: `${one.against}${one.fatal > 0 ? `, ${one.fatal} fatal` : ''}`, colour: 'var(--c2)', strength: Math.min(1, one.against / 5) })),
      heldTo: heldTo('disputes'),
    },
    {
      name: 'Disputes on the same side',
      spans: ties.disputes.filter((one) => one.same_side > 0).map((one) => ({ from: one.decade, to: one.decade + 9, label: count(one.same_side, 'dispute', 'disputes'), colour: 'var(--c3)', strength: 0.4 })),
      heldTo: heldTo('disputes'),
    },
    {
      name: 'Wars',
      spans: ties.wars.map((one) => ({ from: one.from_year, to: one.to_year, label: `${one.same_side ? 'same side' : 'opposite sides'}${one.opponents?.length ? `, against ${one.opponents.map((state) => state.name).join(', ')}` : ''}`, colour: one.same_side ? 'var(--c3)' : 'var(--c2)', strength: 0.9 })),
      heldTo: heldTo('wars'),
    },
    { name: 'Rivalry', spans: ties.rivalries.map((one) => ({ from: one.from_year, to: one.to_year, label: 'strategic rivals', colour: 'var(--c2)', strength: 0.5 })), heldTo: heldTo('rivalries') },
    { name: 'Armed conflict of the two', spans: [], marks: ties.armed_conflict.map((one) => ({ year: one.year, label: one.intensity > 1 ? 'war: 1,000 deaths or more' : 'conflict: 25 to 999 deaths' })), heldTo: heldTo('armed conflicts') },
    { name: `Nuclear weapons of ${a}`, spans: nuclear(ties.nuclear_a), heldTo: ties.nuclear_a?.held_to },
    { name: `Nuclear weapons of ${b}`, spans: nuclear(ties.nuclear_b), heldTo: ties.nuclear_b?.held_to },
    { name: 'Public events', spans: [], marks: ties.public_record.map((one) => ({ year: Number(one.date.slice(0, 4)), label: `${one.date}: ${one.what}` })), heldTo: heldTo('public events') },
  ];
  return lanes.filter((lane) => always.has(lane.name) || lane.spans.length > 0 || (lane.marks?.length ?? 0) > 0);
}

/** The same in rows for the table. */
export function laneRows(lanes: readonly Lane[]): string[][] {
  return lanes.flatMap((lane) => [
    ...lane.spans.map((span) => [lane.name, span.from === span.to ? `${span.from}` : `${span.from} to ${span.to}`, span.label]),
    ...(lane.marks ?? []).map((mark) => [lane.name, `${mark.year}`, mark.label]),
    ...(lane.spans.length === 0 && !lane.marks?.length ? [[lane.name, lane.heldTo ? `to ${lane.heldTo}` : '', 'none recorded']] : []),
  ]);
}
