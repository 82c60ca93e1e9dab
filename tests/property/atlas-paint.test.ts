import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLASS_BEYOND, CLASS_NO_DATA, CLASS_UNATTACHED, type Paint } from '#domain/atlas-answers.ts';
import type { MapIndicator, MapLevel, Question } from '#domain/question.ts';
import { answer } from '#workers/jobs/atlas/answer.ts';
import { atMoment } from '#workers/jobs/atlas/at-moment.ts';
import { paint } from '#workers/jobs/atlas/paint.ts';
import type { AtlasSession } from '#workers/jobs/atlas/session.ts';
import { anyQuestion, anyTerritory } from '../atlas-arbitraries.ts';
import {
	areHoursKnown,
	halfHaveAtLeast,
	hoursReached,
	openMinutesPlainly,
	openPlainly,
	plainPoints,
	type PlainPoint
} from '../atlas-oracle.ts';
import { alone, madeSession } from '../atlas-session.ts';
import { plainFreePoints, type PlainFreePoint } from '../atlas-usable-oracle.ts';
import { secondsUnited } from '../usable-hours-plain.ts';

type Asked = { session: AtlasSession; question: Question };
const anyAsked = fc
	.tuple(anyTerritory, anyQuestion)
	.map(([made, question]) => ({ session: madeSession(made), question }));
const holds = (law: (asked: Asked) => Promise<void>) => fc.assert(fc.asyncProperty(anyAsked, law));
const LEVELS: readonly MapLevel[] = ['cells', 'hexagons', 'communes'];
const ACCESS = ['nearest', 'open-now', 'open-hours', 'usable-hours', 'sites'] as const;
const followsHours = (indicator: MapIndicator) => indicator.includes('open') || indicator === 'usable-hours';
const draw = ({ session, question }: Asked, indicator: MapIndicator, level: MapLevel = 'cells') =>
	paint(session, { question, indicator, level, resolution: 7 }, alone);
const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);

/** A demand point and what one can visit from it in the free time of the question's profile. */
type DrawnPoint = PlainPoint & Pick<PlainFreePoint, 'visits'>;

async function drawnPoints({ session, question }: Asked): Promise<DrawnPoint[]> {
	const times = await session.travel.times('car');
	const free = plainFreePoints(session, question, times);
	return plainPoints(session, question, times).map((point, rank) => ({ ...point, visits: free[rank].visits }));
}

/** What a demand point has, larger is better: minus the minutes to a site, hours, usable hours, sites. */
function valueOf({ session, question }: Asked, indicator: (typeof ACCESS)[number], point: DrawnPoint): number {
	const nearest = (sites: readonly number[]) =>
		-Math.min(...sites.map((site) => point.seconds.get(site) ?? Infinity)) / 60;
	const reached = [...point.seconds.keys()];
	if (indicator === 'usable-hours') return Math.floor(secondsUnited(point.visits) / 60) / 60;
	if (indicator === 'nearest') return nearest(reached);
	if (indicator === 'open-now') {
		return nearest(reached.filter((site) => openPlainly(session, question, site, question.minute)));
	}
	return indicator === 'sites' ? point.sites.size : openMinutesPlainly(session, question, point) / 60;
}

/** Whether a demand point reaches counted sites, all of unknown hours; inhabited or not. */
const onlyUnknown = ({ session, question }: Asked, point: PlainPoint) =>
	hoursReached(session, question, [{ ...point, people: 1 }]) === 'unknown';

/** Whether a value belongs to a class of the paint, by its bounds and the sides that the contract gives them. */
function isInClass({ classes }: Paint, mark: number, value: number): boolean {
	const { bounds, unit } = classes;
	if (unit === 'minutes') {
		const minutes = -value;
		if (mark === CLASS_BEYOND) return minutes > (bounds.at(-1)?.to ?? NaN);
		return minutes <= (bounds[mark].to ?? NaN) && (mark === 0 || minutes > bounds[mark].from);
	}
	if (mark === CLASS_BEYOND) return value === 0;
	return value > 0 && value >= bounds[mark].from && value < (bounds[mark].to ?? Infinity);
}

