// Questions to the program: the same names, parameters and answers as on the command line.

/** A source of an answer. */
export interface SourceRef {
  key: string;
  publisher: string;
  title: string;
  edition: string;
  licence: string;
}

/** What an answer rests on. */
export interface Coverage {
  statement: string;
  held: number | null;
  missing: number | null;
  missing_names: string[];
}

/** Where an answer came from. */
export interface Provenance {
  sources: SourceRef[];
  query: string;
  coverage: Coverage;
}

/** An interval with its level. */
export interface Interval {
  low: number | null;
  high: number | null;
  level: number;
}

export type Values = Record<string, string | number | boolean | null | undefined | readonly (string | number)[]>;

/** The program did not answer: its sentence says why and what to do. */
export class Refusal extends Error {
  readonly status: number;
  constructor(sentence: string, status: number) {
    super(sentence);
    this.status = status;
  }
}

const kept = new Map<string, Promise<unknown>>();
const MOST_KEPT = 200;

/** The address of a question; also that of its JSON, to be shown and copied. */
export function questionAddress(question: string, values: Values = {}): string {
  const pairs: [string, string][] = [];
  for (const [name, value] of Object.entries(values)) {
    if (value === null || value === undefined || value === '' || value === false) continue;
    for (const item of Array.isArray(value) ? value : [value]) pairs.push([name, String(item)]);
  }
  const query = new URLSearchParams(pairs).toString();
  return `/api/v1/${question}${query ? `?${query}` : ''}`;
}

/** Asks a question with parameters in the address; answers are kept for this visit. */
export function ask<T>(question: string, values: Values = {}, signal?: AbortSignal): Promise<T> {
  const address = questionAddress(question, values);
  const held = kept.get(address);
  if (held) return held as Promise<T>;
  const answer = read<T>(fetch(address, { signal }));
  kept.set(address, answer);
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value as string);
  answer.catch(() => kept.delete(address));
  return answer;
}

/** Asks with a body, which may hold the text of a document (name + "_text"). Nothing is kept. */
export function post<T>(address: string, body: unknown, signal?: AbortSignal, method = 'POST', headers: Record<string, string> = {}): Promise<T> {
  return read<T>(fetch(address, { method, signal, headers: { 'content-type': 'application/json', ...headers }, body: body === undefined ? undefined : JSON.stringify(body) }));
}

/** Forgets what is kept: the store changed. */
export function forget(): void {
  kept.clear();
}

/** What came back; where the program did not answer, its sentence is thrown. */
export async function sent(asked: Promise<Response>): Promise<Response> {
  let response: Response;
  try {
    response = await asked;
  } catch (problem) {
    if (wasAborted(problem)) throw problem;
    throw new Refusal('The program does not answer: it may have been stopped. Start "entente serve" again and reload this page.', 0);
  }
  if (response.ok) return response;
  let sentence = `The program answered with status ${response.status}.`;
  try {
    const problem = (await response.json()) as { detail?: string };
    if (problem.detail) sentence = problem.detail;
  } catch {
    // No problem details: the status says what there is to say.
  }
  throw new Refusal(sentence, response.status);
}

async function read<T>(asked: Promise<Response>): Promise<T> {
  const response = await sent(asked);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

/** Whether an error is only that nobody waits any longer. */
export function wasAborted(problem: unknown): boolean {
  return problem instanceof DOMException && problem.name === 'AbortError';
}
