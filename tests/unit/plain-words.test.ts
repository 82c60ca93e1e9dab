import { describe, expect, it } from 'vitest';
import type { Basemap } from '#domain/basemap.ts';
import { heldQuotes, plainWords } from '#domain/plain-words.ts';
import type { Scenario } from '#domain/scenario.ts';
import { readSiteHours, writeSiteHours } from '#io/project/hours-json.ts';
import { readProject } from '#io/project/project-schema.ts';
import { readScenarioFile, writeScenarioFile } from '#io/scenario/scenario-json.ts';
import { readBasemap, writeBasemap } from '#io/territory-folder/basemap-json.ts';
import { writeMessage, writeNote } from '#i18n/message.ts';
import { newScenario, withChanges } from '../../src/lib/state/scenario-list.ts';

/** Unicode 16, UAX 9: every character that sets the direction of a text, seen or not by its reader. */
const DIRECTIONS = [
	...['\u061c', '\u200e', '\u200f'],
	...['\u202a', '\u202b', '\u202c', '\u202d', '\u202e'],
	...['\u2066', '\u2067', '\u2068', '\u2069']
];
const HOSTILE = `Gare ${DIRECTIONS.join('')}373 501\u202e`;
const PLAIN = 'Gare 373 501';

describe('words of a file or of a user', () => {
	it('turn nothing around, and hide nothing', () => {
		for (const mark of DIRECTIONS) expect(plainWords(`a${mark}b`)).toBe('ab');
		for (const unseen of ['\u0000', '\u0007', '\u001b', '\u0085', '\u200b', '\u2060', '\u2064', '\ufeff', '\u{e0041}'])
			expect(plainWords(`a${unseen}b`)).toBe('ab');
		expect(plainWords(null)).toBeNull();
	});

	it('keep what French quotes hold on the line of its quotes', () => {
		expect(heldQuotes('au format « Filosofi 2019, carreaux », lu')).toBe(
			'au format «\u00a0Filosofi 2019, carreaux\u00a0», lu'
		);
		const held = '«\u00a0Filosofi\u202f»';
		expect(heldQuotes(held)).toBe(held);
	});

	it('keep what words are made of', () => {
		// Accents apart from their letters, narrow spaces, a soft hyphen, an emoji of several, words of other scripts, lines and columns.
		const words = [
			'L’Haÿ-les-Roses',
			'e\u0301te\u0301',
			'1\u202f234\u00a0m²',
			'média\u00adthèque',
			'👩\u200d🏫',
			'مكتبة',
			'a\tb\r\nc'
		];
		for (const word of words) expect(plainWords(word)).toBe(word);
	});

	it('in the file of a scenario: its name, its places, the text of its hours', () => {
		const list = withChanges([newScenario('s1', HOSTILE)], 's1', [
			{
				kind: 'bookmobile-stop',
				site: {
					id: 'new-1',
					name: HOSTILE,
					kind: 'bookmobile-stop',
					position: [5, 45],
					communeCode: null,
					communeName: HOSTILE,
					surfaceSquareMetres: null
				},
				rounds: { weekday: 1, start: 600, end: 720, weeks: 'every', inSchoolHolidays: false }
			}
		]);
		const [scenario] = list as readonly [Scenario];
		const written = writeScenarioFile(scenario, { name: HOSTILE, epciCode: null });
		const { scenario: read, territory } = readScenarioFile(written, '');
		const [{ change }] = read.modifications;
		expect([read.name, territory.name]).toEqual([PLAIN, PLAIN]);
		expect(change).toMatchObject({ site: { name: PLAIN, communeName: PLAIN } });
	});

	it('in a project: its name, its territory, the text of hours that were typed', () => {
		const written = {
			schema_version: 1,
			name: HOSTILE,
			saved_at: null,
			territory: { name: HOSTILE, epci_code: null },
			view: '',
			scenarios: [],
			documents: '',
			hours: ''
		};
		expect(readProject(written, '').content).toMatchObject({ name: PLAIN, territory: { name: PLAIN } });
		const row = { site_id: '1', opening_hours: 'We 14:00-18:00', hours_source_text: HOSTILE, hours_syntax: 'french' };
		const hours = readSiteHours(writeSiteHours([], [row]))?.hours ?? [];
		expect(hours[0].schedule?.sourceText).toBe(PLAIN);
	});

	it('among the names of the map', () => {
		const place = { name: HOSTILE, kind: 'village', position: [5, 45], population: null } as const;
		const basemap: Basemap = { roads: [], waterLines: [], waterAreas: [], places: [place] };
		expect(readBasemap(writeBasemap(basemap), 'basemap.json').places[0].name).toBe(PLAIN);
	});

	it('in a sentence of the app, whatever a file was called or held', () => {
		const message = { code: 'error_package_fetch', params: { url: HOSTILE, reason: HOSTILE } };
		expect(writeMessage(message, 'fr')).toContain(`${PLAIN}\u00a0: ${PLAIN}`);
		const note = { severity: 'info', message, file: HOSTILE, row: 3, column: HOSTILE, read: null } as const;
		expect(writeNote(note, 'fr')).not.toMatch(new RegExp(`[${DIRECTIONS.join('')}]`));
	});
});
