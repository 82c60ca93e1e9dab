import { describe, expect, it } from 'vitest';
import { DEFAULT_COSTS, NO_COST_SAID } from '#domain/cost.ts';
import { MaillageError, type Message } from '#domain/notes.ts';
import { readScenarioFile, writeScenarioFile } from '#io/scenario/scenario-json.ts';

/** A scenario written by hand, with what must be there alone. */
const HAND_MADE = {
	format: 'maillage-scenario',
	schema_version: 1,
	territory: { name: 'Entre-Val-et-Monts', epci_code: null },
	scenario: {
		id: 'samedi',
		name: 'Ouvrir le samedi',
		modifications: [
			{ id: 'a', on: true, change: { kind: 'hours', site_id: 'L1', opening_hours: 'Tu 16:00-18:30; Sa 10:00-12:00' } },
			{ id: 'b', on: false, change: { kind: 'close', site_id: 'L2' }, cost: { running_euros_per_year: -1200 } }
		] as unknown[]
	} as Record<string, unknown>
};

const bytes = (content: unknown) => new TextEncoder().encode(JSON.stringify(content));
const read = (content: unknown) => readScenarioFile(bytes(content), 'scenario.json');
const withModifications = (...modifications: unknown[]) =>
	read({ ...HAND_MADE, scenario: { ...HAND_MADE.scenario, modifications } });
const closing = { id: 'a', on: true, change: { kind: 'close', site_id: 'L2' } };

function refusal(act: () => unknown): Message & { file: string | null } {
	try {
		act();
	} catch (error) {
		if (error instanceof MaillageError) return { ...error.detail, file: error.file };
	}
	throw new Error('it was read');
}

describe('a scenario file', () => {
	it('made by hand needs neither costs nor a source of its hours', () => {
		const { scenario, territory, notes } = read(HAND_MADE);
		expect(notes).toEqual([]);
		expect(territory).toEqual({ name: 'Entre-Val-et-Monts', epciCode: null });
		expect(scenario.costs).toEqual(DEFAULT_COSTS);
		const [hours, close] = scenario.modifications;
		expect(hours.change).toMatchObject({
			siteId: 'L1',
			schedule: {
				syntax: 'osm',
				sourceText: 'Tu 16:00-18:30; Sa 10:00-12:00',
				rules: [{ weekdays: [{ from: 1 }], times: [{ start: 960, end: 1110 }] }, { weekdays: [{ from: 5 }] }]
			}
		});
		expect(close).toEqual({
			id: 'b',
			on: false,
			change: { kind: 'close', siteId: 'L2' },
			cost: { ...NO_COST_SAID, runningEurosPerYear: -1200 }
		});
	});

	it('is readable: one member a line, hours and clock times as they are said', () => {
		const site = {
			id: 'new-1',
			name: 'Place du marché',
			kind: 'bookmobile-stop',
			position: [3.05, 50.62],
			communeCode: null,
			communeName: null,
			surfaceSquareMetres: null
		} as const;
		const rounds = { weekday: 1, start: 960, end: 1020, weeks: 'odd', inSchoolHolidays: false } as const;
		const change = { kind: 'bookmobile-stop', site, rounds } as const;
		const modifications = [{ id: 'a', on: true, change, cost: NO_COST_SAID }];
		const scenario = { id: 's', name: 'Bibliobus', modifications, costs: DEFAULT_COSTS };
		const text = new TextDecoder().decode(writeScenarioFile(scenario, { name: 'T', epciCode: null }));
		expect(text).toContain('"weekday": "Tu",\n');
		expect(text).toContain('"start": "16:00",\n');
		expect(text).not.toContain('"cost"');
	});

	it('keeps a schedule that is never open apart from hours that nobody decided', () => {
		const site = { id: 'new-1', name: '', kind: 'branch', lon: 0, lat: 0, commune_code: null, commune_name: null };
		const add = (opening_hours: string | null) =>
			withModifications({
				...closing,
				change: { kind: 'add', site: { ...site, surface_square_metres: null, opening_hours } }
			}).scenario.modifications[0].change;
		expect(add('')).toMatchObject({ site: { schedule: { rules: [] } } });
		expect(add(null)).toMatchObject({ site: { schedule: null } });
	});

	it('leaves out, with a note, a modification of a kind to come; the others go on', () => {
		const later = { id: 'z', change: { kind: 'fly' } };
		const { scenario, notes } = withModifications(later, closing);
		expect(scenario.modifications.map(({ id }) => id)).toEqual(['a']);
		expect(notes).toHaveLength(1);
		expect(notes[0]).toMatchObject({
			severity: 'rejected',
			file: 'scenario.json',
			read: 'fly',
			message: { code: 'note_scenario_kind_unknown', params: { rank: '1', kind: 'fly' } }
		});
	});
});

