// Import, matrix and scoring of the demonstration territory and of three real ones, their headline figures, and agreement with OSRM.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { DEFAULT_PROFILES } from '#domain/default-profiles.ts';
import type { Indicators } from '#domain/indicator.ts';
import { osrmAgreement } from './osrm.ts';

interface Measured {
	readonly name: string;
	readonly seconds: Readonly<Record<string, number>>;
	readonly peakMebibytes: number;
	readonly indicators: Indicators;
}

const NAMES = ['demo', 'mel', 'isere', 'porto-alegre'];
const one = join(import.meta.dirname, 'one.ts');
const measured = NAMES.flatMap((name): Measured[] => {
	const run = spawnSync(process.execPath, ['--import', 'tsx', one, name], {
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'inherit']
	});
	if (run.status !== 0) throw new Error(`${name} failed`);
	return run.stdout.trim() === '' ? [] : [JSON.parse(run.stdout) as Measured];
});

const percent = (share: number | null | undefined) =>
	share === null || share === undefined ? '–' : `${(100 * share).toFixed(1)} %`;
const coverage = ({ coverage }: Indicators, minutes: number, mode = 'car') =>
	percent(coverage.find((entry) => entry.mode === mode && entry.cutoff_minutes === minutes)?.share);

console.log('Times in seconds, first run of a fresh process; peak memory of the process.');
console.table(
	Object.fromEntries(
		measured.map(({ name, seconds, peakMebibytes }) => [
			name,
			{
				...Object.fromEntries(Object.entries(seconds).map(([step, value]) => [`${step} (s)`, value.toFixed(2)])),
				'peak (MiB)': Math.round(peakMebibytes)
			}
		])
	)
);

console.log('Headline figures.');
console.table(
	Object.fromEntries(
		measured.map(({ name, indicators }) => [
			name,
			{
				origin: indicators.travel.origin,
				people: indicators.population.total,
				municipale: indicators.population.municipale ?? '–',
				unattached: indicators.population.unattached,
				'sites kept': indicators.sites.kept,
				rejected: indicators.sites.rejected,
				'with hours': indicators.sites.with_hours,
				counted: indicators.sites.counted,
				'car 5 min': coverage(indicators, 5),
				'car 15 min': coverage(indicators, 15),
				'foot 15 min': coverage(indicators, 15, 'foot'),
				'half have, foot 15 (h)':
					indicators.openings.find(({ mode, cutoff_minutes }) => mode === 'foot' && cutoff_minutes === 15)
						?.median_weekly_hours ?? '–'
			}
		])
	)
);

const usable = ({ usable_hours }: Indicators, profile: string, mode: string) => {
	const found = usable_hours.find(
		(entry) => entry.profile === profile && entry.mode === mode && entry.cutoff_minutes === 15
	);
	if (found === undefined || found.median_hours === null || found.people_without === null) return '–';
	return `${found.median_hours.toFixed(1)} h, ${percent(found.people_without / found.of_people)} none`;
};
console.log(
	'Usable hours at 15 min, term week: at least half have; and who has none. Profiles overlap and are never added.'
);
console.table(
	Object.fromEntries(
		DEFAULT_PROFILES.map(({ id }) => [
			id,
			Object.fromEntries(
				measured.flatMap(({ name, indicators }) =>
					indicators.travel.modes.map(({ mode }) => [`${name}, ${mode}`, usable(indicators, id, mode)])
				)
			)
		])
	)
);

console.log('Under-served sectors, at the default mode and cutoff of each territory.');
console.table(
	Object.fromEntries(
		measured.map(({ name, indicators: { sectors } }) => [
			name,
			{
				mode: sectors.threshold.mode,
				'cutoff (min)': sectors.threshold.cutoff_minutes,
				sectors: sectors.list.length,
				'people in them': Math.round(sectors.people.in_sectors),
				distance: Math.round(sectors.people.below_by_cause.distance),
				hours: sectors.people.below_by_cause.hours === null ? '–' : Math.round(sectors.people.below_by_cause.hours),
				capacity:
					sectors.people.below_by_cause.capacity === null ? '–' : Math.round(sectors.people.below_by_cause.capacity)
			}
		])
	)
);

console.log('Agreement with OSRM 5.27 (car), same roads and points.');
console.table(Object.fromEntries((await osrmAgreement()).map(({ network, ...figures }) => [network, figures])));
