/** School holidays are set by zone; Corse has its own calendar. */
export type SchoolZone = 'A' | 'B' | 'C' | 'Corse';
export const SCHOOL_ZONES: readonly SchoolZone[] = ['A', 'B', 'C', 'Corse'];

/** A civil date "YYYY-MM-DD". */
export type IsoDate = `${number}-${string}-${string}`;

/** First and last day, both without school. */
export interface SchoolHoliday {
	readonly name: string;
	readonly from: IsoDate;
	readonly to: IsoDate;
	/** Summer is told apart from small holidays. */
	readonly summer: boolean;
}

/** What is known of one zone: beyond `knownFrom` … `knownTo` school holidays are unknown, never term. */
export interface SchoolCalendar {
	readonly zone: SchoolZone;
	readonly knownFrom: IsoDate;
	readonly knownTo: IsoDate;
	readonly holidays: readonly SchoolHoliday[];
}
