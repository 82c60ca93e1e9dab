import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MaillageError } from '#domain/notes.ts';
import { readScenarioFile, writeScenarioFile } from '#io/scenario/scenario-json.ts';
import { anyScenario } from '../scenario-arbitraries.ts';

const territory = { name: 'Val « d’Essai »', epciCode: '200012345' };

describe('a scenario file', () => {
	it('reads back as the scenario that was written, to the bit', () => {
		fc.assert(
			fc.property(anyScenario, (scenario) => {
				const read = readScenarioFile(writeScenarioFile(scenario, territory), 'essai.json');
				expect(read).toEqual({ scenario, territory, notes: [] });
			}),
			{ numRuns: 400 }
		);
	});

	it('that something was done to is read, or refused with a message: never another exception', () => {
		const damage = fc.oneof(
			fc.record({ kind: fc.constant('cut'), at: fc.nat(100_000) }),
			fc.record({ kind: fc.constant('put'), at: fc.nat(100_000) })
		);
		const put = fc.constantFrom(
			'null',
			'-1',
			'1e999',
			'"x"',
			'[]',
			'{"__proto__":{"on":true}}',
			'"__proto__":1,',
			'',
			'['
		);
		fc.assert(
			fc.property(anyScenario, damage, put, (scenario, { kind, at }, word) => {
				const text = new TextDecoder().decode(writeScenarioFile(scenario, territory));
				const place = at % text.length;
				// A value of the text, whole, becomes another; or the text ends there.
				const value = /(?<=: )[^\n,{[]+/y;
				let from = place;
				for (value.lastIndex = from; from < text.length && !value.test(text); value.lastIndex = ++from);
				const to = value.lastIndex;
				const damaged =
					kind === 'cut' ? text.slice(0, place) : text.slice(0, from) + word + text.slice(Math.max(from, to));
				try {
					readScenarioFile(new TextEncoder().encode(damaged), 'essai.json');
				} catch (error) {
					expect(error).toBeInstanceOf(MaillageError);
				}
				expect(({} as { on?: boolean }).on).toBeUndefined();
			}),
			{ numRuns: 400 }
		);
	});
});
