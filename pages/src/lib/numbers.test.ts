import { describe, expect, it } from 'vitest';
import { billions, decimals, percent, points, span } from './numbers';

describe('numbers as people read them', () => {
  it.each([
    [0.4653, 1, '46.5 %'],
    [0, 0, '0 %'],
    [-0.0301, 1, '−3.0 %'],
    [12.345, 0, '1,235 %'],
    [-0.0001, 1, '0.0 %'],
  ])('%d is %s', (value, places, text) => expect(percent(value, places)).toBe(text));

  it('says missing for what is missing, and zero only for zero', () => {
    for (const format of [percent, decimals, points, billions]) {
      expect(format(null)).toBe('missing');
      expect(format(undefined)).toBe('missing');
      expect(format(Number.NaN)).toBe('missing');
      expect(format(0)).not.toBe('missing');
    }
  });

  it('groups thousands whatever the settings of the browser', () => expect(decimals(1234567.891, 2)).toBe('1,234,567.89'));
  it('gives differences a sign', () => expect(points(0.0123)).toBe('+1.2 points'));
  it('writes an interval only where both ends are known', () => {
    expect(span(0.1, 0.2, (value) => percent(value, 0))).toBe('10 % to 20 %');
    expect(span(null, 0.2, (value) => percent(value, 0))).toBe('');
  });
});
