import { deflateSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MaillageError } from '#domain/notes.ts';
import type { Scenario } from '#domain/scenario.ts';
import { crc32 } from '#io/bytes/crc32.ts';
import { readScenarioFile, writeScenarioFile } from '#io/scenario/scenario-json.ts';
import {
	MOST_LINK_LETTERS,
	scenarioFragment,
	scenarioOfFragment,
	withLinked
} from '../../src/lib/state/scenario-link.ts';

const TERRITORY = { name: 'Entre-Val-et-Monts', epciCode: null };
const CONTENT = {
	format: 'maillage-scenario',
	schema_version: 1,
	territory: { name: TERRITORY.name, epci_code: null },
	scenario: {
		id: 'samedis',
		name: 'Samedis « après-midi » <b>',
		modifications: ['L1', 'L2', 'L3'].map((site_id, rank) => ({
			id: `m${rank}`,
			on: true,
			change: { kind: 'hours', site_id, opening_hours: 'Tu 16:00-18:30; Sa 10:00-12:00,14:00-17:00' }
		}))
	}
};
const bytes = (content: unknown) => new TextEncoder().encode(JSON.stringify(content));
const { scenario } = readScenarioFile(bytes(CONTENT), '');
const file = writeScenarioFile(scenario, TERRITORY);
const fragment = scenarioFragment(file) ?? '';

/** A fragment of any content, as a hand would forge it. */
function forged(content: Uint8Array): string {
	const letters = btoa(String.fromCharCode(...deflateSync(content)));
	const word = letters.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
	return `#scenario=${word}.${crc32(content).toString(36)}`;
}
function refusal(hash: string): string {
	try {
		scenarioOfFragment(hash);
	} catch (error) {
		if (error instanceof MaillageError) return error.detail.code;
		throw error;
	}
	throw new Error('it was read');
}

describe('the scenario of a link', () => {
	it('is the one that was written, in letters that stand in an address as they are', () => {
		expect(scenarioOfFragment(fragment)).toEqual({ scenario, territory: TERRITORY, notes: [] });
		expect(new URL(`https://exemple.fr/x/${fragment}`).hash).toBe(fragment);
		expect(fragment.length).toBeLessThan(file.length / 2);
	});

	it('is not looked for in another fragment', () => {
		for (const other of ['', '#', '#sources', '#scenarios=1']) expect(scenarioOfFragment(other)).toBeNull();
	});

	it('is too long for a link, which is said, never cut', () => {
		const draws = fc.sample(fc.string({ minLength: 200, maxLength: 200 }), { numRuns: 60, seed: 7 });
		const long = { ...scenario, modifications: draws.map((id) => ({ ...scenario.modifications[0], id })) };
		expect(scenarioFragment(writeScenarioFile(long, TERRITORY))).toBeNull();
	});

	it('cut or changed anywhere is refused', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 10, max: fragment.length - 1 }),
				fc.constantFrom('A', '_', '.', '%', 'é'),
				(at, letter) => {
					expect(refusal(fragment.slice(0, at))).toBe('error_scenario_link');
					if (fragment[at] === letter) return;
					expect(refusal(`${fragment.slice(0, at)}${letter}${fragment.slice(at + 1)}`)).toBe('error_scenario_link');
				}
			)
		);
	});

	it('of any words is refused with an error that can be told', () => {
		fc.assert(
			fc.property(fc.string(), (words) => void expect(refusal(`#scenario=${words}`)).toBe('error_scenario_link'))
		);
		fc.assert(
			fc.property(
				fc.string(),
				(words) => void expect(refusal(forged(new TextEncoder().encode(words)))).toMatch(/^error_/)
			)
		);
	});

	it('that would fill the memory is refused, and so is one longer than a link', () => {
		const bomb = forged(new Uint8Array(5_000_000).fill(32));
		expect(bomb.length).toBeLessThan(MOST_LINK_LETTERS * 2);
		expect(refusal(forged(new Uint8Array(600_000).fill(32)))).toBe('error_scenario_link');
		expect(refusal(bomb)).toBe('error_scenario_link');
		expect(refusal(`#scenario=${'A'.repeat(MOST_LINK_LETTERS)}.1`)).toBe('error_scenario_link');
	});

	it('forged is checked as a file is, and pollutes nothing', () => {
		const text = JSON.stringify(CONTENT);
		expect(refusal(forged(bytes({ ...CONTENT, schema_version: 99 })))).toBe('error_scenario_newer');
		expect(refusal(forged(bytes({ ...CONTENT, scenario: { id: 3 } })))).toMatch(/^error_scenario_/);
		expect(refusal(forged(new TextEncoder().encode(text.replace('{', '{"__proto__":{"polluted":1},'))))).toMatch(
			/^error_/
		);
		expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
	});
});

describe('a list that a link adds to', () => {
	const isSame = (one: Scenario, other: Scenario) => JSON.stringify(one) === JSON.stringify(other);
	const edited = { ...scenario, name: 'Autre' };

	it('has the scenario once, and keeps the one that its reader edited', () => {
		expect(withLinked([], scenario, isSame, () => 'new')).toEqual({ list: [scenario], id: 'samedis' });
		const list = [scenario];
		expect(withLinked(list, { ...scenario }, isSame, () => 'new')).toEqual({ list, id: 'samedis' });
		expect(withLinked([edited], scenario, isSame, () => 'new')).toEqual({
			list: [edited, { ...scenario, id: 'new' }],
			id: 'new'
		});
	});
});
