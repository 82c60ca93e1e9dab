import type { Hours, Spans } from './opening-hours.ts';
import type { Random } from '../tools/random.ts';
import type { SiteSize } from './site-plan.ts';

const h = (hours: number, minutes = 0) => hours * 60 + minutes;
const spans = (...pairs: readonly (readonly [number, number])[]): Spans => pairs;

const [MO, TU, WE, TH, FR, SA, SU] = [0, 1, 2, 3, 4, 5, 6];

type Template = readonly (readonly [day: number, spans: Spans])[];

/** Weeks of the staffed libraries: 33 h, 29 to 31 h, 11 to 18 h, 12 to 20 h (references: DESIGN §4.8). */
const STAFFED: Readonly<Record<'main' | 'town' | 'branch' | 'university' | 'market-town', readonly Template[]>> = {
	main: [
		[
			[TU, spans([h(13, 30), h(19)])],
			[WE, spans([h(10), h(18, 30)])],
			[TH, spans([h(13, 30), h(18, 30)])],
			[FR, spans([h(13, 30), h(19)])],
			[SA, spans([h(10), h(18)])]
		]
	],
	town: [
		[
			[TU, spans([h(14), h(18, 30)])],
			[WE, spans([h(9, 30), h(12, 30)], [h(13, 30), h(18, 30)])],
			[TH, spans([h(14), h(18)])],
			[FR, spans([h(10), h(12)], [h(14), h(18, 30)])],
			[SA, spans([h(9, 30), h(12, 30)], [h(13, 30), h(17)])]
		],
		[
			[TU, spans([h(15), h(18, 30)])],
			[WE, spans([h(10), h(12, 30)], [h(14), h(18, 30)])],
			[TH, spans([h(16), h(18, 30)])],
			[FR, spans([h(15), h(19)])],
			[SA, spans([h(9, 30), h(12, 30)], [h(14), h(17)])]
		],
		[
			[TU, spans([h(14), h(18)])],
			[WE, spans([h(10), h(12)], [h(14), h(18, 30)])],
			[TH, spans([h(16), h(18, 30)])],
			[FR, spans([h(14), h(18, 30)])],
			[SA, spans([h(10), h(12, 30)], [h(14), h(17)])]
		]
	],
	branch: [
		[
			[TU, spans([h(16), h(18, 30)])],
			[WE, spans([h(10), h(12)], [h(14), h(18)])],
			[FR, spans([h(15, 30), h(18, 30)])],
			[SA, spans([h(10), h(12, 30)])]
		],
		[
			[WE, spans([h(10), h(12)], [h(14), h(18)])],
			[TH, spans([h(16), h(18)])],
			[FR, spans([h(16), h(18)])]
		],
		[
			[TU, spans([h(16), h(18)])],
			[WE, spans([h(14), h(18)])],
			[SA, spans([h(9, 30), h(12)], [h(14), h(16, 30)])]
		]
	],
	university: [[MO, TU, WE, TH, FR].map((day) => [day, spans([h(8, 30), h(18)])] as const)],
	'market-town': [
		[
			[TU, spans([h(16), h(19)])],
			[WE, spans([h(10), h(12)], [h(14), h(18)])],
			[FR, spans([h(16), h(19)])],
			[SA, spans([h(10), h(12, 30)], [h(14), h(16, 30)])]
		],
		[
			[TU, spans([h(16), h(18, 30)])],
			[WE, spans([h(9, 30), h(12)], [h(14), h(18)])],
			[TH, spans([h(16), h(18)])],
			[FR, spans([h(16), h(18, 30)])],
			[SA, spans([h(9, 30), h(12, 30)])]
		],
		[
			[TU, spans([h(15, 30), h(18)])],
			[WE, spans([h(10), h(12)], [h(14), h(17, 30)])],
			[FR, spans([h(15, 30), h(18, 30)])],
			[SA, spans([h(10), h(12, 30)])]
		],
		[
			[MO, spans([h(16), h(18)])],
			[WE, spans([h(14), h(18)])],
			[TH, spans([h(16), h(18, 30)])],
			[SA, spans([h(10), h(12)], [h(14), h(16)])]
		],
		[
			[TU, spans([h(16, 30), h(18, 30)])],
			[WE, spans([h(10), h(12)], [h(14), h(17)])],
			[FR, spans([h(16, 30), h(18, 30)])],
			[SA, spans([h(10), h(12)])]
		],
		[
			[WE, spans([h(9), h(12)], [h(14), h(18)])],
			[FR, spans([h(16), h(18, 30)])],
			[SA, spans([h(9, 30), h(12, 30)])]
		]
	]
};

