// What an answer rests on.
import type { Provenance, SourceRef } from './api';

/** The provenance of an answer; of one that does not say it, the sources that it names. */
export function provenanceOf(answer: { provenance?: Provenance | null | undefined }, sources: readonly SourceRef[], query: string, statement: string): Provenance {
  return answer.provenance ?? { sources: [...sources], query, coverage: { statement, held: null, missing: null, missing_names: [] } };
}
