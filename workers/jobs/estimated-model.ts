import type { EstimatedError, Indicators } from '#domain/indicator.ts';
import type { Message } from '#domain/notes.ts';
import type { EstimatedModel } from '#core/travel/estimated/model.ts';
import { estimatedStatements } from '#core/travel/estimated/statements.ts';
import file from '../../data/reference/estimated-model.json' with { type: 'json' };

/** The estimated travel model in force; made and measured by scripts/calibrate-estimated.ts. */
export const ESTIMATED_MODEL = file as EstimatedModel;

/** Its error for cars, over trips of up to an hour, as every document that uses it must say. */
export function estimatedError(): EstimatedError {
	const { territory, router, errors } = ESTIMATED_MODEL.calibration;
	const whole = errors.byEstimatedTime.reduce((widest, one) =>
		one.toMinutes - one.fromMinutes > widest.toMinutes - widest.fromMinutes ? one : widest
	);
	return {
		calibrated_on: `${territory} (${router})`,
		pairs: whole.pairs,
		median_absolute_relative_error: whole.medianAbsoluteRelativeError,
		share_within_20_percent: whole.shareWithin20Percent
	};
}

/** What must be said with estimated figures: that they are, how far they may be off at the default cutoff, mode by mode. */
export function estimatedNotice({ travel }: Indicators): Message[] {
	if (!travel.estimated) return [];
	const seconds = travel.default_cutoff_minutes * 60;
	const statements = travel.modes.flatMap(({ mode }) => estimatedStatements(ESTIMATED_MODEL, mode, seconds));
	return [{ code: 'estimated_times', params: {} }, ...statements];
}
