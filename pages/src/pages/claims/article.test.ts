import { describe, expect, it } from 'vitest';
import { articleOf, decode, MOST_BYTES, pieces, sent, wordsOf } from './article';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('an article', () => {
  it('is read as UTF-8, or UTF-16 with its mark', () => {
    expect(decode(bytes('Türkiye 5 %'), 'a.txt').text).toBe('Türkiye 5 %');
    expect(decode(new Uint8Array([0xff, 0xfe, 0x41, 0, 0x42, 0]), 'a.txt').text).toBe('AB');
  });

  it('is refused in a sentence where it is no text or too long', () => {
    expect(() => decode(new Uint8Array([0xc3, 0x28]), 'a.txt')).toThrow('a.txt is not text in UTF-8');
    expect(() => decode(new Uint8Array(4), 'a.bin')).toThrow('a.bin is no text');
    expect(() => decode(new Uint8Array(MOST_BYTES + 1), 'a.txt')).toThrow('10 MB');
  });

  it('knows a page by its beginning or its name, and lets the program know', () => {
    expect(articleOf(' <!DOCTYPE html><p>a', 'x').isPage).toBe(true);
    expect(articleOf('a < b', 'x.md').isPage).toBe(false);
    const named = articleOf('<p>a</p>', 'x.htm');
    expect(sent(named, named.text)).toBe('<!doctype html><p>a</p>');
  });
});

describe('pieces', () => {
  it('end with paragraphs, count the lines before them and leave nothing out', () => {
    const text = 'one\ntwo\n\n'.repeat(50);
    const found = pieces(articleOf(text, 'a'), 100);
    expect(found.length).toBeGreaterThan(3);
    expect(found.map((one) => one.text).join('')).toBe(text);
    for (const [index, one] of found.entries()) {
      expect(one.text.length).toBeLessThanOrEqual(102);
      expect(one.lines).toBe(found.slice(0, index).reduce((sum, before) => sum + before.text.split('\n').length - 1, 0));
      expect(one.text.endsWith('\n\n')).toBe(true);
    }
  });

  it('cut a text without lines between words', () => {
    const text = 'word '.repeat(100);
    expect(pieces(articleOf(text, 'a'), 60).every((one) => one.text.endsWith(' '))).toBe(true);
  });

  it('are one of a short text and of a page', () => {
    expect(pieces(articleOf('short', 'a'))).toEqual([{ text: 'short', lines: 0 }]);
    expect(pieces(articleOf('<html>' + 'x '.repeat(100), 'a'), 50)).toHaveLength(1);
  });
});

it('shows the words of a page and none of its scripts', () => {
  expect(wordsOf('<html><head><title>t</title></head><body><h1>Head</h1><p>One <b>bold</b>\n word.</p><script>bad()</script><style>p{}</style><p>Two</p></body></html>')).toBe('Head\n\nOne bold word.\n\nTwo');
});
