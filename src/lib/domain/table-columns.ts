/** Columns of the tables, in their order; the page gives their headings in the user's language. */
export const TABLE_COLUMNS = {
	communes: [
		'code',
		'name',
		'epci',
		'municipal-population',
		'people',
		'counted-sites',
		'people-covered',
		'share-covered',
		'people-at-moment',
		'share-at-moment',
		'median-weekly-hours',
		'people-without-hours',
		'people-unattached'
	],
	sites: [
		'id',
		'name',
		'kind',
		'commune-code',
		'commune',
		'counted',
		'outside',
		'hours-term',
		'hours-small-holidays',
		'hours-summer',
		'open-at-moment',
		'people-within',
		'people-only-here',
		'surface',
		'staff',
		'volunteers'
	]
} as const;
export type TableName = keyof typeof TABLE_COLUMNS;
