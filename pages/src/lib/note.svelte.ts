// The source note: every number on every page opens it.
import type { Provenance } from './api';

/** What a note says of a number. */
export interface Note {
  /** What the number is: "Vote agreement of Russia and China, 2023". */
  title: string;
  /** The number as shown. */
  value: string;
  /** Its interval in words, where it has one. */
  interval?: string | undefined;
  /** measured, modelled or judgement. */
  basis?: 'measured' | 'modelled' | 'judgement' | undefined;
  /** Further lines: definitions, denominators, what to keep in mind. */
  lines?: readonly string[] | undefined;
  provenance?: Provenance | undefined;
  /** The address of the JSON that it stands in. */
  address?: string | undefined;
  /** The same on the command line. */
  command?: string | undefined;
}

/** What all numbers of one answer share in their notes. */
export type Source = Omit<Note, 'title' | 'value' | 'interval'>;

let open = $state.raw<Note | null>(null);
let opener: Element | null = null;

export const note = {
  get open(): Note | null {
    return open;
  },
  show(what: Note): void {
    opener = document.activeElement;
    open = what;
  },
  close(): void {
    open = null;
    if (opener instanceof HTMLElement || opener instanceof SVGElement) opener.focus();
    opener = null;
  },
};
