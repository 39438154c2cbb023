// Changes of a strategy as parts of the address, so that a link brings them back.
import { ROLES, type Assumed, type Changes, type Raw, type Role } from './changes';
import { isKind, numberNames } from './kinds';

// What the file leaves open, and what no state is called.
const DEFAULT = 'default';

/** The changes as parts of the address: moves, moves taken away, moves added, assumptions. */
export type Kept = Record<'start' | 'horizon' | 'm' | 'x' | 'add' | 'a' | Role | 'allies' | 'c', string | null>;

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

/** The changes as parts of the address. */
export function toAddress(changes: Changes): Kept {
  const or = (text: string) => (text === '' ? null : text);
  return {
    start: changes.start === null ? null : String(changes.start),
    horizon: changes.horizon === null ? null : String(changes.horizon),
    m: or(Object.entries(changes.moves).map(([at, raw]) => `${at}:${listed(raw)}`).join('~')),
    x: or(changes.removed.join(',')),
    add: or(changes.added.map((move) => [coded(move.kind), ...Object.entries(move.values).map(([key, raw]) => `${key}:${listed(raw)}`)].join('~')).join('*')),
    a: or(Object.entries(changes.assumptions).map(([name, one]) => `${name}:${one === null ? DEFAULT : `${one.kind}:${numberNames(one.kind, one.numbers).map((number) => one.numbers[number] ?? '').join(',').replace(/,+$/, '')}`}`).join('~')),
    ...(Object.fromEntries(ROLES.map((role) => [role, changes.parties[role] ?? null])) as Record<Role, string | null>),
    allies: changes.allies === null ? null : changes.allies.length === 0 ? DEFAULT : listed(changes.allies),
    c: or(Object.entries(changes.correlations).map(([pair, rank]) => `${pair}:${rank ?? 'none'}`).join('~')),
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
      if (kind === DEFAULT) return [[name, null]];
      if (!isKind(kind)) return [];
      const values = numbers.split(',');
      const named = numberNames(kind, values.length).map((number, index): [string, string] => [number, values[index] ?? '']).filter(([, text]) => text !== '' && Number.isFinite(Number(text)));
      return [[name, { kind, numbers: Object.fromEntries(named.map(([number, text]) => [number, Number(text)])) }]];
    })),
    parties: Object.fromEntries(ROLES.flatMap((role) => (query.get(role) ? [[role, query.get(role)!]] : []))),
    allies: query.get('allies') === null ? null : query.get('allies') === DEFAULT ? [] : unlisted(query.get('allies')!).filter((one) => one !== ''),
    correlations: Object.fromEntries(parts('c', '~').flatMap((part): [string, number | null][] => {
      const found = /^([a-z0-9_]+\.[a-z0-9_]+):(none|-?\d+(?:\.\d+)?)$/.exec(part);
      return found ? [[found[1]!, found[2] === 'none' ? null : Number(found[2])]] : [];
    })),
  };
}
