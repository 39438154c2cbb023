// What the reader changed of a strategy: kept in the address, and sent to the program as changes of the file (docs/strategy-files.md).
import { changedCorrelations, correlationsBody } from './correlating';
import { tidy, without, type DistributionKind, type FilledKey, type Form, type FormKey, type FormMove } from './form';
import { flat, unflat } from './kinds';

/** A value as text: one entry for a number, a state or a text, several for parties. */
export type Raw = readonly string[];

export interface AddedMove {
  kind: string;
  values: Readonly<Record<string, Raw>>;
}

export interface Assumed {
  kind: DistributionKind;
  /** By name; those of lists with their place: values0, weights0. */
  numbers: Readonly<Record<string, number>>;
}

export const ROLES = ['divider', 'target', 'partner'] as const;
export type Role = (typeof ROLES)[number];

export interface Changes {
  start: number | null;
  horizon: number | null;
  /** By "index.key" of the file. */
  moves: Readonly<Record<string, Raw>>;
  removed: readonly number[];
  added: readonly AddedMove[];
  /** null: back to the default. */
  assumptions: Readonly<Record<string, Assumed | null>>;
  /** Who acts, who is courted, and from whom, where others than in the file. */
  parties: Readonly<Partial<Record<Role, string>>>;
  /** null: as in the file; empty: the divider's defence partners. */
  allies: Raw | null;
  /** Rank correlations by "first.second"; null: the pair is independent. */
  correlations: Readonly<Record<string, number | null>>;
}

export const NONE: Changes = { start: null, horizon: null, moves: {}, removed: [], added: [], assumptions: {}, parties: {}, allies: null, correlations: {} };

/** How many things differ from the file. */
export function countOf(changes: Changes): number {
  return Number(changes.start !== null) + Number(changes.horizon !== null) + Object.keys(changes.moves).length + changes.removed.length + changes.added.length + Object.keys(changes.assumptions).length + Object.keys(changes.parties).length + Number(changes.allies !== null) + Object.keys(changes.correlations).length;
}

/** A value of the form as text. */
export function rawOf(value: FilledKey['value']): Raw {
  return Array.isArray(value) ? value : [typeof value === 'number' ? String(tidy(value)) : value];
}

const same = (one: Raw, other: Raw) => one.length === other.length && one.every((text, index) => text === other[index]);

/** A move as shown: as the file has it, or changed, taken away or added by the reader. */
export interface ShownMove {
  /** Names it among all: its index in the file, or its place among the added ones. */
  id: string;
  index: number | null;
  added: number | null;
  kind: string;
  description: string;
  note: string | null;
  keys: (FormKey & { raw: Raw; was: Raw | null })[];
  removed: boolean;
  changed: boolean;
}

/** The moves of a form with the changes. */
export function shownMoves(form: Form, changes: Changes): ShownMove[] {
  const own = form.moves.map((move: FormMove): ShownMove => {
    const kind = form.move_kinds.find((one) => one.name === move.kind);
    const keys = (kind?.keys ?? move.keys).map((key) => {
      const held = move.keys.find((one) => one.name === key.name);
      const was = held ? rawOf(held.value) : [];
      return { ...key, raw: changes.moves[`${move.index}.${key.name}`] ?? was, was };
    });
    return { id: String(move.index), index: move.index, added: null, kind: move.kind, description: move.description, note: move.note, keys, removed: changes.removed.includes(move.index), changed: keys.some((key) => !same(key.raw, key.was)) };
  });
  const more = changes.added.flatMap((move, index): ShownMove[] => {
    const kind = form.move_kinds.find((one) => one.name === move.kind);
    return kind ? [{ id: `new-${index}`, index: null, added: index, kind: kind.name, description: kind.description, note: null, keys: kind.keys.map((key) => ({ ...key, raw: move.values[key.name] ?? [], was: null })), removed: false, changed: true }] : [];
  });
  return [...own, ...more];
}

/** The changes after a key of a move took a value. */
export function withMoveValue(form: Form, changes: Changes, move: ShownMove, key: string, raw: Raw): Changes {
  if (move.added !== null) return { ...changes, added: changes.added.map((one, index) => (index === move.added ? { ...one, values: { ...one.values, [key]: raw } } : one)) };
  const at = `${move.index}.${key}`;
  const others = without(changes.moves, at);
  const was = move.keys.find((one) => one.name === key)?.was ?? [];
  return { ...changes, moves: same(raw, was) ? others : { ...others, [at]: raw } };
}

/** The changes after a move was taken away, or put back. */
export function withoutMove(changes: Changes, move: ShownMove): Changes {
  if (move.added !== null) return { ...changes, added: changes.added.filter((_, index) => index !== move.added) };
  const index = move.index ?? -1;
  return { ...changes, removed: changes.removed.includes(index) ? changes.removed.filter((one) => one !== index) : [...changes.removed, index] };
}

