// The pages and their addresses, in the order of the menu.
import type { Component } from 'svelte';

export interface Room {
  path: string;
  name: string;
  /** What the page answers, for the first visit and for the title. */
  about: string;
  load: () => Promise<{ default: Component }>;
}

export const rooms: readonly Room[] = [
  { path: '/', name: 'World', about: 'Who votes with whom, who depends on whom, year by year on a map', load: () => import('./pages/world/World.svelte') },
  { path: '/dyad', name: 'Dyad', about: 'Any two states: votes, trade, alliances, arms, disputes', load: () => import('./pages/dyad/Dyad.svelte') },
  { path: '/camps', name: 'Camps', about: 'Strategic triangles, camps with membership probabilities, and who moved', load: () => import('./pages/camps/Camps.svelte') },
  { path: '/strategy', name: 'Strategy', about: 'Build a strategy, see whether it would work, what it costs, what would have to be true', load: () => import('./pages/strategy/Strategy.svelte') },
  { path: '/trade', name: 'Trade and gas', about: 'What a change of sanctions, trade costs or gas routes does', load: () => import('./pages/trade/Trade.svelte') },
  { path: '/claims', name: 'Claims', about: 'Are the figures in a text right?', load: () => import('./pages/claims/Claims.svelte') },
  { path: '/data', name: 'Data', about: 'Sources, licences, age and coverage of what is held', load: () => import('./pages/data/Data.svelte') },
];

export function roomOf(path: string): Room | undefined {
  return rooms.find((room) => (room.path === '/' ? path === '/' || path === '/world' : path === room.path || path.startsWith(`${room.path}/`)));
}
