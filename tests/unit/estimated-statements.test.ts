import { describe, expect, it } from 'vitest';
import type { EstimatedModel } from '#core/travel/estimated/model.ts';
import { estimatedStatements } from '#core/travel/estimated/statements.ts';
import stored from '../../data/reference/estimated-model.json';

const model: EstimatedModel = stored;

describe('what is said of estimated times', () => {
	it('by car: the error, the cutoff’s false ins and outs, the relief, the shortest trips, as the file has them', () => {
		const { errors, sectors } = stored.calibration;
		const [error, cutoff, relief, short] = estimatedStatements(model, 'car', 900);
		const overall = errors.byEstimatedTime[4];
		expect([overall.fromMinutes, overall.toMinutes]).toEqual([0, 60]);
		expect(error.code).toBe('estimated_error');
		expect(error.params.percent).toBe(Math.round(100 * overall.medianAbsoluteRelativeError));
		expect(error.params.places).toBe(512);
		const at15 = errors.cutoffs.find(({ minutes }) => minutes === 15);
		expect(cutoff).toEqual({
			code: 'estimated_cutoff',
			params: {
				minutes: 15,
				falseIn: Math.round(100 * (at15?.falseInShare ?? NaN)),
				falseOut: Math.round(100 * (at15?.falseOutShare ?? NaN))
			}
		});
		expect(relief.code).toBe('estimated_relief');
		expect(relief.params.tooShort).toBe(
			Math.round(-100 * Math.min(...sectors.map((sector) => sector.medianRelativeError)))
		);
		expect(short).toEqual({ code: 'estimated_short_trips', params: { metres: 1040 } });
	});

	it('by car: nothing of a cutoff that was not measured', () => {
		expect(estimatedStatements(model, 'car', 720).map(({ code }) => code)).not.toContain('estimated_cutoff');
	});

	it('by bike and on foot: an assumption and no error, for none was measured', () => {
		expect(estimatedStatements(model, 'bike', 900)).toEqual([
			{ code: 'estimated_assumption', params: { kmh: 15, longer: 30 } }
		]);
		expect(estimatedStatements(model, 'foot', 900)).toEqual([
			{ code: 'estimated_assumption', params: { kmh: 4.5, longer: 30 } }
		]);
	});
});
