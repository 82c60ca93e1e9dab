import type { MapLevel } from '#domain/question.ts';
import { LeastRecent } from './least-recent.ts';
import type { AtlasSession } from './session.ts';
import { communesOf } from './view.ts';

/** What a map draws, and which of it each demand point is in. */
export interface Marks {
	readonly level: MapLevel;
	/** H3 resolution at level hexagons. */
	readonly resolution: number | null;
	readonly count: number;
	/** Mark of each demand point, −1 for none; null at level cells, where a demand point is its own mark. */
	readonly group: Int32Array | Uint32Array | null;
	/** People of the grid in each mark. */
	readonly people: Float64Array;
	/** People of demand points in none: of a commune that the territory does not have, or not known. */
	readonly peopleInNoMark: number;
}

type Gathering = Omit<Marks, 'people' | 'peopleInNoMark'>;

// The levels that a map shows: cells, three sizes of hexagons, communes.
const MARKS_KEPT = 5;
const keptOf = new WeakMap<AtlasSession, LeastRecent<Marks>>();

/**
 * The marks of a level. Hexagons are those of the resolution nearest to the one wanted, the finer where two are; cells where the
 * territory has none; communes where it has neither. They are kept and shared: to be read, never written.
 */
export function marksOf(session: AtlasSession, level: MapLevel, resolution: number): Marks {
	const kept = keptOf.get(session) ?? new LeastRecent<Marks>(MARKS_KEPT);
	keptOf.set(session, kept);
	return kept.get(level === 'hexagons' ? `${level} ${resolution}` : level, () => {
		const { people } = session.territory.population;
		const gathering = groupsOf(session, level, resolution);
		const { group } = gathering;
		const peopleInNoMark = people.reduce((sum, here, point) => (group?.[point] === -1 ? sum + here : sum), 0);
		return { ...gathering, people: sumByMark(gathering, people), peopleInNoMark };
	});
}

function groupsOf(session: AtlasSession, level: MapLevel, resolution: number): Gathering {
	const hasCommunesOnly = session.hexagons.length === 0 && session.summary.cells === null;
	if (level === 'communes' || hasCommunesOnly) return communeMarks(session);
	const [first, ...others] = level === 'hexagons' ? session.hexagons : [];
	if (first === undefined) {
		return { level: 'cells', resolution: null, count: session.territory.population.count, group: null };
	}
	const away = (hexagons: { readonly resolution: number }) => Math.abs(hexagons.resolution - resolution);
	const chosen = others.reduce((best, one) => (away(one) < away(best) ? one : best), first);
	return { level, resolution: chosen.resolution, count: chosen.count, group: chosen.hexagonOf };
}

/** Every commune of the territory is a mark; nobody is in those of the margin. */
function communeMarks(session: AtlasSession): Gathering {
	const { communes } = session.territory;
	const inside = communes.flatMap(({ margin }, index) => (margin ? [] : [index]));
	const group = communesOf(session).group.map((rank) => (rank === -1 ? -1 : inside[rank]));
	return { level: 'communes', resolution: null, count: communes.length, group };
}

/** The sum of one value per demand point over each mark. */
export function sumByMark({ count, group }: Pick<Marks, 'count' | 'group'>, values: Float64Array): Float64Array {
	if (group === null) return values;
	const sum = new Float64Array(count);
	for (let point = 0; point < values.length; point++) {
		if (group[point] >= 0) sum[group[point]] += values[point];
	}
	return sum;
}
