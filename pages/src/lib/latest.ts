// One question at a time: a newer one gives up the one before it, so that a slow answer never arrives after its question is gone.
import { ask, questionAddress, type Values } from './api';

export type AskLatest = <T>(question: string, values?: Values) => Promise<T>;

/** Asks like `ask`, and gives up what it asked before where that is not answered yet. */
export function latest(): AskLatest {
  let address = '';
  let control: AbortController | null = null;
  let promise: Promise<unknown> | null = null;
  return <T>(question: string, values: Values = {}): Promise<T> => {
    const wanted = questionAddress(question, values);
    if (wanted === address && promise) return promise as Promise<T>;
    control?.abort();
    const mine = new AbortController();
    const asked = ask<T>(question, values, mine.signal);
    [address, control, promise] = [wanted, mine, asked];
    const done = () => {
      if (control === mine) control = null;
    };
    asked.then(done, () => {
      done();
      if (promise === asked) promise = null;
    });
    return asked;
  };
}
