import type { Indicators } from '#domain/indicator.ts';
import type { Message } from '#domain/notes.ts';
import { hoursText, percentText } from '#i18n/figures.ts';
import type { Locale } from '#i18n/message.ts';
import { diagnose, type Diagnosis } from '#workers/jobs/diagnose/diagnose.ts';
import { prepareTerritory } from '#workers/jobs/prepare/prepare.ts';
import { DEMO_NAME, demoRequest } from './demo-request.ts';

const COVERAGE_SENTENCES = {
	car: 'headline_coverage_car',
	bike: 'headline_coverage_bike',
	foot: 'headline_coverage_foot'
} as const;

/** The embedded demo territory, prepared and diagnosed in memory by the same path as anybody's files. */
export async function diagnoseDemo(
	onStep: (message: Message) => void = () => {}
): Promise<Diagnosis & { readonly folder: ReadonlyMap<string, Uint8Array> }> {
	const { files } = await prepareTerritory(await demoRequest(), { onStep, onProgress: () => {} });
	const folder = {
		has: async (path: string) => files.has(path),
		read: async (path: string) => files.get(path) ?? new Uint8Array()
	};
	return { ...(await diagnose(folder, DEMO_NAME)), folder: files };
}

/** The headline figures of a territory, sentence by sentence; a figure that is not known has no sentence. */
export function headlines(
	{ territory, population, sites, coverage, openings, open_at, travel }: Indicators,
	locale: Locale
): Message[] {
	const mode = travel.default_mode;
	const minutes = travel.default_cutoff_minutes;
	const percent = (share: number) => percentText(share, locale);
	const said: Message[] = [
		{
			code: territory.fictional ? 'headline_fictional' : 'headline_territory',
			params: {
				name: territory.name,
				communes: territory.communes,
				people: Math.round(population.total),
				count: sites.counted
			}
		}
	];
	const at = coverage.find((entry) => entry.mode === mode && entry.cutoff_minutes === minutes);
	if (at?.share != null) said.push({ code: COVERAGE_SENTENCES[mode], params: { percent: percent(at.share), minutes } });
	const half = openings.find((entry) => entry.mode === mode && entry.cutoff_minutes === minutes);
	if (half?.median_weekly_hours != null) {
		said.push({ code: 'headline_openings', params: { hours: hoursText(half.median_weekly_hours, locale), minutes } });
	}
	const saturday = open_at.find((entry) => entry.mode === mode && entry.moment === 'Sa 15:00');
	if (saturday?.share != null && saturday.sites_open !== null) {
		const params = {
			count: saturday.sites_open,
			known: saturday.sites_with_known_hours,
			percent: percent(saturday.share),
			minutes
		};
		said.push({ code: 'headline_saturday', params });
	}
	return said;
}