/** Openings volunteers can staff, and how often they are chosen. */
const VOLUNTEER: readonly { day: number; spans: Spans; weight: number }[] = [
	{ day: WE, spans: spans([h(14), h(17)]), weight: 5 },
	{ day: WE, spans: spans([h(14, 30), h(17, 30)]), weight: 4 },
	{ day: WE, spans: spans([h(10), h(12)], [h(14), h(17)]), weight: 4 },
	{ day: WE, spans: spans([h(15), h(18)]), weight: 2 },
	{ day: SA, spans: spans([h(10), h(12)]), weight: 8 },
	{ day: SA, spans: spans([h(10), h(12, 30)]), weight: 4 },
	{ day: SA, spans: spans([h(14), h(16)]), weight: 1 },
	{ day: TU, spans: spans([h(16, 30), h(18, 30)]), weight: 6 },
	{ day: FR, spans: spans([h(16, 30), h(18, 30)]), weight: 6 },
	{ day: FR, spans: spans([h(17), h(19)]), weight: 3 },
	{ day: TH, spans: spans([h(16, 30), h(18)]), weight: 4 },
	{ day: MO, spans: spans([h(16), h(18)]), weight: 3 },
	{ day: TU, spans: spans([h(10), h(11, 30)]), weight: 1 },
	{ day: SU, spans: spans([h(10, 30), h(12)]), weight: 1 }
];

const SUMMER_STAFFED = [
	'Jul-Aug Tu-Fr 10:00-12:30,15:00-18:00; Jul-Aug Sa 10:00-12:30',
	'SH Tu,Th,Fr 10:00-12:00,14:00-18:00'
];
const SUMMER_VOLUNTEER = [
	'',
	'Jul 15-Aug 15 off',
	'Jul-Aug We off; Jul-Aug Sa 10:00-12:00',
	'SH Tu,Fr off',
	'SH off',
	'Aug off',
	'',
	'SH Mo-Fr off; SH We 15:00-17:30'
];

/** The lone book point of the upper valley: Wednesdays and Tuesday's end of school, nothing for who works. */
const WEDNESDAYS: Hours = {
	week: new Map([
		[TU, spans([h(16, 30), h(17, 30)])],
		[WE, spans([h(14), h(16, 30)])]
	]),
	some: [],
	exceptions: ['SH off'],
	closedOnPublicHolidays: true
};

/** Deals hours: the templates of a size in turn, those of volunteers by chance. */
export function hoursDealer(random: Random): (size: SiteSize, weekdaysOnly: boolean) => Hours {
	const dealt = new Map<string, number>();
	const turn = (key: string) => {
		const n = dealt.get(key) ?? 0;
		dealt.set(key, n + 1);
		return n;
	};
	return (size, weekdaysOnly) => {
		if (size === 'stop') return stopHours(turn(size));
		if (size === 'book-point' && turn('first book point') === 0) return WEDNESDAYS;
		if (size === 'village' || size === 'book-point') return volunteerHours(size, weekdaysOnly, turn(size), random);
		const n = turn(size);
		const week = new Map(STAFFED[size][n % STAFFED[size].length]);
		const some: Hours['some'] = size === 'main' ? [{ day: SU, spans: spans([h(14, 30), h(18)]), when: 'first' }] : [];
		const summer =
			size === 'branch' || size === 'university' ? (n % 2 === 0 ? ['Aug off'] : ['SH off']) : [SUMMER_STAFFED[n % 2]];
		return { week, some, exceptions: size === 'main' ? [SUMMER_STAFFED[0]] : summer, closedOnPublicHolidays: true };
	};
}

function volunteerHours(size: SiteSize, weekdaysOnly: boolean, n: number, random: Random): Hours {
	const wanted = (size === 'village' ? random.between(7.5, 13) : random.between(4, 8)) * 60;
	const week = new Map<number, Spans>();
	let minutes = 0;
	for (let tries = 0; tries < 60 && minutes < wanted - 45; tries++) {
		const slot = weighed(VOLUNTEER, random);
		if (week.has(slot.day) || (weekdaysOnly && (slot.day > FR || slot.spans.some(([start]) => start >= h(17)))))
			continue;
		week.set(slot.day, slot.spans);
		minutes += slot.spans.reduce((sum, [start, end]) => sum + end - start, 0);
	}
	const some: Hours['some'][number][] = [];
	if (n % 6 === 2 && week.has(SA)) {
		some.push({ day: SA, spans: week.get(SA) ?? [], when: n % 12 === 2 ? 'odd' : 'even' });
		week.delete(SA);
	}
	if (n % 7 === 3 && !week.has(SA)) some.push({ day: SA, spans: spans([h(10), h(12)]), when: 'first' });
	const summer = SUMMER_VOLUNTEER[(n * 3 + (size === 'book-point' ? 1 : 0)) % SUMMER_VOLUNTEER.length];
	return { week, some, exceptions: summer === '' ? [] : [summer], closedOnPublicHolidays: n % 5 !== 4 };
}

function weighed<T extends { weight: number }>(items: readonly T[], random: Random): T {
	let left = random.next() * items.reduce((sum, item) => sum + item.weight, 0);
	return items.find((item) => (left -= item.weight) < 0) ?? items[0];
}

/** A bookmobile stops an hour and a half or so, every other week, on its round. */
function stopHours(n: number): Hours {
	const rounds: readonly { day: number; spans: Spans }[] = [
		{ day: TU, spans: spans([h(15, 45), h(17, 15)]) },
		{ day: TH, spans: spans([h(16), h(18)]) },
		{ day: TH, spans: spans([h(13, 30), h(15)]) },
		{ day: FR, spans: spans([h(16, 15), h(17, 45)]) }
	];
	const round = rounds[n % rounds.length];
	return {
		week: new Map(),
		some: [{ ...round, when: n % 2 === 0 ? 'odd' : 'even' }],
		exceptions: ['SH off'],
		closedOnPublicHolidays: true
	};
}
