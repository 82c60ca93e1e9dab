// What usable hours cost on the largest territory: every point, six profiles, four weeks, three cutoffs; then one site's hours changed. The
// same figures visit by visit (tests/usable-hours-plain.ts, which the property tests hold them to) for some of the points. Least of several runs.
import { loadavg } from 'node:os';
import { DEFAULT_PROFILES } from '#domain/default-profiles.ts';
import { marginalHours } from '#core/hours/marginal.ts';
import { packOpenings } from '#core/hours/openings-kernel.ts';
import type { PeopleOfProfile } from '#core/hours/profile-weights.ts';
import { freeWindows } from '#core/hours/profiles.ts';
import { pointsInReach, usableHours, usableHoursOfTouched, usableSecondsByMoment } from '#core/hours/usable-hours.ts';
import { possibleVisits } from '#core/hours/visits.ts';
import { usableSecondsPlainly, type PlainTrip, type Span } from '../../usable-hours-plain.ts';
import { bytesOf, least, timings } from '../travel/measure.ts';
import { IN_REACH, POINTS, roundTrips, SITES, WEEKS, weekOfSite } from './territory.ts';

const CUTOFFS = [600, 900, 1800];
const WEEK_KIND = ['term', 'small-holidays', 'summer', 'term'] as const;
const PLAIN_EVERY = 150;

const reach = roundTrips();
const weeks = Array.from({ length: WEEKS }, () => Array.from({ length: SITES }, weekOfSite));
const profiles = DEFAULT_PROFILES.filter(({ id }) => id !== 'job-seeker');
const tasks = profiles.flatMap((profile) =>
	WEEK_KIND.map((kind, week) => ({
		week,
		windows: freeWindows(profile, kind),
		minimumVisitMinutes: profile.minimumVisitMinutes
	}))
);
const visitsNow = () => possibleVisits(weeks.map(packOpenings), tasks);

globalThis.gc?.();
const residentBefore = process.memoryUsage().rss;
const full = least(timings(5, () => usableHours(reach, visitsNow(), CUTOFFS)));
const peak = process.resourceUsage().maxRSS * 1024;
const before = usableHours(reach, visitsNow(), CUTOFFS);

const index = pointsInReach(reach);
const changed = SITES / 2;
const touched = index.points.slice(index.first[changed], index.first[changed + 1]);
for (const week of weeks) week[changed] = weekOfSite();
let rows = before;
const oneSite = least(timings(15, () => (rows = usableHoursOfTouched(reach, visitsNow(), CUTOFFS, touched))));
const compiled = least(timings(15, visitsNow));

const after = usableHours(reach, visitsNow(), CUTOFFS);
const blocks = tasks.length * CUTOFFS.length;
const updated = before.seconds.slice();
for (let block = 0; block < blocks; block++) {
	touched.forEach((point, row) => (updated[block * POINTS + point] = rows.seconds[block * touched.length + row]));
}
const sameUpdate = updated.every((seconds, at) => seconds === after.seconds[at]);

const oneTask = possibleVisits([packOpenings(weeks[0])], [tasks[0]]);
const byMoment = least(timings(5, () => usableSecondsByMoment(reach, oneTask, 900, 0)));
const people = new Float64Array(POINTS).fill(1) as PeopleOfProfile<'full-time'>;
const marginal = least(
	timings(5, () =>
		marginalHours(reach, oneTask, packOpenings(weeks[0]), 900, { profile: 'full-time', people, basis: 'ages' })
	)
);

const spansOf = (flat: ArrayLike<number>) =>
	Array.from({ length: flat.length / 2 }, (_, rank): Span => [flat[2 * rank], flat[2 * rank + 1]]);
const openings = weeks.map((week) => week.map(spansOf));
const plainTasks = tasks.map((task) => ({ ...task, openings: openings[task.week], windows: spansOf(task.windows) }));
let samePlain = true;
const start = performance.now();
for (let point = 0; point < POINTS; point += PLAIN_EVERY) {
	const trips = Array.from({ length: IN_REACH }, (_, rank): PlainTrip => {
		const entry = reach.first[point] + rank;
		return { site: reach.site[entry], go: reach.toSite[entry], back: reach.fromSite[entry] };
	});
	plainTasks.forEach((task, rank) =>
		CUTOFFS.forEach((cutoff, at) => {
			const plain = usableSecondsPlainly(trips, task, cutoff);
			samePlain &&= plain === after.seconds[(rank * CUTOFFS.length + at) * POINTS + point];
		})
	);
}
const plain = (performance.now() - start) * PLAIN_EVERY;

const round = (value: number, digits = 0) => Number(value.toFixed(digits));
const mebibytes = (bytes: number) => round(bytes / 2 ** 20, 1);
console.log(
	`${POINTS} points × ${SITES} sites, ${IN_REACH} in reach; ${profiles.length} profiles × ${WEEKS} weeks × ${CUTOFFS.length} cutoffs. Load of the machine: ${round(loadavg()[0], 1)} (2 processors).`
);
console.table({
	'all points, all questions': { ms: round(full) },
	[`one site's hours changed (${touched.length} points)`]: { ms: round(oneSite, 1) },
	'of which laying out the openings': { ms: round(compiled, 1) },
	'by moment, one profile, one week': { ms: round(byMoment) },
	'what each site and opening alone gives, one profile, one week': { ms: round(marginal) },
	[`visit by visit (${POINTS / PLAIN_EVERY} points, taken ${PLAIN_EVERY} times)`]: { ms: round(plain) }
});
console.log(
	`The plain way takes ${round(plain / full, 1)} times as long (${samePlain ? 'same figures' : 'FIGURES DIFFER'}); the update is ${sameUpdate ? 'what a whole computation gives' : 'NOT WHAT A WHOLE COMPUTATION GIVES'}.`
);
console.log(
	`Memory: ${mebibytes(peak - residentBefore)} MiB more than before at the peak, of which answers ${mebibytes(bytesOf(before))} MiB, openings laid out ${mebibytes(bytesOf(visitsNow()))} MiB.`
);
