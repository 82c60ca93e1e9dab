import type { DefaultProfileId } from '#domain/default-profiles.ts';
import type { FigureId } from '#domain/diagnostic.ts';
import type { KnownFigure } from './words.ts';

/** What a median of hours and the share without any amount to: each is another sentence. */
export type HoursSituation = 'nobody' | 'mostly' | 'all' | 'some' | 'unknown';

export function hoursSituation(hours: KnownFigure | null, none: KnownFigure | null): HoursSituation {
	if (hours === null || none === null) return 'unknown';
	if (none.value === 1) return 'nobody';
	if (hours.value === 0) return 'mostly';
	return none.value === 0 ? 'all' : 'some';
}

/** The figures of a sentence on usable hours. */
export const usableFiguresOf = (profile: DefaultProfileId) =>
	({ hours: `usable.${profile}.median`, none: `usable.${profile}.none.share` }) as const satisfies Record<
		string,
		FigureId
	>;
