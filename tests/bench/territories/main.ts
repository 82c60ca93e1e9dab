// Import, matrix and scoring of the three real territories, their headline figures, and agreement with OSRM.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Indicators } from '#domain/indicator.ts';
import { osrmAgreement } from './osrm.ts';

interface Measured {
	readonly name: string;
	readonly seconds: Readonly<Record<string, number>>;
	readonly peakMebibytes: number;
	readonly indicators: Indicators;
}

const NAMES = ['mel', 'isere', 'porto-alegre'];
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

console.log('Agreement with OSRM 5.27 (car), same roads and points.');
console.table(Object.fromEntries((await osrmAgreement()).map(({ network, ...figures }) => [network, figures])));
