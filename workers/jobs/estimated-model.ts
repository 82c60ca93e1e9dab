import type { EstimatedError, Indicators } from '#domain/indicator.ts';
import type { Message } from '#domain/notes.ts';
import type { Mode } from '#domain/travel.ts';
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

/** What must be said with estimated times: that they are, how far they may be off at a cutoff, mode by mode. */
export function estimatedTimesNotice(modes: readonly Mode[], cutoffMinutes: number): Message[] {
	const statements = modes.flatMap((mode) => estimatedStatements(ESTIMATED_MODEL, mode, cutoffMinutes * 60));
	return [{ code: 'estimated_times', params: {} }, ...statements];
}

/** What must be said with the figures of a diagnosis; nothing where times are not estimated. */
export function estimatedNotice({ travel }: Indicators): Message[] {
	if (!travel.estimated) return [];
	const modes = travel.modes.map(({ mode }) => mode);
	return estimatedTimesNotice(modes, travel.default_cutoff_minutes);
}
