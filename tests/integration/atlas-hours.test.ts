import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { TABLE_COLUMNS } from '#domain/table-columns.ts';
import type { MinuteOfWeek } from '#domain/units.ts';
import { FOLDER_FILES } from '#io/territory-folder/files.ts';
import { exportTable } from '#workers/jobs/atlas/export-table.ts';
import { atlasHandlers } from '#workers/jobs/atlas/handlers.ts';
import { hoursTable } from '#workers/jobs/atlas/hours/hours-table.ts';
import { openSession } from '#workers/jobs/atlas/open.ts';
import type { AtlasSession } from '#workers/jobs/atlas/session.ts';
import { sectors } from '#workers/jobs/atlas/supply/sectors.ts';
import type { JobHandlers } from '#workers/protocol.ts';
import { prepareTerritory } from '#workers/jobs/prepare/prepare.ts';
import { demoRequest } from '../../src/cli/demo-request.ts';
import { alone } from '../atlas-session.ts';
import { questionOf } from '../question.ts';
import { scheduleOf } from '../scheduled-session.ts';

const X = 'Tu,Th 16:00-18:30; We 10:00-12:00,14:00-18:00; Sa 10:00-12:30';
type Sites = { features: { properties: Record<string, unknown> }[] };

let files: ReadonlyMap<string, Uint8Array>;
let session: AtlasSession;
const openedWith = (changed: ReadonlyMap<string, Uint8Array>) =>
	openSession(
		{
			has: async (path) => files.has(path),
			read: async (path) => changed.get(path) ?? files.get(path) ?? new Uint8Array()
		},
		'demo'
	);
const question = questionOf({ minute: (5 * 1440 + 11 * 60) as MinuteOfWeek });

const figuresOf = async ({ answer, usable, weekStrip, hoursTable: table, supply, sectors: found }: JobHandlers) => [
	await answer?.(question, alone),
	await usable?.(question, alone),
	await weekStrip?.(question, alone),
	await table?.(question, alone),
	await supply?.(question, alone),
	await found?.(question, alone)
];

beforeAll(async () => {
	({ files } = await prepareTerritory(await demoRequest(), { onStep: () => {}, onProgress: () => {} }));
	session = await openedWith(new Map());
});

describe('hours that the user corrects on the demonstration territory', () => {
	it('answer as the folder that has them, and none as the folder as it is', async () => {
		const ranks = [0, 3, 7];
		const sites = JSON.parse(new TextDecoder().decode(files.get(FOLDER_FILES.sites))) as Sites;
		ranks.forEach((rank) => {
			const { properties } = sites.features[rank];
			properties.opening_hours = rank === 3 ? null : X;
			properties.hours_source_text = null;
		});
		const written = new TextEncoder().encode(JSON.stringify(sites));
		const anew = await openedWith(new Map([[FOLDER_FILES.sites, written]]));
		expect(ranks.map((rank) => anew.weeks.term.weeklyHours[rank])).toEqual([13.5, null, 13.5]);

		const handlers = atlasHandlers(async () => session);
		const { openTerritory, correctHours } = handlers;
		if (!openTerritory || !correctHours) throw new Error('a job is missing');
		await expect(correctHours([], alone)).rejects.toThrow('No territory is open');
		await openTerritory({ kind: 'folder', name: 'demo', files: [] }, alone);
		const ask = () => figuresOf(handlers);
		const before = structuredClone(await ask());
		const corrections = ranks.map((rank) => ({
			siteId: session.territory.sites[rank].id,
			schedule: scheduleOf(rank === 3 ? null : X)
		}));
		const { response: summary } = await correctHours(corrections, alone);
		expect(summary).toEqual(anew.summary);
		const after = await ask();
		after.forEach((figures, rank) => expect(figures).not.toEqual(before[rank]));
		const other = atlasHandlers(async () => anew);
		await other.openTerritory?.({ kind: 'folder', name: 'demo', files: [] }, alone);
		expect(after).toEqual(await figuresOf(other));
		expect((await correctHours([], alone)).response).toBe(session.summary);
		expect(await ask()).toEqual(before);
	});

	it('are refused whole where one is of no site', async () => {
		const handlers = atlasHandlers(async () => session);
		await handlers.openTerritory?.({ kind: 'folder', name: 'demo', files: [] }, alone);
		const wrong = [
			{ siteId: session.territory.sites[0].id, schedule: null },
			{ siteId: 'nowhere', schedule: null }
		];
		await expect(handlers.correctHours?.(wrong, alone)).rejects.toMatchObject({
			detail: { code: 'error_correction_site', params: { read: 'nowhere' } }
		});
		const card = await handlers.siteCard?.({ question, site: 0 }, alone);
		expect(card?.response.schedule).toEqual(session.territory.sites[0].schedule);
	});
});

