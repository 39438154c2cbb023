// Which of today's outlines a former state had, from the successions of data/reference/states.yaml. The outlines of the map are those of today in every year: the map of 1975 colours
// all of them that lay in the Soviet Union by its value, except where the state of the outline has a value of its own in that year.
const FIRST = 1946;

// A dependent territory or an occupied one is no part of the land of the state that ruled it, and a seat is no land:
// South West Africa (General Assembly resolution 2145), East Timor (Security Council resolution 384), the seat of China (General Assembly resolution 2758). Nor had Syria the outline of Egypt, which it joined, and Korea was no state after 1910.
const notLand = new Set(['560-565', '850-860', '710-713', '713-710', '652-651', '730-731', '730-732']);

// Where the state before had the land from a year that no succession of the table tells.
const from = new Map([['820-830', 1963], ['530-531', 1952]]); // Singapore joined Malaysia in 1963, Eritrea Ethiopia in 1952 (General Assembly resolution 390 A (V))

// What the states of the table were called then; the table names a state that goes on by its name of today.
const called = { 345: to => to < 2003 ? 'Yugoslavia' : to < 2007 ? 'Yugoslavia, later Serbia and Montenegro' : 'Yugoslavia, later Serbia', 365: () => 'Soviet Union', 651: () => 'United Arab Republic' };

// Former states whose land is part of the outline of another state of their time: a point at their capital, longitude and latitude.
const capitals = new Map([[265, [13.4, 52.5]], [680, [45.0, 12.8]], [817, [106.7, 10.8]], [511, [39.2, -6.2]]]);

/** The states and successions of the project's own table; its lines are flow maps, one an entry. */
export function readStates(yaml) {
  const unquote = text => text.replace(/^"|"$/g, '');
  const states = new Map();
  for (const [, id, rest] of yaml.matchAll(/^ {2}- \{ cow: (\d+), (.*) \}$/gm)) {
    states.set(Number(id), { id: Number(id), name: unquote(rest.match(/name: ("[^"]*"|[^,]+)/)[1]), iso3: rest.match(/(?:^|, )iso3: ([A-Z]{3})/)?.[1] ?? null });
  }

  const others = [...yaml.matchAll(/^ {2}- \{ m49: (\d+), (.*) \}$/gm)].map(([, m49, rest]) => ({ id: -Number(m49), name: unquote(rest.match(/name: ("[^"]*"|[^,]+)/)[1]), iso3: rest.match(/(?:^|, )iso3: ([A-Z]{3})/)[1] }));
  const successions = [...yaml.matchAll(/^ {2}- \{ from: (\d+), to: (\d+), date: (\d{4})-(\d{2})-(\d{2}),/gm)].map(([, a, b, year, month, day]) => ({
    from: Number(a), to: Number(b), year: Number(year), wholeYear: month === '01' && day === '01',
  }));
  if (states.size < 200 || successions.length < 40) throw new Error('data/reference/states.yaml no longer has one state or succession a line: mend readStates.');
  return { states, others, successions };
}

/** Former states: { id, iso3, name, from, to, outlines } with the id and code that the table of states has for them (the Soviet Union is 365, RUS), and points for those whose land is part of another outline. */
export function formerStates({ states, successions }, drawn) {
  const recent = successions.filter(one => one.year > FIRST && !notLand.has(`${one.from}-${one.to}`));
  const groups = new Map();
  for (const one of recent) {
    const [before, after] = [states.get(one.from), states.get(one.to)];
    if (!after.iso3 || !drawn.has(after.iso3) || capitals.has(before.id)) continue;
    const began = from.get(`${one.from}-${one.to}`) ?? Math.max(FIRST, ...successions.filter(other => other.to === one.from && other.year < one.year).map(other => other.year));
    const to = one.wholeYear ? one.year - 1 : one.year;
    const key = `${before.id} ${began} ${to}`;
    if (!groups.has(key)) groups.set(key, { id: before.id, iso3: before.iso3, name: called[before.id]?.(to) ?? before.name, from: began, to, outlines: [] });
    groups.get(key).outlines.push(after.iso3);
  }

  const points = [...capitals].map(([id, [lon, lat]]) => {
    const state = states.get(id);
    const end = successions.find(one => one.from === id);
    const start = successions.find(one => one.to === id);
    return { id, iso3: state.iso3, name: state.name, lon, lat, from: Math.max(FIRST, start?.year ?? FIRST), to: end.year };
  });
  return { groups: [...groups.values()].sort((a, b) => a.id - b.id || a.to - b.to), points };
}
