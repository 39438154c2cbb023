// Numbers as people read them; one way, whatever the settings of the browser. What is missing says so.

export const MISSING = 'missing';

type Maybe = number | null | undefined;

function fixed(value: number, places: number): string {
  const text = Math.abs(value).toFixed(places);
  const [whole = '0', rest] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  const sign = value < 0 && Number(text) !== 0 ? '−' : '';
  return sign + grouped + (rest ? `.${rest}` : '');
}

/** 1,234.5 */
export function decimals(value: Maybe, places = 1): string {
  return value === null || value === undefined || !Number.isFinite(value) ? MISSING : fixed(value, places);
}

/** A fraction as per cent: 46.5 %. */
export function percent(value: Maybe, places = 1): string {
  return value === null || value === undefined || !Number.isFinite(value) ? MISSING : `${fixed(value * 100, places)} %`;
}

/** A difference of fractions in points: +1.2 points. */
export function points(value: Maybe, places = 1): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return MISSING;
  return `${value > 0 ? '+' : ''}${fixed(value * 100, places)} points`;
}

/** US$ 1.2 bn, from billions. */
export function billions(value: Maybe, places = 1): string {
  return value === null || value === undefined || !Number.isFinite(value) ? MISSING : `US$ ${fixed(value, places)} bn`;
}

/** "46 to 49 %" beside a value. */
export function span(low: Maybe, high: Maybe, format: (value: number) => string): string {
  if (low === null || low === undefined || high === null || high === undefined) return '';
  return `${format(low)} to ${format(high)}`;
}
