import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseOsmHours, writeOsmHours } from '#io/hours/hours-osm.ts';
import { anySchedule } from '../hours-arbitraries.ts';
import { realData } from '../realdata.ts';

const melPath = realData('mel/bibliotheques-mel.json');

describe('reading what was written', () => {
	it('gives back every rule of any schedule', () => {
		fc.assert(
			fc.property(anySchedule, (schedule) => {
				const text = writeOsmHours(schedule);
				const parsed = parseOsmHours(text);
				if (!parsed.ok) throw new Error(`${text}: ${JSON.stringify(parsed.error)}`);
				expect(parsed.schedule.rules, text).toEqual(schedule.rules);
			}),
			{ numRuns: 2000 }
		);
	});

	it.skipIf(melPath === null)('changes nothing more once the expressions of MEL are written', () => {
		const records = JSON.parse(readFileSync(melPath ?? '', 'utf8')) as { fields: { horairesosm?: string } }[];
		let read = 0;
		for (const { fields } of records) {
			const first = parseOsmHours(fields.horairesosm ?? '');
			if (!first.ok) continue;
			read++;
			const written = writeOsmHours(first.schedule);
			const second = parseOsmHours(written);
			expect(second.ok && second.schedule.rules).toEqual(first.schedule.rules);
			expect(second.ok && writeOsmHours(second.schedule)).toBe(written);
		}
		expect(read).toBe(124);
	});
});

describe('hostile text', () => {
	const fragment = fc.constantFrom(
		'Mo',
		'-',
		',',
		';',
		'||',
		'10:00',
		'24/7',
		'[',
		']',
		'2026',
		'Jan',
		'week',
		'"',
		'off',
		'SH',
		'+',
		'/2',
		'easter',
		' ',
		'é',
		'__proto__',
		'\u0000',
		'🕙',
		'999999999999999999'
	);
	const text = fc.oneof(
		fc.string({ maxLength: 200, unit: 'binary' }),
		fc.array(fragment, { maxLength: 60 }).map((parts) => parts.join('')),
		fc.array(fragment, { maxLength: 60 }).map((parts) => parts.join(' '))
	);

	it('is a schedule that can be written, or an error with its place; never an exception', () => {
		fc.assert(
			fc.property(text, (hours) => {
				const parsed = parseOsmHours(hours);
				if (!parsed.ok) {
					expect(parsed.error.position).toBeGreaterThanOrEqual(0);
					expect(parsed.error.position).toBeLessThanOrEqual(hours.length);
					return;
				}
				const written = writeOsmHours(parsed.schedule);
				const again = parseOsmHours(written);
				expect(again.ok && writeOsmHours(again.schedule), written).toBe(written);
			}),
			{ numRuns: 3000 }
		);
	});

	it('that is enormous is refused before it is read, and at the limit is read at once', () => {
		const huge = parseOsmHours('Mo 10:00-12:00;'.repeat(1_000_000));
		expect(!huge.ok && huge.error.message).toMatchObject({ code: 'error_hours_too_long', params: { limit: 5000 } });
		expect(parseOsmHours('Mo 10:00-12:00;'.repeat(333)).ok).toBe(true);
		expect(parseOsmHours('['.repeat(5000)).ok).toBe(false);
		expect(parseOsmHours('"'.repeat(4999)).ok).toBe(false);
	});
});
