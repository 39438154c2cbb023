// Claims as they are edited, and the file that they make. What is still to be filled is '?', as in drafts of the program.
import type { Check, ClaimsDraft, FigureDefinition } from './shapes';

export const OPEN = '?';

export interface EditedPart {
  id: number;
  says: string;
  /** Name of the figure; empty where none is held or chosen. */
  figure: string;
  parameters: Record<string, string>;
  comparison: string;
}

export interface EditedClaim {
  id: number;
  key: string;
  statement: string;
  where: string;
  date: string;
  note: string;
  parts: EditedPart[];
  /** The sentence as the article has it, and its line; null for claims that were added. */
  found: { sentence: string; line: number } | null;
  /** The words of the amount. */
  stated: string;
  remarks: string[];
  isLeftOut: boolean;
}

export interface ClaimsText {
  title: string;
  about: string;
  where: string;
  claims: EditedClaim[];
}

/** What stands on a line of the file. */
export interface Place {
  claim: number;
  part: number | null;
}

let last = 0;
const next = () => ++last;

export function newPart(figure = ''): EditedPart {
  return { id: next(), says: '', figure, parameters: {}, comparison: OPEN };
}

export function newClaim(taken: readonly string[], statement = ''): EditedClaim {
  let number = taken.length + 1;
  while (taken.includes(`N${number}`)) number++;
  return { id: next(), key: `N${number}`, statement, where: '', date: '', note: '', parts: [newPart()], found: null, stated: '', remarks: [], isLeftOut: false };
}

/** The claims of a draft. Nothing is put where the text says nothing. */
export function ofDraft(draft: ClaimsDraft, before = 0, lines = 0): EditedClaim[] {
  return draft.claims.map((claim, index) => ({
    id: next(),
    key: `D${before + index + 1}`,
    statement: claim.statement,
    where: '',
    date: '',
    note: '',
    parts: [{ id: next(), says: '', figure: claim.figure ?? '', parameters: Object.fromEntries(claim.parameters.map(({ name, value }) => [name, value ?? OPEN])), comparison: claim.comparison ?? OPEN }],
    found: { sentence: claim.statement, line: claim.line + lines },
    stated: claim.stated,
    remarks: claim.notes,
    isLeftOut: false,
  }));
}

/** The claims of a checked file, as they can be edited; a parameter at its default is not written again. */
export function ofCheck(check: Check, figures: readonly FigureDefinition[]): ClaimsText {
  const defaults = new Map(figures.map((figure) => [figure.name, new Map(figure.parameters.map((one) => [one.name, one.default]))]));
  const wheres = new Set(check.claims.map((claim) => claim.where));
  const where = wheres.size === 1 ? (check.claims[0]?.where ?? '') : '';
  return {
    title: check.title,
    about: check.about,
    where,
    claims: check.claims.map((claim) => ({
      id: next(),
      key: claim.key,
      statement: claim.statement,
      where: claim.where === where ? '' : claim.where,
      date: claim.date ?? '',
      note: claim.note,
      parts: claim.parts.map(({ says, comparison, answer }) => ({
        id: next(),
        says,
        figure: answer.figure,
        parameters: Object.fromEntries(Object.entries(answer.parameters).filter(([name, value]) => defaults.get(answer.figure)?.get(name) !== value)),
        comparison,
      })),
      found: null,
      stated: '',
      remarks: [],
      isLeftOut: false,
    })),
  };
}

/** Parameters that have no value and no default, and those that a draft left open. */
export function openParameters(part: EditedPart, figure: FigureDefinition | undefined): string[] {
  if (!figure) return [];
  return figure.parameters.filter((one) => part.parameters[one.name] === OPEN || (one.required && !part.parameters[one.name])).map((one) => one.name);
}

/** How many places of a claim are to be filled. */
export function openPlaces(claim: EditedClaim, figures: ReadonlyMap<string, FigureDefinition>): number {
  return claim.parts.reduce((sum, part) => sum + (part.figure === '' ? 1 : openParameters(part, figures.get(part.figure)).length + (isOpen(part.comparison) ? 1 : 0)), 0);
}

