// Files of claims: those that can be opened, and keeping one's own.
import { nameFrom } from '../../lib/documents';

export const FOLDER = 'claims';

/** A name as documents may have it, from a title. */
export const nameOf = (title: string): string => nameFrom(title, 48) || 'claims';
