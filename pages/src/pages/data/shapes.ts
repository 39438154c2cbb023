// The parts of the program's answers that this page reads; names as in the JSON.

import type { Provenance } from '../../lib/api';

export interface Holding {
  key: string;
  publisher: string;
  title: string;
  edition: string;
  licence: string;
  ship: 'yes' | 'derived' | 'no' | (string & {});
  shipped: string;
  coverage: string;
  defects: string[];
  citation: string;
  tables: string[];
}

export interface Holdings {
  store: string;
  bytes: number;
  sources: Holding[];
}

export interface SourceStatus {
  key: string;
  edition: string;
  reaches: string | null;
  months: number | null;
  every_months: number | null;
  lag_months: number | null;
  remark: string | null;
  next_due: string | null;
  stale: boolean;
  /** Names by which its publisher is asked; empty where it comes by hand. */
  refresh: string[];
  imported: string[];
}

export interface DataStatus {
  today: string;
  sources: SourceStatus[];
  provenance: Provenance;
}

export interface View {
  name: string;
  description: string;
  columns: { name: string; description: string }[];
}

export type Cell = string | number | boolean | null;

export interface QueryAnswer {
  columns: { name: string; type: string }[];
  rows: Cell[][];
  is_cut: boolean;
  views: string[];
  provenance: Provenance;
}

export interface Verification {
  store: string;
  passed: boolean;
  checks: { subject: string; outcome: 'passed' | 'noted' | 'failed'; detail: string }[];
  provenance: Provenance;
}

export interface Job {
  id: string;
  state: 'waiting' | 'running' | 'done' | 'failed' | 'stopped';
  progress: { line: string | null; done: number | null; total: number | null };
  seconds: number;
  error: string | null;
  answer: string | null;
}

export interface RefreshAnswer {
  edition: string | null;
  whole: boolean;
  sources: { key: string; outcome: string; problem: string | null; sentence: string }[];
}