describe('the paint of a map', () => {
	it('puts each demand point in the class that holds its value', () =>
		holds(async (asked) => {
			const points = await drawnPoints(asked);
			const someKnown = areHoursKnown(asked.session, asked.question, []);
			for (const indicator of ACCESS) {
				const drawn = await draw(asked, indicator);
				expect([drawn.level, drawn.marks.length, drawn.classes.indicator]).toEqual(['cells', points.length, indicator]);
				points.forEach((point, rank) => {
					const mark = drawn.marks[rank];
					if (!point.attached) expect(mark).toBe(CLASS_UNATTACHED);
					else if (followsHours(indicator) && (!someKnown || onlyUnknown(asked, point)))
						expect(mark).toBe(CLASS_NO_DATA);
					else expect(isInClass(drawn, mark, valueOf(asked, indicator, point)), indicator).toBe(true);
				});
			}
		}));

	it('gives a hexagon or a commune the class of what half of its attached people have at least', () =>
		holds(async (asked) => {
			const { session } = asked;
			const points = await drawnPoints(asked);
			const hexagons = session.hexagons.find(({ resolution }) => resolution === 7);
			for (const indicator of ACCESS) {
				for (const level of ['hexagons', 'communes'] as const) {
					const drawn = await draw(asked, indicator, level);
					expect([drawn.level, drawn.resolution]).toEqual([level, level === 'hexagons' ? 7 : null]);
					const isIn = (mark: number) => (point: DrawnPoint, rank: number) =>
						level === 'hexagons'
							? hexagons?.hexagonOf[rank] === mark
							: session.territory.communes[mark].code === point.commune;
					drawn.marks.forEach((mark, rank) => {
						const inside = points.filter(isIn(rank)).filter(({ people }) => people > 0);
						const attached = inside.filter((point) => point.attached);
						const told = attached.filter((point) => !followsHours(indicator) || !onlyUnknown(asked, point));
						const half = halfHaveAtLeast(
							told.map((point) => ({ value: valueOf(asked, indicator, point), people: point.people }))
						);
						const known = !followsHours(indicator) || areHoursKnown(session, asked.question, inside);
						if (attached.length === 0) expect(mark).toBe(inside.length > 0 ? CLASS_UNATTACHED : CLASS_NO_DATA);
						else if (known && half !== null) expect(isInClass(drawn, mark, half)).toBe(true);
						else expect(mark).toBe(CLASS_NO_DATA);
					});
				}
			}
		}));

	it('leaves nobody out of the legend, at any level', () =>
		holds(async (asked) => {
			const everybody = sum([...asked.session.territory.population.people]);
			for (const indicator of [...ACCESS, 'density', 'share-65-over'] as const) {
				for (const level of LEVELS) {
					const { classes } = await draw(asked, indicator, level);
					expect(classes.peoplePerClass).toHaveLength(classes.bounds.length);
					const { peoplePerClass, peopleBeyond, peopleWithoutData, peopleUnattached } = classes;
					expect(sum(peoplePerClass) + peopleBeyond + peopleWithoutData + peopleUnattached).toBe(everybody);
				}
			}
		}));

	it('counts in the classes up to the cutoff the people that the answer covers, at any level', () =>
		holds(async (asked) => {
			const { whole } = await answer(asked.session, asked.question, alone);
			const upTo = ({ classes }: Paint) =>
				sum(
					classes.peoplePerClass.filter(
						(_, rank) => (classes.bounds[rank].to ?? Infinity) <= asked.question.cutoffMinutes
					)
				);
			for (const level of LEVELS) {
				expect(upTo(await draw(asked, 'nearest', level))).toBe(whole.coverage.people);
				if (whole.moment.people !== null) expect(upTo(await draw(asked, 'open-now', level))).toBe(whole.moment.people);
				const { peopleBeyond, peopleWithoutData } = (await draw(asked, 'open-hours', level)).classes;
				if (whole.withoutHours.people !== null)
					expect([peopleBeyond, peopleWithoutData]).toEqual([whole.withoutHours.people, whole.hoursUnknownPeople]);
			}
		}));

	it('has the same legend at every level', () =>
		holds(async (asked) => {
			for (const indicator of ACCESS) {
				const { classes } = await draw(asked, indicator, 'cells');
				for (const level of LEVELS) expect((await draw(asked, indicator, level)).classes).toEqual(classes);
			}
		}));

	it('follows the cursor as the map drawn anew', () =>
		holds(async (asked) => {
			for (const level of LEVELS) {
				const request = { question: asked.question, indicator: 'open-now', level, resolution: 6 } as const;
				const now = await atMoment(asked.session, request, alone);
				expect(now.paint).toEqual(await paint(asked.session, request, alone));
			}
		}));

	it('gives arrays of its own, that may be moved away', () =>
		holds(async (asked) => {
			for (const indicator of [...ACCESS, 'density', 'share-65-over'] as const) {
				const first = await draw(asked, indicator);
				const kept = [...first.marks];
				structuredClone(first, { transfer: [first.marks.buffer as ArrayBuffer] });
				expect([...(await draw(asked, indicator)).marks]).toEqual(kept);
			}
		}));
});