describe('the tables of hours and of sectors in files', () => {
	const textOf = async (table: 'hours' | 'sectors', format: 'csv' | 'geojson') => {
		const words = { yes: 'oui', no: 'non', library: 'bibliothèque', distance: 'l’éloignement' };
		const request = { question, table, format, headings: TABLE_COLUMNS[table], words, about: ['Territoire fictif'] };
		return new TextDecoder().decode((await exportTable(session, request, alone)).bytes);
	};
	const rowsOf = (text: string) =>
		Papa.parse<Record<string, string>>(text, { header: true, delimiter: ';', skipEmptyLines: true }).data.slice(0, -1);
	const numberOf = (cell: string) => (cell === '' ? null : Number(cell.replace(',', '.')));
	const rounded = (value: number | null, decimals: number) => (value === null ? null : Number(value.toFixed(decimals)));

	it('hold the figures of the table of hours, blank where they are not known', async () => {
		const table = await hoursTable(session, question, alone);
		const rows = rowsOf(await textOf('hours', 'csv'));
		expect(rows).toHaveLength(table.rows.length);
		rows.forEach((row, rank) => {
			const { site, weeklyHours, byMoment, year, peopleWithin, onlyHerePersonHours, counted } = table.rows[rank];
			expect(row.id).toBe(session.territory.sites[site].id);
			expect(row.counted).toBe(counted ? 'oui' : 'non');
			expect(numberOf(row['hours-week'])).toBe(rounded(weeklyHours, 2));
			expect(numberOf(row['hours-weekday-evening'])).toBe(rounded(byMoment && byMoment['weekday-evening'] / 60, 2));
			expect(numberOf(row['year-hours'])).toBe(rounded(year?.hours ?? null, 2));
			expect(row['year-known-to']).toBe(year?.knownTo ?? '');
			expect(numberOf(row['profile-people-within'])).toBe(rounded(peopleWithin, 1));
			expect(numberOf(row['profile-hours-only-here'])).toBe(rounded(onlyHerePersonHours, 1));
		});
		const { features } = JSON.parse(await textOf('hours', 'geojson'));
		expect(features).toHaveLength(rows.length);
		expect(features[0].geometry.type).toBe('Point');
		expect(features[0].properties.hours_week).toBe(table.rows[0].weeklyHours);
	});

	it('hold the sectors with their grounds, alphabetical, people by cause adding up to theirs', async () => {
		const found = await sectors(session, question, alone);
		const rows = rowsOf(await textOf('sectors', 'csv'));
		expect(rows.map(({ name }) => name)).toEqual(found.sectors.map(({ name }) => name));
		expect(rows.length).toBeGreaterThan(0);
		rows.forEach((row, rank) => {
			const sector = found.sectors[rank];
			const parts = ['people-distance', 'people-hours', 'people-capacity', 'people-taken-in'];
			const sum = parts.reduce((total, part) => total + Number(numberOf(row[part])), 0);
			expect(Math.abs(sum - Number(numberOf(row.people)))).toBeLessThan(0.3);
			expect(numberOf(row.people)).toBe(rounded(sector.people, 1));
			expect(row['main-cause']).toBe(sector.mainCause === 'distance' ? 'l’éloignement' : (sector.mainCause ?? ''));
			expect(row.communes.split(', ')).toHaveLength(sector.communeCodes.length);
			expect(row.rank).toBe(String(sector.rankAgents));
		});
		const { features, about } = JSON.parse(await textOf('sectors', 'geojson'));
		expect(about).toEqual(['Territoire fictif']);
		expect(features.map((feature: { geometry: { type: string } }) => feature.geometry.type)).toEqual(
			rows.map(() => 'MultiPolygon')
		);
	});
});
