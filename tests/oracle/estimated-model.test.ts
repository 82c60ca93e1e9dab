import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { calibrationErrors } from '#core/travel/estimated/calibration-errors.ts';
import { estimateSeconds, type EstimatedModel } from '#core/travel/estimated/model.ts';
import { calibrate, readIsere, sectorsOf } from '../../scripts/calibrate-estimated.ts';
import { realData } from '../realdata.ts';
import stored from '../../data/reference/estimated-model.json';

const model: EstimatedModel = stored;
const table = realData('isere/TimeDistCarIsere.csv');

describe('calibration errors', () => {
	it('are those worked out by hand on four pairs', () => {
		// Minutes: estimated 6, 9, 12, 20 for observed 5, 12, 10, 20: relative errors 0.2, −0.25, 0.2, 0.
		const seconds = (minutes: number[]) => Float64Array.from(minutes, (value) => value * 60);
		const errors = calibrationErrors(seconds([6, 9, 12, 20]), seconds([5, 12, 10, 20]));
		expect(errors.byEstimatedTime[0]).toEqual({
			fromMinutes: 0,
			toMinutes: 10,
			pairs: 2,
			medianRelativeError: -0.025,
			medianAbsoluteRelativeError: 0.225,
			shareWithin20Percent: 0.5,
			shareWithin30Percent: 1,
			medianAbsoluteErrorMinutes: 2
		});
		expect(errors.byObservedTime.map(({ toMinutes, pairs }) => [toMinutes, pairs])).toEqual([
			[10, 2],
			[20, 2],
			[60, 4]
		]);
		expect(errors.cutoffs[0]).toEqual({
			minutes: 5,
			pairsEstimatedWithin: 0,
			pairsObservedWithin: 1,
			falseInShare: null,
			falseOutShare: 1
		});
		expect(errors.cutoffs[1]).toEqual({
			minutes: 10,
			pairsEstimatedWithin: 2,
			pairsObservedWithin: 2,
			falseInShare: 0.5,
			falseOutShare: 0.5
		});
	});
});

describe.skipIf(table === null)('estimated model on the OSRM durations of Isère', () => {
	const places = table === null ? null : readIsere(dirname(table));

	it('is what the calibration script writes', () => {
		if (places === null) return;
		expect(calibrate(places)).toEqual(model);
	});

	it('errs less than the held-out error it states, by a point at most', () => {
		if (places === null) return;
		const { pairs } = places;
		const estimated = pairs.metres.map((metres) => estimateSeconds(model, 'car', metres));
		const errors = calibrationErrors(estimated, pairs.seconds);
		for (const [rank, held] of model.calibration.errors.byEstimatedTime.entries()) {
			const seen = errors.byEstimatedTime[rank];
			expect(seen.medianAbsoluteRelativeError).toBeLessThanOrEqual(held.medianAbsoluteRelativeError);
			expect(held.medianAbsoluteRelativeError - seen.medianAbsoluteRelativeError).toBeLessThan(0.01);
			// Unbiased for the reader: half the estimates of each class are too long, half too short.
			expect(Math.abs(seen.medianRelativeError)).toBeLessThan(0.01);
		}
	});

	it('is measured on sectors of as many places each, contiguous by construction', () => {
		if (places === null) return;
		const sizes = new Map<number, number>();
		for (const sector of sectorsOf(places.lon, places.lat)) sizes.set(sector, (sizes.get(sector) ?? 0) + 1);
		expect([...sizes.values()]).toEqual(Array.from({ length: 8 }, () => 64));
	});
});
