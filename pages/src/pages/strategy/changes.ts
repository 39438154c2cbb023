// What the reader changed of a strategy: kept in the address, and sent to the program as changes of the file (docs/strategy-files.md).
import { SLIDERS, tidy, type DistributionKind, type FilledKey, type Form, type FormKey, type FormMove } from './form';

/** A value as text: one entry for a number, a state or a text, several for parties. */
export type Raw = readonly string[];

export interface AddedMove {
  kind: string;
  values: Readonly<Record<string, Raw>>;
}

export interface Assumed {
  kind: DistributionKind;
  numbers: Readonly<Record<string, number>>;
}

export interface Changes {
  start: number | null;
  horizon: number | null;
  /** By "index.key" of the file. */
  moves: Readonly<Record<string, Raw>>;
  removed: readonly number[];
  added: readonly AddedMove[];
  /** null: back to the default. */
  assumptions: Readonly<Record<string, Assumed | null>>;
}

export const NONE: Changes = { start: null, horizon: null, moves: {}, removed: [], added: [], assumptions: {} };

/** How many things differ from the file. */
export function countOf(changes: Changes): number {
  return Number(changes.start !== null) + Number(changes.horizon !== null) + Object.keys(changes.moves).length + changes.removed.length + changes.added.length + Object.keys(changes.assumptions).length;
}

/** The changes as parts of the address: moves, moves taken away, moves added, assumptions. */
export type Kept = Record<'start' | 'horizon' | 'm' | 'x' | 'add' | 'a', string | null>;

// Lists stand with commas, fields with "~", whole moves with "*"; the same characters inside a text are written as per cent codes.
const coded = (text: string) => encodeURIComponent(text).replace(/[~*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
const decoded = (text: string) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
const listed = (raw: Raw) => raw.map(coded).join(',');
const unlisted = (text: string): Raw => (text === '' ? [] : text.split(',').map(decoded));

// Bounds of a distribution ride along behind the numbers that have sliders.
const numberNames = (kind: DistributionKind): readonly string[] => (kind === 'beta' ? ['alpha', 'beta', 'low', 'high'] : kind === 'lognormal' || kind === 'normal' ? [...SLIDERS[kind], 'low', 'high'] : SLIDERS[kind]);

/** The changes as parts of the address. */
export function toAddress(changes: Changes): Kept {
  const or = (text: string) => (text === '' ? null : text);
  return {
    start: changes.start === null ? null : String(changes.start),
    horizon: changes.horizon === null ? null : String(changes.horizon),
    m: or(Object.entries(changes.moves).map(([at, raw]) => `${at}:${listed(raw)}`).join('~')),
    x: or(changes.removed.join(',')),
    add: or(changes.added.map((move) => [coded(move.kind), ...Object.entries(move.values).map(([key, raw]) => `${key}:${listed(raw)}`)].join('~')).join('*')),
    a: or(Object.entries(changes.assumptions).map(([name, one]) => `${name}:${one === null ? 'default' : `${one.kind}:${numberNames(one.kind).map((number) => one.numbers[number] ?? '').join(',').replace(/,+$/, '')}`}`).join('~')),
  };
}

/** The changes that an address names; what cannot be read is left out. */
export function fromAddress(query: URLSearchParams): Changes {
  const whole = (name: string) => (/^\d{1,4}$/.test(query.get(name) ?? '') ? Number(query.get(name)) : null);
  const parts = (name: string, sign: string) => (query.get(name) ?? '').split(sign).filter((part) => part !== '');
  return {
    start: whole('start'),
    horizon: whole('horizon'),
    moves: Object.fromEntries(parts('m', '~').flatMap((part) => {
      const found = /^(\d+\.[a-z-]+):(.*)$/s.exec(part);
      return found ? [[found[1]!, unlisted(found[2]!)]] : [];
    })),
    removed: parts('x', ',').filter((part) => /^\d+$/.test(part)).map(Number),
    added: parts('add', '*').map((part) => {
      const [kind = '', ...fields] = part.split('~');
      return { kind: decoded(kind), values: Object.fromEntries(fields.flatMap((field) => (field.includes(':') ? [[field.slice(0, field.indexOf(':')), unlisted(field.slice(field.indexOf(':') + 1))]] : []))) };
    }),
    assumptions: Object.fromEntries(parts('a', '~').flatMap((part): [string, Assumed | null][] => {
      const [name = '', kind = '', numbers = ''] = part.split(':');
      if (kind === 'default') return [[name, null]];
      if (!(kind in SLIDERS)) return [];
      const values = numbers.split(',');
      const named = numberNames(kind as DistributionKind).map((number, index): [string, string] => [number, values[index] ?? '']).filter(([, text]) => text !== '' && Number.isFinite(Number(text)));
      return [[name, { kind: kind as DistributionKind, numbers: Object.fromEntries(named.map(([number, text]) => [number, Number(text)])) }]];
    })),
  };
}

/** A value of the form as text. */
export function rawOf(value: FilledKey['value']): Raw {
  return Array.isArray(value) ? value : [typeof value === 'number' ? String(tidy(value)) : value];
}

const without = <T>(all: Readonly<Record<string, T>>, name: string): Record<string, T> => Object.fromEntries(Object.entries(all).filter(([one]) => one !== name));

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

/** A move of a kind with values that make sense to begin with. */
export function freshMove(form: Form, kind: string): AddedMove {
  const key = (party: { iso3: string | null; name: string }) => party.iso3 ?? party.name;
  const [divider, target, partner] = [key(form.divider), key(form.target), key(form.partner)];
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
  const back = to === null ? held.from !== 'stated' : held.from !== 'estimated' && to.kind === held.kind && Object.entries(to.numbers).every(([number, value]) => held.numbers[number] === value);
  return { ...changes, assumptions: back ? others : { ...others, [name]: to } };
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
  if (known.length > 0) body.assumptions = Object.fromEntries(known.map(([name, one]) => [name, one === null ? null : { [one.kind]: one.kind === 'value' ? one.numbers.value : one.numbers }]));
  return Object.keys(body).length > 0 ? body : null;
}
