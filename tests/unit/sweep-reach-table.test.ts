import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BEYOND } from '#core/travel/sweep/lanes.ts';
import { joinRows, NO_REACH, type ReachRow } from '#core/travel/sweep/reach.ts';
import { ReachTable } from '#core/travel/sweep/reach-table.ts';

const POINTS = 8;
const row: fc.Arbitrary<ReachRow> = fc
	.uniqueArray(fc.tuple(fc.nat({ max: POINTS - 1 }), fc.nat({ max: 5 })), { selector: ([point]) => point })
	.map((entries) => ({
		point: Uint32Array.from(entries, ([point]) => point),
		deciseconds: Uint16Array.from(entries, ([, time]) => time)
	}));

/** The table by its definition, from the rows as they stand. */
function expectRows(table: ReachTable, rows: readonly ReachRow[]): void {
	for (let point = 0; point < POINTS; point++) {
		const reaching = rows.flatMap((own, source) => {
			const at = own.point.indexOf(point);
			return at < 0 ? [] : [{ source, time: own.deciseconds[at] }];
		});
		reaching.sort((a, b) => a.time - b.time || a.source - b.source);
		const { source, deciseconds } = table.sourcesAt(point);
		expect(Array.from(source)).toEqual(reaching.map((one) => one.source));
		expect(Array.from(deciseconds)).toEqual(reaching.map((one) => one.time));
		expect(table.nearestTime(point)).toBe(reaching[0]?.time ?? BEYOND);
	}
}

describe('a table of what sources reach', () => {
	it('after any adding, moving and closing is as if made of the rows as they stand', () => {
		const changes = fc.array(fc.tuple(fc.nat(), fc.option(row, { nil: NO_REACH })), { maxLength: 20 });
		fc.assert(
			fc.property(fc.array(row, { maxLength: 6 }), changes, (start, steps) => {
				const rows = [...start];
				const table = new ReachTable(joinRows(start), POINTS);
				expectRows(table, rows);
				for (const [where, next] of steps) {
					// The number after the last adds a source.
					const source = where % (rows.length + 1);
					rows[source] = next;
					table.setSource(source, next);
					expect(table.pointsOf(source)).toBe(next.point);
				}
				expectRows(table, rows);
			})
		);
	});
});
