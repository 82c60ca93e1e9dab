import type { Message } from '#domain/notes.ts';
import type { Mode } from '#domain/travel.ts';
import type { EstimatedModel } from './model.ts';

/**
 * What must be said wherever an estimated time is shown: how it was made, how far it is from real ones, how often the chosen
 * cutoff puts people on the wrong side (where that was measured), and where it errs one way; or that it is an assumption.
 * Percentages and metres whole, minutes to the tenth, speeds to the tenth of a km/h.
 */
export function estimatedStatements(model: EstimatedModel, mode: Mode, cutoffSeconds: number): Message[] {
	const { detour, calibrated, topMetresPerSecond } = model.modes[mode];
	if (!calibrated) {
		const kmh = tenths(topMetresPerSecond * 3.6);
		return [{ code: 'estimated_assumption', params: { kmh, longer: percent(detour - 1) } }];
	}
	const { territory, router, places, pairsFitted, errors, sectors, shortestPairMetres } = model.calibration;
	const overall = errors.byEstimatedTime[errors.byEstimatedTime.length - 1];
	const statements: Message[] = [
		{
			code: 'estimated_error',
			params: {
				...{ territory, router, places, pairs: pairsFitted },
				percent: percent(overall.medianAbsoluteRelativeError),
				minutes: tenths(overall.medianAbsoluteErrorMinutes),
				within30: percent(overall.shareWithin30Percent)
			}
		}
	];
	const atCutoff = errors.cutoffs.find(({ minutes }) => minutes * 60 === cutoffSeconds);
	if (atCutoff && atCutoff.falseInShare !== null && atCutoff.falseOutShare !== null) {
		const [falseIn, falseOut] = [percent(atCutoff.falseInShare), percent(atCutoff.falseOutShare)];
		statements.push({ code: 'estimated_cutoff', params: { minutes: atCutoff.minutes, falseIn, falseOut } });
	}
	const biases = sectors.map(({ medianRelativeError }) => medianRelativeError);
	const tooShort = percent(-Math.min(...biases));
	statements.push({ code: 'estimated_relief', params: { tooShort, tooLong: percent(Math.max(...biases)) } });
	statements.push({ code: 'estimated_short_trips', params: { metres: shortestPairMetres } });
	return statements;
}

function percent(share: number): number {
	return Math.round(share * 100);
}

function tenths(value: number): number {
	return Math.round(value * 10) / 10;
}
