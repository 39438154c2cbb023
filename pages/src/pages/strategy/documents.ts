// The strategies that can be chosen: shipped ones, and one's own in the workspace.
import { post } from '../../lib/api';
import type { Form } from './form';

export const FOLDER = 'strategies';
export const FIRST = 'reverse-kissinger';
export const ENDS_OF_NAMES = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/;

/** The text under another title. */
export async function titled(text: string, title: string): Promise<string> {
  return (await post<Form>('/api/v1/strategy', { strategy_text: text, changes_text: JSON.stringify({ title }) })).text;
}
