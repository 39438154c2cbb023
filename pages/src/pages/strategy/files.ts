// The chart of grades as a file: by an address where a strategy has a name, else made of its text when it is asked for.
import { fileOf, handOver } from '../../lib/documents';

/** A link, or what makes the file and hands it over. */
export type Files = Record<string, string | (() => Promise<void>)>;

const FORMATS = ['svg', 'png'] as const;

/** Files of the grades of a strategy; with a text those of the strategy as it was changed. */
export function gradeFiles(strategy: string, text: string | null): Files {
  return Object.fromEntries(
    FORMATS.map((format) => [
      format,
      text === null ? `/api/v1/files/chart/grades?${new URLSearchParams({ strategy, format })}` : async () => handOver(await fileOf('chart/grades', { strategy_text: text, format }), `${strategy}-changed-grades.${format}`),
    ]),
  );
}
