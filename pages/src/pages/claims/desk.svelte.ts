// What is under way on this page: the article, its claims, and what the check said. It outlives a visit to another page; a file has an address, a pasted text has none.
import { ask, post, wasAborted } from '../../lib/api';
import { pieces, sent, type Article } from './article';
import { isInFile, newClaim, ofCheck, ofDraft, placeOf, toFile, type ClaimsText, type EditedClaim, type Place } from './claimFile';
import type { Check, CheckedClaim, ClaimsDraft, FigureDefinition } from './shapes';

/** So many claims are kept to be edited; the rest are counted. */
export const MOST_CLAIMS = 200;

export interface Reading {
  done: number;
  total: number;
  sentences: number;
  found: number;
  unread: number;
  isOver: boolean;
}

const none = (): ClaimsText => ({ title: '', about: '', where: '', claims: [] });

class ClaimsDesk {
  article = $state.raw<Article | null>(null);
  /** Name of the file that is open; null for a text. */
  file = $state<string | null>(null);
  text = $state<ClaimsText>(none());
  reading = $state.raw<Reading | null>(null);
  result = $state.raw<Check | null>(null);
  problem = $state.raw<{ place: Place | undefined; sentence: string } | null>(null);
  isBusy = $state(false);
  /** Counts what was begun, so that what belongs to one text ends with it. */
  session = $state(0);
  figures = $state.raw<ReadonlyMap<string, FigureDefinition>>(new Map());
  private checked = $state.raw<ReadonlyMap<number, string>>(new Map());
  private work = new AbortController();
  private begun = 0;

  readonly made = $derived(toFile(this.text, this.figures));
  readonly hasBegun = $derived(this.article !== null || this.text.claims.length > 0 || this.reading !== null);
  readonly checkable = $derived(this.text.claims.filter(isInFile).length);

  async catalogue(): Promise<FigureDefinition[]> {
    const { figures } = await ask<{ figures: FigureDefinition[] }>('figures');
    this.figures = new Map(figures.map((figure) => [figure.name, figure]));
    return figures;
  }

  clear(): void {
    this.work.abort();
    this.work = new AbortController();
    [this.article, this.file, this.reading, this.result, this.problem, this.isBusy] = [null, null, null, null, null, false];
    this.session = ++this.begun;
    this.text = none();
    this.checked = new Map();
  }

  /** Finds the sentences of an article, piece by piece, so that a long one can be looked at and given up meanwhile. */
  async read(article: Article): Promise<void> {
    this.clear();
    const { signal } = this.work;
    this.article = article;
    this.text.title = `Claims of ${article.name}`;
    const parts = pieces(article);
    let now: Reading = { done: 0, total: parts.length, sentences: 0, found: 0, unread: 0, isOver: false };
    this.reading = now;
    await this.run(signal, async () => {
      await this.catalogue();
      for (const part of parts) {
        const draft = await post<ClaimsDraft>('/api/v1/claims/draft', { article_text: sent(article, part.text) }, signal);
        const kept = { ...draft, claims: draft.claims.slice(0, Math.max(0, MOST_CLAIMS - now.found)) };
        if (kept.claims.length > 0) this.text.claims.push(...ofDraft(kept, now.found, part.lines));
        now = { ...now, done: now.done + 1, sentences: now.sentences + draft.sentences, found: now.found + draft.claims.length, unread: now.unread + draft.in_other_scripts };
        this.reading = now;
      }
    });
    if (this.reading === now) this.reading = { ...now, isOver: true };
  }

  /** Gives up what is under way and keeps what is there. */
  stop(): void {
    this.work.abort();
    this.work = new AbortController();
    this.isBusy = false;
    if (this.reading) this.reading = { ...this.reading, isOver: true };
  }

  /** Opens a file by its name, checked. */
  async open(name: string): Promise<void> {
    this.clear();
    const { signal } = this.work;
    this.file = name;
    await this.run(signal, async () => {
      const [figures, check] = await Promise.all([this.catalogue(), ask<Check>('check', { claims: name })]);
      if (signal.aborted) return;
      this.text = ofCheck(check, figures);
      this.settle(check);
    });
  }

  /** Holds the claims against the data. */
  async check(): Promise<void> {
    const { signal } = this.work;
    await this.run(signal, async () => this.settle(await post<Check>('/api/v1/check', { claims_text: this.made.yaml }, signal)));
  }

  /** What the check said of a claim, and whether the claim is still as it was. */
  verdictOf(claim: EditedClaim): { claim: CheckedClaim; isCurrent: boolean } | null {
    const then = this.checked.get(claim.id);
    const found = then === undefined ? undefined : this.result?.claims.find((one) => one.key === claim.key);
    return found ? { claim: found, isCurrent: then === snapshot(claim) } : null;
  }

  add(): EditedClaim {
    this.text.claims.push(newClaim(this.text.claims.map((claim) => claim.key)));
    return this.text.claims.at(-1)!;
  }

  remove(id: number): void {
    this.text.claims = this.text.claims.filter((claim) => claim.id !== id);
  }

  private settle(check: Check): void {
    this.result = check;
    this.checked = new Map(this.text.claims.filter(isInFile).map((claim) => [claim.id, snapshot(claim)]));
  }

  private async run(signal: AbortSignal, work: () => Promise<void>): Promise<void> {
    this.problem = null;
    this.isBusy = true;
    try {
      await work();
    } catch (problem) {
      if (wasAborted(problem) || signal.aborted) return;
      this.problem = placeOf(problem instanceof Error ? problem.message : String(problem), this.made.places);
    } finally {
      if (!signal.aborted) this.isBusy = false;
    }
  }
}

/** What of a claim decides its verdict. */
function snapshot(claim: EditedClaim): string {
  return JSON.stringify([claim.statement, claim.isLeftOut, claim.parts.map((part) => [part.says, part.figure, Object.entries(part.parameters).filter(([, value]) => value !== ''), part.comparison])]);
}

export const desk = new ClaimsDesk();
