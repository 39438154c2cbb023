// The parts of the program's answers that this page reads; names as in the JSON.
import type { Interval, Provenance, Coverage } from '../../lib/api';

export interface ParameterDefinition {
  name: string;
  kind: 'state' | 'bloc' | 'state_or_bloc' | 'year' | 'month' | 'choice' | 'resolution' | 'indicator' | (string & {});
  description: string;
  required: boolean;
  default: string | null;
  choices: string[];
}

export interface FigureDefinition {
  name: string;
  title: string;
  description: string;
  kind: 'number' | 'text' | 'states' | (string & {});
  unit: string;
  parameters: ParameterDefinition[];
  sources: string[];
  limits: string[];
  example: string;
}

export interface DraftedClaim {
  line: number;
  statement: string;
  stated: string;
  figure: string | null;
  comparison: string | null;
  is_negated: boolean;
  parameters: { name: string; value: string | null; description: string }[];
  to_fill: string[];
  notes: string[];
}

export interface ClaimsDraft {
  article: string;
  sentences: number;
  in_other_scripts: number;
  claims: DraftedClaim[];
}

export interface NamedState {
  id: number;
  iso3: string | null;
  name: string;
}

/** A value as a figure or one of its readings has it. */
export interface FigureValue {
  value: number | null;
  text: string | null;
  shown: string;
  unit: string;
  interval: Interval | null;
  states: NamedState[];
}

export type Standing = 'plain' | 'wider' | 'part' | 'context' | (string & {});

export interface Alternative extends FigureValue {
  label: string;
  standing: Standing;
  coverage: Coverage;
}

export interface FigureAnswer extends FigureValue {
  figure: string;
  parameters: Record<string, string>;
  label: string;
  reading: string;
  basis: 'measured' | 'modelled' | 'judgement';
  why_missing: string | null;
  alternatives: Alternative[];
  vintage: string;
  provenance: Provenance;
}

export interface Reading extends FigureValue {
  label: string;
  standing: Standing;
  holds: boolean;
}

export type Verdict = 'supported' | 'contradicted' | 'depends_on_definition' | 'cannot_be_checked';

export interface CheckedPart {
  says: string;
  comparison: string;
  verdict: Verdict;
  why: string;
  readings: Reading[];
  answer: FigureAnswer;
}

export interface CheckedClaim {
  key: string;
  statement: string;
  where: string;
  date: string | null;
  note: string;
  verdict: Verdict;
  verdict_words: string;
  parts: CheckedPart[];
}

export interface Check {
  title: string;
  about: string;
  counts: Record<Verdict, number>;
  claims: CheckedClaim[];
}
