// What-ifs that can be chosen, and their texts.
import { ask, Refusal } from '../../lib/api';

export interface DocumentHead {
  name: string;
  title: string;
  from: 'shipped' | 'own';
}

/** The shipped files, for programs that do not list their documents yet. */
const SHIPPED: Record<string, DocumentHead[]> = {
  'what-if': [
    { name: 'sanctions-relief', title: 'Sanctions on Russia are lifted', from: 'shipped' },
    { name: 'decoupling-2014', title: 'Russia and the West stop trading', from: 'shipped' },
    { name: 'sanctions-on-china', title: 'Sanctions on China, or a tariff', from: 'shipped' },
  ],
  'gas-what-if': [
    { name: 'russia-returns', title: 'Russian pipeline gas returns to Europe', from: 'shipped' },
    { name: 'russia-cut-off', title: 'The EU buys no Russian gas', from: 'shipped' },
  ],
};

/** The documents of a folder, one's own among them. */
export async function documents(folder: string): Promise<DocumentHead[]> {
  try {
    return (await ask<{ documents: DocumentHead[] }>(`documents/${folder}`)).documents;
  } catch (problem) {
    if (problem instanceof Refusal && problem.status === 404) return SHIPPED[folder] ?? [];
    throw problem;
  }
}

/** The text of a document; it is YAML, not JSON. */
export async function textOf(folder: string, name: string): Promise<string> {
  const response = await fetch(`/api/v1/documents/${folder}/${encodeURIComponent(name)}`);
  if (response.ok) return response.text();
  throw new Refusal(response.status === 404 ? `The program does not hand out the text of ${name}; it lies in the folder ${folder} of the project.` : `The program answered with status ${response.status}.`, response.status);
}
