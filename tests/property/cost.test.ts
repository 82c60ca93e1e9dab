import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_COSTS, NO_COST_SAID, SLOT_KINDS, type CostSettings } from '#domain/cost.ts';
import type { Modification } from '#domain/scenario.ts';
import type { Site } from '#domain/site.ts';
import { modificationCost } from '#core/cost/modification-cost.ts';
import { scenarioCost } from '#core/cost/scenario-cost.ts';
import { slotMinutes } from '#core/cost/slot-minutes.ts';
import { ratesInForce } from '#core/cost/state-share.ts';
import { civilCalendar } from '#core/hours/calendar.ts';
import { yearMinutes } from '#core/hours/year-hours.ts';
import { schoolCalendar } from '#workers/jobs/school-calendars.ts';
import { STATE_SHARES } from '#workers/jobs/scenario/cost.ts';
import { hoursOfModifications } from '#workers/jobs/scenario/cost-hours.ts';
import { scheduleOf } from '../scheduled-session.ts';

const calendar = civilCalendar({ school: schoolCalendar('B'), departement: '59' });

const days = fc.constantFrom('Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su', 'Mo-Fr', 'Sa[1]', 'week 1-53/2 We', 'PH', 'SH');
const hour = (text: number) => `${String(text).padStart(2, '0')}:00`;
const rule = fc
	.tuple(days, fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 8 }))
	.map(([day, from, length]) => `${day} ${hour(from)}-${hour(from + length)}`);
const text = fc.array(rule, { minLength: 1, maxLength: 4 }).map((rules) => rules.join('; '));
const year = fc.integer({ min: 2016, max: 2025 });

const SETTINGS: CostSettings = { ...DEFAULT_COSTS, paidOnDuty: 2, eurosPerPaidHour: 30 };

const site = (id: string, schedule: string) => ({ id, schedule: scheduleOf(schedule) }) as Site;

function modification(id: string, change: Modification['change'], on = true): Modification {
	return { id, on, change, cost: { ...NO_COST_SAID, eligible: true } };
}

/** Costs of the modifications on two sites; `closed` are ranks. */
function costsOf(
	opened: readonly Site[],
	after: readonly Site[],
	closed: readonly number[],
	modifications: readonly Modification[],
	settings = SETTINGS
) {
	const applied = { closed, notApplied: [] };
	return hoursOfModifications({ opened, after, applied, modifications }, 2025, calendar).map((hours) =>
		modificationCost(hours, settings, ratesInForce(settings, STATE_SHARES), 2025)
	);
}

describe('hours by kind of slot', () => {
	it('add up to the hours of the year', () => {
		fc.assert(
			fc.property(text, year, (hours, asked) => {
				const schedule = scheduleOf(hours);
				if (schedule === null) return;
				const { total, bySlot } = slotMinutes(schedule, asked, calendar);
				expect(total).toBe(yearMinutes(schedule, asked, calendar).minutes);
				expect(SLOT_KINDS.reduce((sum, kind) => sum + (bySlot?.[kind] ?? NaN), 0)).toBe(total);
			}),
			{ numRuns: 60 }
		);
	});
});

describe('costs of modifications', () => {
	it('are nothing for one that is off, undone, or about no hours', () => {
		fc.assert(
			fc.property(text, text, (before, other) => {
				const opened = [site('a', before)];
				const change = {
					kind: 'hours',
					siteId: 'a',
					schedule: site('a', other).schedule ?? { rules: [], sourceText: '', syntax: 'grid' }
				} as const;
				expect(costsOf(opened, opened, [], [modification('off', change, false)])).toEqual([]);
				const [undone] = costsOf(opened, [site('a', before)], [], [modification('same', change)]);
				expect([undone.extraHoursPerYear.value, undone.staffEuros.value, undone.stateEuros.value]).toEqual([0, 0, 0]);
				const [moved] = costsOf(
					opened,
					opened,
					[],
					[modification('move', { kind: 'move', siteId: 'a', position: [3, 50] })]
				);
				expect([moved.extraHoursPerYear.value, moved.staffEuros.value]).toEqual([0, 0]);
			}),
			{ numRuns: 20 }
		);
	});

	it('never rise by closing a site, whatever its hours were changed to', () => {
		fc.assert(
			fc.property(text, text, (before, other) => {
				const opened = [site('a', before), site('b', other)];
				const close = modification('close', { kind: 'close', siteId: 'a' });
				const merge = modification('merge', { kind: 'merge', siteIds: ['a'], into: 'b', surfaceSquareMetres: null });
				for (const one of [close, merge]) {
					const [cost] = costsOf(opened, opened, [0], [one]);
					expect(cost.staffEuros.value).toBeLessThanOrEqual(0);
					expect(cost.stateEuros.value).toBe(0);
				}
			}),
			{ numRuns: 20 }
		);
	});

	it('count each site once, by the last modification that holds for it', () => {
		fc.assert(
			fc.property(text, text, (before, other) => {
				const opened = [site('a', before)];
				const after = [site('a', other)];
				const schedule = after[0].schedule;
				if (schedule === null) return;
				const changes = ['first', 'second'].map((id) => modification(id, { kind: 'hours', siteId: 'a', schedule }));
				const [first, second] = costsOf(opened, after, [], changes);
				const [alone] = costsOf(opened, after, [], changes.slice(1));
				expect(first.extraHoursPerYear.value).toBe(0);
				expect(second).toEqual(alone);
				const total = scenarioCost([first, second], SETTINGS).yearlyEuros.value;
				expect(total).toBe(alone.staffEuros.value);
			}),
			{ numRuns: 20 }
		);
	});

	it('have no share of the State where no rate is known and hours cost more', () => {
		fc.assert(
			fc.property(text, (hours) => {
				const place = {
					kind: 'branch',
					name: 'x',
					position: [3, 50],
					communeCode: null,
					communeName: null,
					surfaceSquareMetres: null
				} as const;
				const added = site('new-a', hours);
				const add = modification('add', { kind: 'add', site: { ...place, id: 'new-a', schedule: added.schedule } });
				const [cost] = costsOf([], [added], [], [add]);
				expect(cost.stateEuros.value).toBe((cost.staffEuros.value ?? 0) > 0 ? null : 0);
				const [generous] = costsOf([], [added], [], [add], {
					...SETTINGS,
					rates: Object.fromEntries(SLOT_KINDS.map((kind) => [kind, 1]))
				});
				expect(generous.stateEuros.value ?? NaN).toBeLessThanOrEqual((generous.staffEuros.value ?? NaN) + 1e-6);
			}),
			{ numRuns: 20 }
		);
	});
});
