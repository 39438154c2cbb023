import { describe, expect, it } from 'vitest';
import { isDocument, shortSource } from './sourceNames';

const published = { key: 'baci', publisher: 'CEPII', title: 'BACI', edition: '202501', licence: 'Etalab' };
const document = { key: 'what-if:sanctions-relief', publisher: 'The Entente project', title: 'Sanctions on Russia are lifted', edition: 'sha256 270a3a5074a8', licence: 'MIT' };

describe('a source in short', () => {
  it('is its publisher and edition, of a document its title', () => {
    expect(shortSource(published)).toBe('CEPII (202501)');
    expect(shortSource(document)).toBe('The Entente project (Sanctions on Russia are lifted)');
  });
  it('is a document where its key names a kind', () => {
    expect([published, document].map(isDocument)).toEqual([false, true]);
  });
});
