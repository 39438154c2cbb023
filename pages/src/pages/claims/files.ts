// Files of claims: those that can be opened, and keeping one's own.
import { Refusal } from '../../lib/api';

export interface NamedFile {
  name: string;
  title: string;
  summary: string;
  from: 'own' | 'shipped';
}

const folder = '/api/v1/documents/claims';

/** All files of claims, shipped and one's own. */
export async function claimFiles(): Promise<NamedFile[]> {
  const response = await fetch(folder);
  if (!response.ok) throw await refusal(response);
  return ((await response.json()) as { documents: NamedFile[] }).documents;
}

/** Saves a file; one that is there is replaced only where that was asked for. */
export async function saveClaims(name: string, yaml: string, replace: boolean): Promise<void> {
  const response = await fetch(`${folder}/${encodeURIComponent(name)}`, { method: 'PUT', headers: { 'content-type': 'application/yaml', ...(replace ? { 'if-match': '*' } : {}) }, body: yaml });
  if (!response.ok) throw await refusal(response);
}

/** The result as a page to pass on. */
export async function resultPage(yaml: string): Promise<Blob> {
  const response = await fetch('/api/v1/files/check?format=html', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ claims_text: yaml }) });
  if (!response.ok) throw await refusal(response);
  return response.blob();
}

/** A name as documents may have it, from a title. */
export function nameOf(title: string): string {
  const plain = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain.slice(0, 48).replace(/-+$/, '') || 'claims';
}

/** Gives text or bytes to the reader as a file. */
export function download(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

async function refusal(response: Response): Promise<Refusal> {
  let sentence = `The program answered with status ${response.status}.`;
  try {
    const problem = (await response.json()) as { detail?: string };
    if (problem.detail) sentence = problem.detail;
  } catch {
    // The status says what there is to say.
  }
  return new Refusal(sentence, response.status);
}