describe('what is no scenario file', () => {
	it.each([
		['no JSON', () => readScenarioFile(new TextEncoder().encode('name;hours'), 'scenario.json'), 'error_json', {}],
		['another JSON', () => read({ type: 'FeatureCollection' }), 'error_scenario_format', {}],
		['no object', () => read([null]), 'error_scenario_format', {}],
		[
			'of a later version',
			() => read({ ...HAND_MADE, schema_version: 2 }),
			'error_scenario_newer',
			{ read: '2', known: '1' }
		],
		[
			'without its name',
			() => read({ ...HAND_MADE, scenario: { ...HAND_MADE.scenario, name: undefined } }),
			'error_scenario_member_missing',
			{ entry: 'scenario.name' }
		],
		[
			'with a misspelt member',
			() => withModifications({ ...closing, cost: { paid_on_dutty: 2 } }),
			'error_scenario_member_unknown',
			{ entry: 'scenario.modifications[0].cost.paid_on_dutty' }
		],
		[
			'with an amount of another type',
			() => withModifications({ ...closing, cost: { investment_euros: '12 000' } }),
			'error_scenario_value',
			{ entry: 'scenario.modifications[0].cost.investment_euros', read: '"12 000"' }
		],
		[
			'beyond the earth',
			() => withModifications({ ...closing, change: { kind: 'move', site_id: 'L1', lon: 181, lat: 0 } }),
			'error_scenario_value',
			{ entry: 'scenario.modifications[0].change.lon', expected: '<=180', read: '181' }
		],
		[
			'merging a site with itself',
			() =>
				withModifications({
					...closing,
					change: { kind: 'merge', site_ids: ['L1', 'L2'], into: 'L2', surface_square_metres: null }
				}),
			'error_scenario_value',
			{ entry: 'scenario.modifications[0].change' }
		],
		[
			'with hours that cannot be read',
			() =>
				withModifications({ ...closing, change: { kind: 'hours', site_id: 'L1', opening_hours: 'Tu 16:00-99:00' } }),
			'error_scenario_hours',
			{ entry: 'scenario.modifications[0].change.opening_hours' }
		],
		[
			'with two modifications of one name',
			() => withModifications(closing, closing),
			'error_scenario_repeated',
			{ read: 'a' }
		],
		[
			'with a name that objects have of themselves',
			() => withModifications({ ...closing, id: '__proto__' }),
			'error_scenario_value',
			{ entry: 'scenario.modifications[0].id' }
		]
	])('%s is refused: where, what was expected', (_, act, code, params) => {
		expect(refusal(act)).toMatchObject({ code, params, file: 'scenario.json' });
	});

	it('refuses a number that JSON can write and no measure can be', () => {
		const text = JSON.stringify({ ...HAND_MADE, scenario: { ...HAND_MADE.scenario, modifications: [closing] } });
		const endless = text.replace('"on":true', '"on":true,"cost":{"running_euros_per_year":1e999}');
		expect(refusal(() => readScenarioFile(new TextEncoder().encode(endless), 's.json')).code).toBe(
			'error_scenario_value'
		);
	});

	it('refuses what is enormous before reading it', () => {
		expect(refusal(() => readScenarioFile(new Uint8Array(100_000_000), 's.json'))).toMatchObject({
			code: 'error_scenario_too_large',
			params: { bytes: 100_000_000 }
		});
	});
});