/** The changes after a move went back to what the file says. */
export function asInFile(changes: Changes, move: ShownMove): Changes {
  return { ...changes, moves: Object.fromEntries(Object.entries(changes.moves).filter(([at]) => !at.startsWith(`${move.index}.`))) };
}

/** A move of a kind with values that make sense to begin with. */
export function freshMove(form: Form, kind: string): AddedMove {
  const [divider, target, partner] = [partyKey(form.divider), partyKey(form.target), partyKey(form.partner)];
  const values: Record<string, Record<string, Raw>> = {
    'lift-sanctions': { from: [target], coalition: [divider], share: ['0.5'] },
    'impose-sanctions': { on: [partner], coalition: [divider], share: ['0.2'] },
    guarantee: { to: [form.allies[0] ?? target], change: ['-0.1'] },
    recognise: { of: ['a status that the target claims'], weight: ['0.2'] },
    arms: { to: [target], change: ['0.1'] },
    'trade-deal': { with: [target], increase: ['0.1'] },
  };
  return { kind, values: values[kind] ?? {} };
}

/** The changes after an assumption took other numbers; those of the file take the change away. */
export function withAssumption(form: Form, changes: Changes, name: string, to: Assumed | null | undefined): Changes {
  const others = without(changes.assumptions, name);
  const held = form.assumptions.find((one) => one.name === name);
  if (to === undefined || !held) return { ...changes, assumptions: others };
  const back = to === null ? held.from !== 'stated' : held.from !== 'estimated' && to.kind === held.kind && sameNumbers(to.numbers, flat(held.numbers));
  return { ...changes, assumptions: back ? others : { ...others, [name]: to } };
}

const sameNumbers = (one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>) => Object.keys(one).length === Object.keys(other).length && Object.entries(one).every(([number, value]) => other[number] === value);

/** A party of a form as it may be typed. */
export function partyKey(party: { iso3: string | null; name: string }): string {
  return party.iso3 ?? party.name;
}

/** The changes after a role went to another state. */
export function withParty(form: Form, changes: Changes, role: Role, key: string): Changes {
  const others = without(changes.parties as Record<string, string>, role);
  return { ...changes, parties: [partyKey(form[role]), form[role].name].includes(key) ? others : { ...others, [role]: key } };
}

/** The changes after target and partner changed places. */
export function swapped(form: Form, changes: Changes): Changes {
  const [target, partner] = (['target', 'partner'] as const).map((role) => changes.parties[role] ?? partyKey(form[role])) as [string, string];
  return withParty(form, withParty(form, changes, 'target', partner), 'partner', target);
}

/** The changes after the list of allies changed; an empty list is the divider's defence partners. */
export function withAllies(form: Form, changes: Changes, allies: Raw): Changes {
  return { ...changes, allies: same(allies, form.allies) ? null : allies };
}

/** What the program takes as changes_text; null where nothing differs. */
export function bodyOf(form: Form, changes: Changes): Record<string, unknown> | null {
  const typed = (kind: string, key: string, raw: Raw): unknown => {
    const sort = form.move_kinds.find((one) => one.name === kind)?.keys.find((one) => one.name === key)?.kind;
    return sort === 'number' ? Number(raw[0]) : sort === 'parties' ? (raw.length > 0 ? raw : null) : (raw[0] ?? '');
  };
  const body: Record<string, unknown> = {};
  if (changes.start !== null && changes.start !== form.start) body.start = changes.start;
  if (changes.horizon !== null && changes.horizon !== form.horizon) body.horizon = changes.horizon;
  const moves = Object.entries(changes.moves).flatMap(([at, raw]) => {
    const [index, key = ''] = [Number(at.slice(0, at.indexOf('.'))), at.slice(at.indexOf('.') + 1)];
    const move = form.moves.find((one) => one.index === index);
    return move && !changes.removed.includes(index) ? [{ index, key, value: typed(move.kind, key, raw) }] : [];
  });
  if (moves.length > 0) body.moves = moves;
  const removed = changes.removed.filter((index) => form.moves.some((move) => move.index === index));
  if (removed.length > 0) body.remove = removed;
  const added = changes.added.map((move) => ({ [move.kind]: Object.fromEntries(Object.entries(move.values).map(([key, raw]) => [key, typed(move.kind, key, raw)]).filter(([, value]) => value !== null)) }));
  if (added.length > 0) body.add = added;
  const known = Object.entries(changes.assumptions).filter(([name]) => form.assumptions.some((one) => one.name === name));
  if (known.length > 0) body.assumptions = Object.fromEntries(known.map(([name, one]) => [name, one === null ? null : { [one.kind]: one.kind === 'value' ? one.numbers.value : unflat(one.numbers) }]));
  for (const role of ROLES) if (changes.parties[role] !== undefined) body[role] = changes.parties[role];
  if (changes.allies !== null) body.allies = changes.allies.length > 0 ? changes.allies : null;
  if (changedCorrelations(form, changes.correlations).length > 0) body.correlations = correlationsBody(form, changes.correlations);
  return Object.keys(body).length > 0 ? body : null;
}
