/** The six moments of the week; together they are the week and no two share a minute. */
export type Moment =
	'weekday-daytime' | 'wednesday-afternoon' | 'weekday-evening' | 'saturday-morning' | 'saturday-afternoon' | 'sunday';
