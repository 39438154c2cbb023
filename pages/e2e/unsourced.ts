// The rule of the pages: every number that a reader sees opens its source note. This walks what is visible and names the numbers that do not.
import type { Page } from 'playwright-core';

/**
 * What need not open a note, with what an element must be to claim it. An element claims it by data-structural="…"; a claim that does not fit
 * its own rule is itself a finding. Besides these: years and dates, numbers in names (EU27, A/RES/68/262), heads of tables, fields, code.
 */
const CLAIMS: Record<string, { most: number; within?: string }> = {
  // Ticks and limits of classes: where things stand in a drawing.
  axis: { most: 60, within: 'svg, [aria-hidden="true"], .legend' },
  year: { most: 40 },
  // "12 of 193 states", "Check 3 claims": rows of the list that stands beside it.
  count: { most: 160 },
  // One or two sentences above a chart: levels of its intervals, what its marks mean.
  'how it is read': { most: 600 },
  // Names of camps, editions, licences and definitions.
  name: { most: 200 },
  // Settings of a computation that the reader or the file chose.
  setting: { most: 400 },
  // What the reader pasted, a document or a publisher says: no answer of the program.
  quoted: { most: 2_000_000 },
};

/** Numbers on the page that open no note, each with the words around it, and notes that name no source. */
export async function unsourced(page: Page): Promise<string[]> {
  return page.evaluate(async (claims) => {
    const MONTHS = '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\\b';
    const labels = [
      new RegExp(`\\b\\d{1,2} ${MONTHS}(?: \\d{4})?`, 'gu'),
      /\b(?:1[5-9]|20)\d\d-\d{2}(?:-\d{2})?\b/gu,
      // Names: a letter stands directly before or after, or a slash joins two numbers.
      /[\p{L}_][\p{L}\d_.-]*(?:[/-][\p{L}\d_.-]+)*\d[\p{L}\d_/.-]*|\b\d+\p{L}[\p{L}\d]*|\b\d+\/\d+\b/gu,
      /(?<![\d.,])(?:1[5-9]|20)\d\d(?!\d|,\d|\.\d)/gu,
    ];
    const found: string[] = [];
    const main = document.querySelector('main')!;
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent ?? '';
      const holder = node.parentElement!;
      if (!/\d/.test(text) || !holder.checkVisibility({ visibilityProperty: true })) continue;
      if (holder.closest('[aria-haspopup="dialog"], .visually-hidden, title, desc, option, textarea, code, pre, time, thead th, style')) continue;
      const claimed = holder.closest<HTMLElement>('[data-structural]');
      if (claimed) {
        const claim = claims[claimed.dataset['structural'] ?? ''];
        const length = (claimed.textContent ?? '').trim().length;
        if (claim && length <= claim.most && (!claim.within || claimed.closest(claim.within))) continue;
        found.push(`claims to be "${claimed.dataset['structural']}": ${(claimed.textContent ?? '').trim().slice(0, 80)}`);
        continue;
      }
      if (!/\d/.test(labels.reduce((rest, label) => rest.replace(label, ''), text))) continue;
      const place = holder.closest('section, article, figure, table, p, li')?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
      found.push(`${text.replace(/\s+/g, ' ').trim().slice(0, 80)}  in <${holder.tagName.toLowerCase()} class="${holder.getAttribute('class') ?? ''}">: ${place.slice(0, 80)}`);
    }

    // A button that promises a source must have one: twenty of them, spread over the page, are opened.
    const figures = [...main.querySelectorAll<HTMLElement>('button.figure')].filter((one) => one.checkVisibility({ visibilityProperty: true }) && /\d/.test(one.textContent ?? ''));
    const step = Math.max(1, Math.ceil(figures.length / 20));
    for (const figure of figures.filter((_, index) => index % step === 0)) {
      figure.click();
      await new Promise((resolve) => setTimeout(resolve, 0));
      const dialog = document.querySelector<HTMLDialogElement>('dialog[open]');
      const says = dialog?.textContent ?? '';
      if (!says.includes('Sources') || !dialog?.querySelector('ul li') || !says.includes('In a terminal')) found.push(`note without source or command: ${figure.getAttribute('aria-label')}`);
      const closed = new Promise((resolve) => dialog?.addEventListener('close', resolve, { once: true }));
      dialog?.querySelector<HTMLButtonElement>('button.primary')?.click();
      if (dialog) await closed;
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    return [...new Set(found)];
  }, CLAIMS);
}
