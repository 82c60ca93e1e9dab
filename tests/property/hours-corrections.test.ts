import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MaillageError } from '#domain/notes.ts';
import { answer } from '#workers/jobs/atlas/answer.ts';
import { withCorrectedHours } from '#workers/jobs/atlas/hours/correct-hours.ts';
import { hoursTable } from '#workers/jobs/atlas/hours/hours-table.ts';
import { usable } from '#workers/jobs/atlas/hours/usable.ts';
import { weeksOf } from '#workers/jobs/atlas/weeks.ts';
import type { AtlasSession } from '#workers/jobs/atlas/session.ts';
import { alone } from '../atlas-session.ts';
import { anyQuestion, anyTerritory } from '../atlas-arbitraries.ts';
import { scheduledSession, scheduleOf } from '../scheduled-session.ts';

const hours = fc.constantFrom(
	null,
	'Tu,Th 16:00-18:30; We 10:00-12:00,14:00-18:00; Sa 10:00-12:30',
	'Mo-Fr 18:00-20:00',
	'Sa[1] 10:00-12:00',
	'week 1-53/2 We 14:00-18:00; SH off',
	'SH Mo-Sa 09:00-12:00',
	'24/7',
	'off'
);
/** A territory, its hours as opened and after two rounds of corrections: those of some sites. */
const corrected = anyTerritory.chain((made) =>
	fc.record({
		made: fc.constant(made),
		before: fc.array(hours, { minLength: made.sites.length, maxLength: made.sites.length }),
		rounds: fc.array(
			fc.array(fc.option(hours, { nil: undefined }), { minLength: made.sites.length, maxLength: made.sites.length }),
			{ minLength: 1, maxLength: 3 }
		)
	})
);
const correctionsOf = (texts: readonly (string | null | undefined)[]) =>
	texts.flatMap((text, rank) => (text === undefined ? [] : [{ siteId: `s${rank}`, schedule: scheduleOf(text) }]));

const figuresOf = async (session: AtlasSession, question: Parameters<typeof answer>[1]) => [
	await answer(session, question, alone),
	await usable(session, question, alone),
	await hoursTable(session, question, alone),
	weeksOf(session, '2026-W10')
];

describe('corrected hours', () => {
	it('give what the territory opened with those hours gives, whatever was corrected and asked before', async () => {
		await fc.assert(
			fc.asyncProperty(corrected, anyQuestion, async ({ made, before, rounds }, question) => {
				const opened = scheduledSession(made, before);
				let inForce = opened;
				for (const round of rounds) {
					await figuresOf(inForce, question);
					inForce = withCorrectedHours(opened, correctionsOf(round), inForce);
					const texts = before.map((text, rank) => (round[rank] === undefined ? text : round[rank]));
					const anew = scheduledSession(made, texts);
					expect(inForce.weeks).toEqual(anew.weeks);
					expect(inForce.territory.sites).toEqual(anew.territory.sites);
					expect(inForce.summary).toEqual(anew.summary);
					expect(await figuresOf(inForce, question)).toEqual(await figuresOf(anew, question));
				}
			}),
			{ numRuns: 60 }
		);
	});

	it('leave the territory as it was opened to the bit: none restores it', async () => {
		await fc.assert(
			fc.asyncProperty(corrected, anyQuestion, async ({ made, before, rounds }, question) => {
				const opened = scheduledSession(made, before);
				const first = structuredClone(await figuresOf(opened, question));
				const changed = withCorrectedHours(opened, correctionsOf(rounds[0]), opened);
				await figuresOf(changed, question);
				const restored = withCorrectedHours(opened, [], changed);
				expect(restored).toBe(opened);
				expect(structuredClone(await figuresOf(restored, question))).toEqual(first);
			}),
			{ numRuns: 30 }
		);
	});

	it('are of sites that the territory has; the last of two of one site holds', () => {
		const made = {
			communes: 1,
			points: [],
			sites: [{ kind: 'library', counted: true, margin: false, commune: 0, week: null }] as const
		};
		const opened = scheduledSession(made, ['24/7']);
		const wrong = () => withCorrectedHours(opened, [{ siteId: '__proto__', schedule: null }], opened);
		expect(wrong).toThrow(MaillageError);
		expect(wrong).toThrow(/__proto__/);
		const twice = withCorrectedHours(opened, correctionsOf([null]).concat(correctionsOf(['Mo 10:00-12:00'])), opened);
		expect(twice.weeks.term.weeklyHours).toEqual([2]);
		expect(withCorrectedHours(opened, correctionsOf([null]), twice).weeks.term.known[0]).toBe(0);
	});
});
