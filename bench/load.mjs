// Load on a running desk: fifty readers at once who ask what is kept, and beside them dyads that nobody has asked for yet.
//   node bench/load.mjs http://127.0.0.1:8750 [seconds] [process id of the server]
import { Agent, request } from 'node:http';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

const [base = 'http://127.0.0.1:8750', seconds = '20', pid] = process.argv.slice(2);
const READERS = 50;
const agent = new Agent({ keepAlive: true, maxSockets: READERS + 4 });
const kept = [
  '/', '/api/v1/map/align?party=USA&since=1946', '/api/v1/align?a=RUS&b=CHN&since=1946', '/api/v1/align?a=USA&b=FRA&since=1946', '/api/v1/depend?a=RUS&on=CHN&since=2000',
  '/api/v1/ties?a=USA&b=JPN', '/api/v1/triangle?state=USA&state=CHN&state=RUS', '/api/v1/data/list', '/api/v1/figures',
];
const states = 'AFG AGO ALB ARE ARG ARM AUS AUT AZE BEL BGD BGR BHR BLR BOL BRA CAN CHE CHL CMR COL CRI CUB CYP CZE DEU DNK DOM DZA ECU EGY ESP EST ETH FIN FRA GBR GEO GHA GRC GTM HRV HUN IDN IND IRL IRN IRQ ISL ISR ITA JAM JOR JPN KAZ KEN KGZ KHM KOR KWT LAO LBN LKA LTU LVA MAR MDA MEX MMR MNG MYS NGA NIC NLD NOR NPL NZL OMN PAK PAN PER PHL POL PRT PRY QAT ROU SAU SEN SGP SVK SVN SWE SYR THA TUN TUR TZA UGA UKR URY UZB VEN VNM ZAF ZMB ZWE'.split(' ');

function get(path) {
  return new Promise((resolve) => {
    const start = performance.now();
    const sent = request(base + path, { agent, headers: { 'accept-encoding': 'br' } }, (response) => {
      let bytes = 0;
      response.on('data', (chunk) => (bytes += chunk.length));
      response.on('end', () => resolve({ milliseconds: performance.now() - start, status: response.statusCode, bytes }));
    });
    sent.on('error', () => resolve({ milliseconds: performance.now() - start, status: 0, bytes: 0 }));
    sent.end();
  });
}

const memory = () => (pid ? Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024 : NaN);
const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
const told = (name, all) => {
  const times = all.map((one) => one.milliseconds).sort((a, b) => a - b);
  const wrong = all.filter((one) => one.status !== 200).length;
  console.log(`${name}: ${all.length} answers, ${wrong} not 200; p50 ${quantile(times, 0.5).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms, p99 ${quantile(times, 0.99).toFixed(1)} ms, slowest ${times.at(-1)?.toFixed(0)} ms`);
};

for (const path of kept) await get(path);
const before = memory();
const until = performance.now() + Number(seconds) * 1000;
const [cached, fresh] = [[], []];
let pair = Math.floor(Math.random() * 10_000);

// Readers of pages pause between two looks; fifty that never pause would measure the client.
const reader = async (index) => {
  await new Promise((resolve) => setTimeout(resolve, index * 10));
  for (let turn = index; performance.now() < until; turn++) {
    cached.push(await get(kept[turn % kept.length]));
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};
const newcomer = async () => {
  while (performance.now() < until) {
    const [a, b] = [states[pair % states.length], states[Math.floor(pair / states.length + 1 + pair) % states.length]];
    pair += 1;
    if (a !== b) fresh.push(await get(`/api/v1/align?a=${a}&b=${b}&since=1946`));
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
};
await Promise.all([...Array(READERS).keys()].map(reader).concat([newcomer(), newcomer()]));
told(`kept, ${READERS} readers`, cached);
told('dyads asked for the first time', fresh);
if (pid) console.log(`memory of the server: ${before.toFixed(0)} MB before, ${memory().toFixed(0)} MB after`);
agent.destroy();
