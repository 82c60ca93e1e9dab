// What a question costs on the largest territory, and what the same figures cost worked out point by point with sets (tests/atlas-oracle.ts,
// which the property tests hold them to). Least of several runs, steps of the week apart; ratios are within this run.
import { loadavg } from 'node:os';
import { profileInForce } from '#domain/default-profiles.ts';
import {
	QUARTERS_PER_WEEK,
	type CutoffMinutes,
	type MapIndicator,
	type MapLevel,
	type Question
} from '#domain/question.ts';
import { answer } from '#workers/jobs/atlas/answer.ts';
import { atMoment } from '#workers/jobs/atlas/at-moment.ts';
import { profiles } from '#workers/jobs/atlas/hours/profiles.ts';
import { usable } from '#workers/jobs/atlas/hours/usable.ts';
import { weekHeat } from '#workers/jobs/atlas/hours/week-heat.ts';
import { paint } from '#workers/jobs/atlas/paint.ts';
import { weekStrip } from '#workers/jobs/atlas/week-strip.ts';
import { momentPlainly, openMinutesPlainly, peopleWhere, plainPoints } from '../../atlas-oracle.ts';
import { alone, everyoneEverywhere } from '../../atlas-session.ts';
import { quantile } from '../travel/measure.ts';
import { largeTerritory } from './territory.ts';

const RUNS = 12;
const { session, times } = largeTerritory();
globalThis.gc?.();
const heldBefore = process.memoryUsage();

async function leastMs(run: (turn: number) => Promise<unknown>, runs = RUNS): Promise<number> {
	let least = Infinity;
	for (let turn = 0; turn < runs; turn++) {
		const start = performance.now();
		await run(turn);
		least = Math.min(least, performance.now() - start);
	}
	return least;
}

// A question never asked before: one more site left out, so that nothing kept is of use.
let asked = 0;
const anew = (more: Partial<Question> = {}): Question => ({
	...everyoneEverywhere,
	minute: (3 * 1440 + 15 * 60) as Question['minute'],
	...more,
	supply: { ...everyoneEverywhere.supply, leftOut: [`s${asked++ % session.territory.sites.length}`] }
});
const same = { ...anew(), minute: (2 * 1440 + 15 * 60) as Question['minute'] };
const drawn = (question: Question, indicator: MapIndicator, level: MapLevel) =>
	paint(session, { question, indicator, level, resolution: 7 }, alone);
const moment = (quarter: number, level: MapLevel) => {
	const minute = (quarter * 15) as Question['minute'];
	return atMoment(session, { question: { ...same, minute }, indicator: 'open-now', level, resolution: 7 }, alone);
};

/** As nobody asked before: each turn stays longer on the spot. */
const edited = (turn: number) => ({ ...profileInForce('full-time', []), minimumVisitMinutes: 31 + turn });

const milliseconds = {
	'answer, new supply': await leastMs(() => answer(session, anew(), alone)),
	'answer, cursor moved': await leastMs((turn) =>
		answer(session, { ...same, minute: (turn * 15) as Question['minute'] }, alone)
	),
	'paint nearest, new supply': await leastMs(() => drawn(anew(), 'nearest', 'cells')),
	'paint hours, new cutoff': await leastMs((turn) =>
		drawn(anew({ cutoffMinutes: ([5, 10, 15, 20, 30] as CutoffMinutes[])[turn % 5] }), 'open-hours', 'cells')
	),
	'paint hours, hexagons': await leastMs(() => drawn(same, 'open-hours', 'hexagons')),
	'paint density, cells': await leastMs(() => drawn(same, 'density', 'cells')),
	'paint density, hexagons': await leastMs(() => drawn(same, 'density', 'hexagons')),
	'the week, new supply': await leastMs(() => weekStrip(session, anew(), alone)),
	'usable hours, new supply': await leastMs(() => usable(session, anew(), alone)),
	'usable hours, profile edited': await leastMs((turn) =>
		usable(session, { ...same, editedProfiles: [edited(turn)] }, alone)
	),
	'usable hours of the 7 profiles, new supply': await leastMs(() => profiles(session, anew(), alone)),
	'the week of a profile, new supply': await leastMs(() => weekHeat(session, { question: anew(), cell: null }, alone)),
	'the week of a cell': await leastMs((turn) => weekHeat(session, { question: same, cell: 1000 * turn }, alone)),
	'paint usable hours, new supply': await leastMs(() => drawn(anew(), 'usable-hours', 'cells'))
};
// Every step of the week by day, when sites are open: the median, and what nine in ten take at most.
const byDay = Array.from({ length: QUARTERS_PER_WEEK }, (_, quarter) => quarter).filter(
	(quarter) => quarter % 96 >= 36 && quarter % 96 < 72
);
const steps: Record<string, { 'median ms': number; 'nine in ten ms': number }> = {};
for (const level of ['cells', 'hexagons', 'communes'] as const) {
	const spent: number[] = [];
	for (const quarter of byDay) {
		const start = performance.now();
		await moment(quarter, level);
		spent.push(performance.now() - start);
	}
	steps[level] = { 'median ms': quantile(spent, 0.5), 'nine in ten ms': quantile(spent, 0.9) };
}
const peak = process.resourceUsage().maxRSS / 1024;
globalThis.gc?.();
const held = process.memoryUsage();

const timed = <Result>(run: () => Result): { ms: number; result: Result } => {
	const start = performance.now();
	const result = run();
	return { ms: performance.now() - start, result };
};
const points = timed(() => plainPoints(session, same, times));
const coverage = timed(() => peopleWhere(points.result, ({ sites }) => sites.size > 0));
const union = timed(() => points.result.map((point) => openMinutesPlainly(session, same, point)));
const one = timed(() => momentPlainly(session, same, points.result, same.minute));
const { whole } = await answer(session, same, alone);
const agree =
	Math.abs((whole.coverage.people ?? 0) - coverage.result) < 1e-6 * coverage.result &&
	Math.abs((whole.moment.people ?? 0) - one.result) < 1e-6 * one.result;

const round = (value: number, digits = 1) => Number(value.toFixed(digits));
console.log(
	`60,000 cells × 600 sites, 20 in reach, 500 communes. Load of the machine: ${round(loadavg()[0])} (2 processors).`
);
console.table(Object.fromEntries(Object.entries(milliseconds).map(([step, ms]) => [step, { ms: round(ms, 2) }])));
console.log('A step of the week, from 9:00 to 18:00:');
console.table(
	Object.fromEntries(
		Object.entries(steps).map(([level, step]) => [
			level,
			{ 'median ms': round(step['median ms'], 2), 'nine in ten ms': round(step['nine in ten ms'], 2) }
		])
	)
);
console.log(
	`Peak memory of the process: ${Math.round(peak)} MiB; kept by questions asked: ${round((held.heapUsed + held.arrayBuffers - heldBefore.heapUsed - heldBefore.arrayBuffers) / 2 ** 20)} MiB.`
);
const plainAnswer = points.ms + coverage.ms + union.ms + one.ms;
console.log(`Point by point with sets (${agree ? 'same figures' : 'FIGURES DIFFER'}):`);
console.table({
	'whole of an answer, without its communes': {
		ms: Math.round(plainAnswer),
		times: round(plainAnswer / milliseconds['answer, new supply'])
	},
	'one moment, sites in reach known': {
		ms: round(one.ms),
		times: round(one.ms / steps.cells['median ms'])
	},
	'the week, 672 such moments': {
		ms: Math.round(one.ms * QUARTERS_PER_WEEK),
		times: Math.round((one.ms * QUARTERS_PER_WEEK) / milliseconds['the week, new supply'])
	}
});
