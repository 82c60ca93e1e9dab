import type { MultiPolygonRings } from '#domain/geometry.ts';
import { MaillageError } from '#domain/notes.ts';
import type { Mode } from '#domain/travel.ts';
import { METRES_PER_DEGREE } from '#core/roads/distance.ts';
import { BLOCK_STEPS } from '#core/travel/isochrone/field.ts';
import type { Isochrone } from '#core/travel/isochrone/isochrones.ts';
import type { JobContext } from '#workers/protocol.ts';
import { breather } from '../../breathe.ts';
import type { IsochroneAnswer, IsochroneRequest } from './atlas-jobs.ts';
import type { AtlasSession } from './session.ts';
import { viewOf } from './view.ts';

/** Steps of the field, the finest first; the last is that of the sketch by which one is chosen. */
const RESOLUTIONS_METRES = [25, 50, 75, 100, 150, 200, 300, 400] as const;
const SKETCH_METRES = 400;
/**
 * Times asked for one drawing: on the demonstration territory 0.1 s to 4 s of the processor of a busy machine, sketch included, nearly all
 * of it to hang the nodes on roads.
 */
const NODES_ASKED = 60_000;
/** Nodes asked around a vertex of a contour, measured on the demonstration territory (all modes, 5 to 30 minutes). */
const NODES_PER_VERTEX = 3;
/** Of the time of a drawing, what its sketch takes. */
const SKETCH_SHARE = 0.15;
/** Drawings kept of a territory: a user goes back and forth between a few. */
const DRAWINGS_KEPT = 6;

// By its travel times, which other hours do not change: sites of the same ranks stand at the same places.
const drawnOf = new WeakMap<AtlasSession['travel'], Map<string, IsochroneAnswer>>();

/**
 * Nested isochrones of people going to some sites, or to the nearest of all that count under the question, as fine as can be drawn while
 * a user waits: the resolution is told.
 * @throws MaillageError `error_isochrones_need_roads` where times come from a matrix; what `viewOf` and `SessionTravel.isochrones` throw
 * @throws RangeError for a rank that is no site; the signal's reason once aborted
 */
export async function isochroneAnswer(
	session: AtlasSession,
	{ question, sites, cutoffs }: IsochroneRequest,
	{ signal, progress }: JobContext
): Promise<IsochroneAnswer> {
	const { counted } = await viewOf(session, question, { signal });
	const ranks = sites === 'counted' ? [...counted.keys()].filter((site) => counted[site] === 1) : [...sites];
	for (const rank of ranks) {
		if (!(rank >= 0 && rank < counted.length)) throw new RangeError(`Site ${rank} of ${counted.length}`);
	}
	const rising = [...new Set(cutoffs)].sort((one, other) => one - other);
	const drawn = drawnBefore(session);
	const key = JSON.stringify([question.mode, ranks, rising]);
	const kept = drawn.get(key);
	drawn.delete(key);
	const answer = kept ?? (await draw(session, question.mode, ranks, rising, { signal, progress }));
	// Put last: a Map keeps the order in which keys are set, and the first is let go.
	drawn.set(key, answer);
	if (drawn.size > DRAWINGS_KEPT) drawn.delete([...drawn.keys()][0]);
	return answer;
}

function drawnBefore({ travel }: AtlasSession): Map<string, IsochroneAnswer> {
	const known = drawnOf.get(travel) ?? new Map<string, IsochroneAnswer>();
	drawnOf.set(travel, known);
	return known;
}

/** Sketches, chooses a resolution by the sketch, draws. */
async function draw(
	{ travel, territory }: AtlasSession,
	mode: Mode,
	sites: readonly number[],
	cutoffs: IsochroneRequest['cutoffs'],
	{ signal, progress }: JobContext
): Promise<IsochroneAnswer> {
	const pause = breather();
	const around = sites.map((site) => territory.sites[site]);
	const at = async (resolutionMetres: number) => {
		await pause();
		signal.throwIfAborted();
		const cutoffsSeconds = cutoffs.map((minutes) => minutes * 60);
		const isochrones = await travel.isochrones(mode, { around, cutoffsSeconds, resolutionMetres }, { signal });
		if (isochrones === null) throw new MaillageError('error_isochrones_need_roads');
		return isochrones;
	};
	const sketch = await at(SKETCH_METRES);
	progress(SKETCH_SHARE);
	const resolutionMetres = affordableResolution(sketch);
	const isochrones = resolutionMetres === SKETCH_METRES ? sketch : await at(resolutionMetres);
	return {
		resolutionMetres,
		isochrones: isochrones.map(({ polygons, areaSquareMetres }, rank) => ({
			cutoffMinutes: cutoffs[rank],
			polygons,
			areaSquareMetres
		}))
	};
}

/**
 * The finest step at which the times to ask stay few: one a block over the box of the sketch, and those beside its contours, whose
 * vertices grow as the step shrinks.
 */
function affordableResolution(sketch: readonly Isochrone[]): number {
	const rings = sketch.flatMap(({ polygons }) => polygons.flat());
	const vertices = rings.reduce((sum, ring) => sum + ring.length, 0);
	const area = boxSquareMetres(sketch.flatMap(({ polygons }) => polygons));
	const asked = (step: number) =>
		area / (BLOCK_STEPS * step) ** 2 + NODES_PER_VERTEX * vertices * (SKETCH_METRES / step);
	return RESOLUTIONS_METRES.find((step) => asked(step) <= NODES_ASKED) ?? SKETCH_METRES;
}

/** Area of the box around some polygons; 0 for none. */
function boxSquareMetres(polygons: MultiPolygonRings): number {
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const [outer] of polygons) {
		for (const [lon, lat] of outer) {
			west = Math.min(west, lon);
			east = Math.max(east, lon);
			south = Math.min(south, lat);
			north = Math.max(north, lat);
		}
	}
	if (west > east) return 0;
	const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180);
	return (east - west) * narrowing * (north - south) * METRES_PER_DEGREE ** 2;
}
