import type { IsoDate } from '#domain/calendar.ts';
import type { ChangeKind } from '#domain/scenario.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import type { Locale } from '#i18n/locale.ts';
import type { ToldFollowUp } from '#domain/follow-up.ts';

/** What a document is written with beside its figures. */
export interface ReportContext {
	readonly summary: TerritorySummary;
	/** The scenario of the question, its modifications that are on as sentences without final stop; null without one. */
	readonly scenario: ReportScenario | null;
	/** Another time of the same area, held against this one; absent without any. */
	readonly followUp?: ToldFollowUp | null;
	readonly date: IsoDate;
	readonly locale: Locale;
	/** `shared`: without what named sites would mind (staff of each, closings); `working` has them, and is stamped for internal use. */
	readonly audience: 'shared' | 'working';
}

export interface ReportScenario {
	readonly name: string;
	readonly modifications: readonly { readonly kind: ChangeKind; readonly sentence: string }[];
}
