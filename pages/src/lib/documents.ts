// Documents of the workspace and those that come with the program; files made of texts that no address names.
import { ask, forget, sent } from './api';

export interface DocumentHead {
  name: string;
  title: string;
  summary: string;
  from: 'own' | 'shipped';
}

const addressOf = (folder: string, name: string) => `/api/v1/documents/${folder}/${encodeURIComponent(name)}`;

/** The documents of a folder, shipped and one's own. */
export async function documents(folder: string): Promise<DocumentHead[]> {
  return (await ask<{ documents: DocumentHead[] }>(`documents/${folder}`)).documents;
}

/** The text of a document; it is YAML, not JSON. */
export async function textOf(folder: string, name: string): Promise<string> {
  return (await sent(fetch(addressOf(folder, name)))).text();
}

/** Saves a text in the workspace; what is there under the name is replaced only when that is wanted, and only as it was a moment before. */
export async function save(folder: string, name: string, text: string, replace: boolean): Promise<void> {
  const headers: Record<string, string> = { 'content-type': 'application/yaml' };
  if (replace) {
    const there = await fetch(addressOf(folder, name));
    const tag = there.headers.get('etag');
    if (there.ok && tag) headers['if-match'] = tag;
  }
  await sent(fetch(addressOf(folder, name), { method: 'PUT', headers, body: text }));
  forget();
}

/** Takes a document of one's own away. */
export async function remove(folder: string, name: string): Promise<void> {
  await sent(fetch(addressOf(folder, name), { method: 'DELETE' }));
  forget();
}

/** An answer as a file, to a call with the text of a document. */
export async function fileOf(question: string, body: Record<string, string | number>): Promise<Blob> {
  return (await sent(fetch(`/api/v1/files/${question}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }))).blob();
}

/** A name that a document may have, from a title. */
export function nameFrom(title: string, most = 60): string {
  return title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, most).replace(/-+$/, '');
}

/** Hands a file to the reader. */
export function handOver(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
