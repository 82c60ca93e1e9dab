import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importMatrix } from '#io/matrix/matrix-import.ts';
import { UNREACHABLE } from '#domain/travel.ts';
import { travelTimesFromMatrix } from '#core/travel/matrix-times.ts';

const matrixOf = (lines: readonly string[]) =>
	importMatrix(new TextEncoder().encode(['from,to,seconds', ...lines].join('\n')), 'm.csv').value;

describe('travel times out of a matrix', () => {
	const matrix = matrixOf(['A,B,300', 'B,A,420', 'A,C,1000', 'A,A,0', 'D,B,60', 'E,B,']);

	it('go both ways, by rising time, sites sharing their commune', () => {
		const times = travelTimesFromMatrix(matrix, ['A', 'D'], ['B', 'A', 'B'], 900, 'car');
		expect([...times.first]).toEqual([0, 3, 5]);
		expect([...times.site]).toEqual([1, 0, 2, 0, 2]);
		expect([...times.toSite]).toEqual([0, 300, 300, 60, 60]);
		expect([...times.fromSite]).toEqual([0, 420, 420, UNREACHABLE, UNREACHABLE]);
		expect(times).toMatchObject({ mode: 'car', origin: 'matrix', demandCount: 2, siteCount: 3, capSeconds: 900 });
	});

	it('stop at the cap, inclusive', () => {
		expect(travelTimesFromMatrix(matrix, ['A'], ['C'], 1000, 'car').site).toHaveLength(1);
		expect(travelTimesFromMatrix(matrix, ['A'], ['C'], 999, 'car').site).toHaveLength(0);
	});

	it('tell a place without a row from one that reaches nothing', () => {
		const times = travelTimesFromMatrix(matrix, ['E', 'Z', 'A'], ['B', 'Z', null], 900, 'car');
		expect([...times.attached]).toEqual([1, 0, 1]);
		expect([...times.siteAttached]).toEqual([1, 0, 0]);
		expect([...times.first]).toEqual([0, 0, 0, 1]);
	});

	it('say of every pair what the list says', () => {
		const place = fc.constantFrom('a', 'b', 'c', 'd', 'e');
		const list = fc.uniqueArray(fc.record({ from: place, to: place, seconds: fc.nat(1200) }), {
			selector: (p) => `${p.from}>${p.to}`,
			minLength: 1
		});
		fc.assert(
			fc.property(list, fc.array(place), fc.array(place), fc.nat(1300), (entries, demand, sites, cap) => {
				const known = new Map(entries.map((p) => [`${p.from}>${p.to}`, p.seconds]));
				const times = travelTimesFromMatrix(
					matrixOf(entries.map((p) => `${p.from},${p.to},${p.seconds}`)),
					demand,
					sites,
					cap,
					'foot'
				);
				demand.forEach((from, i) => {
					const expected = sites.flatMap((to, j) => {
						const seconds = known.get(`${from}>${to}`);
						return seconds !== undefined && seconds <= cap
							? [[seconds, j, known.get(`${to}>${from}`) ?? UNREACHABLE]]
							: [];
					});
					const found = [...times.site.slice(times.first[i], times.first[i + 1])].map((j, e) => [
						times.toSite[times.first[i] + e],
						j,
						times.fromSite[times.first[i] + e]
					]);
					expect(found).toEqual(expected.sort((p, q) => p[0] - q[0] || p[1] - q[1]));
				});
			})
		);
	});
});
