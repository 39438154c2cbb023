// The strategies that can be chosen: shipped ones, and one's own in the workspace.
import { Refusal, ask, forget, post } from '../../lib/api';
import type { Form } from './form';

export interface Listed {
  name: string;
  title: string;
  summary: string;
  from: 'own' | 'shipped';
}

export const FIRST = 'reverse-kissinger';
export const ENDS_OF_NAMES = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/;

/** All strategies: own first, then those that come with the program. */
export async function strategies(): Promise<Listed[]> {
  return (await ask<{ documents: Listed[] }>('documents/strategies')).documents;
}

/** A name that a file may have, from a title. */
export function nameFrom(title: string): string {
  return title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60).replace(/-+$/, '');
}

/** The text under another title. */
export async function titled(text: string, title: string): Promise<string> {
  return (await post<Form>('/api/v1/strategy', { strategy_text: text, changes_text: JSON.stringify({ title }) })).text;
}

/** Saves a text in the workspace; what is there under the name is replaced only when that is wanted. */
export async function save(name: string, text: string, replace: boolean): Promise<void> {
  const headers: Record<string, string> = { 'content-type': 'application/yaml' };
  const address = `/api/v1/documents/strategies/${encodeURIComponent(name)}`;
  if (replace) {
    const there = await fetch(address);
    const tag = there.headers.get('etag');
    if (there.ok && tag) headers['if-match'] = tag;
  }
  await sent(fetch(address, { method: 'PUT', headers, body: text }));
  forget();
}

/** Takes an own strategy away. */
export async function remove(name: string): Promise<void> {
  await sent(fetch(`/api/v1/documents/strategies/${encodeURIComponent(name)}`, { method: 'DELETE' }));
  forget();
}

/** A brief of a text that no address names, as a file. */
export async function briefOf(text: string, format: 'html' | 'pdf'): Promise<Blob> {
  const response = await sent(fetch('/api/v1/files/assess', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ strategy_text: text, format }) }));
  return response.blob();
}

/** Hands a file to the reader. */
export function handOver(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

async function sent(asked: Promise<Response>): Promise<Response> {
  let response: Response;
  try {
    response = await asked;
  } catch {
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
