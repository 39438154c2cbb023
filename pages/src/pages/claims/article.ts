// An article as it comes in: bytes to text, text to pieces that the program reads one after the other, pages to the text that is shown.

/** As many bytes as an article may have here. */
export const MOST_BYTES = 10 * 1024 * 1024;
const PIECE = 192 * 1024;

export interface Article {
  name: string;
  text: string;
  isPage: boolean;
}

/** The text of a file, in UTF-8 or, with its mark, UTF-16. */
export function decode(bytes: Uint8Array, name: string): Article {
  if (bytes.length > MOST_BYTES) throw new Error(`${name} has ${(bytes.length / 1048576).toFixed(1)} MB; an article may have 10 MB. Take the part that holds the figures.`);
  const label = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  let text: string;
  try {
    text = new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    throw new Error(`${name} is not text in UTF-8; save it as UTF-8, or paste the text.`);
  }
  if (text.includes('\0')) throw new Error(`${name} is no text; text, Markdown and HTML can be read. Copy the text out of it and paste it.`);
  return articleOf(text, name);
}

/** A page is known by how it begins, as the program knows it, or by the name of its file. */
export function articleOf(text: string, name: string): Article {
  return { name, text, isPage: /\.x?html?$/i.test(name) || /^\s*<(!doctype html|html)/i.test(text.slice(0, 1000)) };
}

/** A page must begin like one to be read as one, whatever its file was called. */
export function sent(article: Article, piece: string): string {
  return article.isPage && !/^\s*<(!doctype html|html)/i.test(piece.slice(0, 1000)) ? `<!doctype html>${piece}` : piece;
}

/** Pieces at ends of paragraphs, each with the lines before it; a page is one piece, because its parts hang together. */
export function pieces(article: Article, size = PIECE): { text: string; lines: number }[] {
  const { text } = article;
  if (article.isPage || text.length <= size) return [{ text, lines: 0 }];
  const found: { text: string; lines: number }[] = [];
  let [from, lines] = [0, 0];
  while (from < text.length) {
    let to = Math.min(text.length, from + size);
    if (to < text.length) {
      const paragraph = text.lastIndexOf('\n\n', to);
      const line = text.lastIndexOf('\n', to);
      const space = text.lastIndexOf(' ', to);
      if (paragraph > from + size / 2) to = paragraph + 2;
      else if (line > from) to = line + 1;
      else if (space > from) to = space + 1;
    }
    const piece = text.slice(from, to);
    found.push({ text: piece, lines });
    lines += count(piece);
    from = to;
  }
  return found;
}

function count(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

const BLOCKS = 'address, article, aside, blockquote, br, dd, div, dl, dt, figcaption, footer, h1, h2, h3, h4, h5, h6, header, hr, li, main, nav, ol, p, pre, section, table, td, th, tr, ul';

/** Ends a block until the spaces of the page are told from it. */
const END = '\u2029';

/** The words of a page, for showing; scripts do not run and nothing is loaded, because the document is never shown itself. */
export function wordsOf(page: string): string {
  const parsed = new DOMParser().parseFromString(page, 'text/html');
  for (const unread of parsed.querySelectorAll('script, style, noscript, template, iframe, svg, head')) unread.remove();
  for (const block of parsed.querySelectorAll(BLOCKS)) block.append(END);
  return (parsed.body.textContent ?? '')
    .replace(/[ \t\r\n\f]+/g, ' ')
    .replace(/ ?\u2029[ \u2029]*/g, '\n\n')
    .trim();
}