export const isOpen = (value: string | undefined): boolean => value === undefined || value.trim() === '' || value.trim() === OPEN;

/** Whether a claim can stand in the file: each part has a figure and the sentence is there. */
export const isInFile = (claim: EditedClaim): boolean => !claim.isLeftOut && claim.statement.trim() !== '' && claim.parts.length > 0 && claim.parts.every((part) => part.figure !== '');

function mustQuote(value: string): boolean {
  return !/^[A-Za-z0-9][A-Za-z0-9-]{2,}$/.test(value) || /^(yes|null|true|false|off)$/i.test(value);
}

/** Text as YAML reads it back; marks that turn the direction of text are written out, because they could hide what a file says. */
export function quoted(value: string): string {
  if (!mustQuote(value)) return value;
  const hidden = /[\p{Cc}\u2028\u2029\uFEFF\uFFFE\uFFFF\u202A-\u202E\u2066-\u2069\u200E\u200F]/gu;
  return `"${value.replace(/["\\]/g, '\\$&').replace(hidden, (sign) => `\\u${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`)}"`;
}

/** The file, and which claim stands on each of its lines (the first line is 1). */
export function toFile(text: ClaimsText, figures: ReadonlyMap<string, FigureDefinition>): { yaml: string; places: Map<number, Place> } {
  const lines = [`title: ${quoted(text.title.trim() || 'Claims of a text')}`];
  if (text.about.trim()) lines.push(`about: ${quoted(text.about.trim())}`);
  if (text.where.trim()) lines.push(`where: ${quoted(text.where.trim())}`);
  const kept = text.claims.filter(isInFile);
  const places = new Map<number, Place>();
  lines.push(kept.length === 0 ? 'claims: []' : 'claims:');
  for (const claim of kept) {
    const put = (line: string, part: number | null = null) => places.set(lines.push(line), { claim: claim.id, part });
    put(`  - key: ${quoted(claim.key)}`);
    put(`    statement: ${quoted(claim.statement.trim())}`);
    for (const name of ['where', 'date', 'note'] as const) if (claim[name].trim()) put(`    ${name}: ${name === 'date' ? claim.date : quoted(claim[name].trim())}`);
    const [only] = claim.parts;
    if (claim.parts.length === 1 && only && only.says.trim() === '') {
      putPart(only, '    ', '    ', put, figures);
      continue;
    }
    put('    parts:');
    for (const part of claim.parts) {
      if (part.says.trim()) put(`      - says: ${quoted(part.says.trim())}`, part.id);
      putPart(part, part.says.trim() ? '        ' : '      - ', '        ', put, figures);
    }
  }
  return { yaml: `${lines.join('\n')}\n`, places };
}

function putPart(part: EditedPart, lead: string, rest: string, put: (line: string, part: number) => void, figures: ReadonlyMap<string, FigureDefinition>): void {
  put(`${lead}figure: ${quoted(part.figure)}`, part.id);
  const open = new Set(openParameters(part, figures.get(part.figure)));
  const named = figures.get(part.figure)?.parameters.map((one) => one.name) ?? Object.keys(part.parameters);
  const rows = named.filter((name) => open.has(name) || part.parameters[name]);
  if (rows.length > 0) put(`${rest}parameters:`, part.id);
  for (const name of rows) put(`${rest}  ${name}: ${open.has(name) ? `"${OPEN}"` : quoted(part.parameters[name]!.trim())}`, part.id);
  put(`${rest}comparison: ${isOpen(part.comparison) ? `"${OPEN}"` : quoted(part.comparison.trim())}`, part.id);
}

/** Where an error of the file belongs, and its sentence without the line that only the file has. */
export function placeOf(sentence: string, places: ReadonlyMap<number, Place>): { place: Place | undefined; sentence: string } {
  const found = /^[^\n]*?line (\d+), column \d+: /.exec(sentence);
  const place = found ? places.get(Number(found[1])) : undefined;
  return { place, sentence: place && found ? sentence.slice(found[0].length) : sentence };
}
