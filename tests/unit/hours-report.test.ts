import { describe, expect, it } from 'vitest';
import { MaillageError } from '#domain/notes.ts';
import { hoursReport } from '#workers/jobs/hours-report.ts';

const X = 'Tu,Th 16:00-18:30; We 10:00-12:00,14:00-18:00; Sa 10:00-12:30';

function errorCode(run: () => unknown): string {
	try {
		run();
	} catch (error) {
		if (error instanceof MaillageError) return error.detail.code;
	}
	return 'none';
}

describe('hours report', () => {
	it('tells the week, the periods and the year', () => {
		expect(hoursReport(X, 'B', '59', 2026)).toMatchObject({
			understood: X,
			weekly_hours: 13.5,
			yearly_hours: 704.5,
			periods: { term: 13.5, small_holidays: 13.5, summer: 13.5 },
			known: { to: '2026-08-30', hours: 464, term: 289.5, small_holidays: 64, summer: 110.5 },
			notes: []
		});
		expect(hoursReport(`${X}; PH off`, 'B', '59', 2026).yearly_hours).toBe(688.5);
		expect(hoursReport(X, 'B', '59', 2025).yearly_by_period).not.toBeNull();
	});

	it('leaves null what is not known, and says why', () => {
		const report = hoursReport(`${X}; SH off`, 'B', '59', 2026);
		expect(report.yearly_hours).toBeNull();
		expect(report.periods).toEqual({ term: 13.5, small_holidays: 0, summer: 0 });
		expect(report.reasons.map(({ figure, reason }) => [figure, reason.code])).toEqual([
			['yearly_hours', 'reason_school_holidays_unknown_from'],
			['yearly_by_period', 'reason_periods_unknown_from']
		]);
		expect(hoursReport(`${X}; SH off`, 'Corse', '2A', 2025).yearly_hours).toBeNull();
		const blank = hoursReport('Sa[2,4]', 'B', '59', 2025);
		expect([blank.weekly_hours, blank.yearly_hours, blank.yearly_by_period]).toEqual([null, null, null]);
	});

	it('says where a mean covers a part of the year only', () => {
		const { periods, reasons } = hoursReport('Sa[1] 10:00-12:00', 'B', '59', 2026);
		expect(periods.term).toBeCloseTo((2 * 5) / 19, 4);
		expect(reasons[0]).toEqual({
			figure: 'periods.term',
			reason: { code: 'reason_mean_of_known_part', params: { date: '2026-08-30' } }
		});
	});

	it('keeps minutes apart: 1 h 01 is not 1.02 h', () => {
		expect(hoursReport('Mo 10:00-11:01', 'A', '38', 2026).weekly_hours).toBe(1.0167);
	});

	it('refuses an expression or a place it cannot read', () => {
		expect(errorCode(() => hoursReport('Tu 12:00,14:00-18:00', 'B', '59', 2026))).toBe('error_hours_end_missing');
		expect(errorCode(() => hoursReport(X, 'D' as 'A', '59', 2026))).toBe('error_hours_zone');
		expect(errorCode(() => hoursReport(X, 'B', '5', 2026))).toBe('error_hours_departement');
		expect(errorCode(() => hoursReport(X, 'B', '59', 20_260))).toBe('error_hours_report_year');
	});
});
