// What a source is called where there is little room.
import type { SourceRef } from './api';

/** Whether a source is a document (a strategy, a case, a table that was sent), told by its hash, and not one of the list of sources. */
export const isDocument = (source: Pick<SourceRef, 'key'>): boolean => source.key.includes(':');

/** Publisher and edition; of a document its title, since its edition is a hash. */
export const shortSource = (source: Pick<SourceRef, 'key' | 'publisher' | 'title' | 'edition'>): string => `${source.publisher} (${isDocument(source) ? source.title : source.edition})`;
