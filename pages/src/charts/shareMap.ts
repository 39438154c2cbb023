// The classes of a value that has a sign.

export interface MapValue {
  name: string;
  value: number | null;
  /** The value and its interval in words. */
  text: string;
}

export const COLOURS = ['var(--m-n3)', 'var(--m-n2)', 'var(--m-n1)', 'var(--m-z)', 'var(--m-p1)', 'var(--m-p2)', 'var(--m-p3)'];

/** From −3 to 3: how many of the three rising limits the size of the value passes, with its sign. */
export function classOf(value: number, limits: readonly [number, number, number]): number {
  const passed = limits.filter((limit) => Math.abs(value) >= limit).length;
  return value < 0 ? 0 - passed : passed;
}

export const colourOf = (value: number, limits: readonly [number, number, number]): string => COLOURS[classOf(value, limits) + 3]!;

/** The words of the seven classes, from the lowest. */
export function classWords(limits: readonly [number, number, number], format: (value: number) => string): string[] {
  const [a, b, c] = limits.map(format) as [string, string, string];
  return [`less than −${c}`, `−${c} to −${b}`, `−${b} to −${a}`, `within ±${a}`, `${a} to ${b}`, `${b} to ${c}`, `more than ${c}`];
}
