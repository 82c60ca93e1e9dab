import type { Mode } from '#domain/travel.ts';
import type { Tags, WayUse } from './way-use.ts';

const WALKING_KMH = 4.8;
const STEPS_KMH = 2.4;
const RIDING_KMH = 16;
const TRACK_RIDING_KMH = 12;
const FERRY_KMH = 5;
const HIGHEST_LIMIT_KMH = 130;

/** IGN's car cost is length / speed, plus this in town, for each section. */
const URBAN_SECONDS = 5;
const FERRY = 'Bac ou liaison maritime';
const STEPS = 'Escalier';
const MOTORWAYS = new Set(['Type autoroutier', 'Autoroute', 'Quasi-autoroute']);
const UNPAVED = new Set(['Route empierrée', 'Chemin', 'Sentier']);
const BIKE_WAYS = new Set(['Piste cyclable']);

/**
 * How a mode uses an IGN BD TOPO section (properties of `troncon_de_route`). Cars: IGN's own cost, length_m ÷ speed × 3.6,
 * plus 5 s in town; a mean speed of zero, a physically impossible access or a section not in service closes it;
 * "Restreint aux ayants droit" serves the ends of a journey only. Bikes and pedestrians: 16 and 4.8 km/h, tracks and steps slower.
 */
export function bdTopoWayUse(tags: Tags, mode: Mode): WayUse | null {
	if (tags.etat_de_l_objet !== undefined && tags.etat_de_l_objet !== 'En service') return null;
	if (tags.fictif === 'true') return null;
	const kmh = mode === 'car' ? carKmh(tags) : mode === 'bike' ? bikeKmh(tags) : footKmh(tags);
	if (kmh === 0) return null;
	const isFerry = tags.nature === FERRY;
	const use = { kmh, endsOnly: mode === 'car' && tags.acces_vehicule_leger === 'Restreint aux ayants droit' };
	const [forward, backward] = directions(tags, mode);
	return {
		forward: forward ? use : null,
		backward: backward ? use : null,
		isFerry,
		durationSeconds: null,
		fixedSeconds: mode === 'car' && !isFerry && isTrue(tags.urbain) ? URBAN_SECONDS : 0,
		isRoundabout: tags.nature === 'Rond-point',
		isStartPoint: !isFerry
	};
}

function isTrue(value: string | undefined): boolean {
	return value !== undefined && /^(true|vrai|1|oui|t)$/i.test(value);
}

function directions(tags: Tags, mode: Mode): [forward: boolean, backward: boolean] {
	if (mode === 'foot') return [true, true];
	const sense = tags.sens_de_circulation;
	const mayRide = (direction: string) =>
		mode === 'bike' && ['gauche', 'droit'].some((side) => hasCycleLane(tags, side, direction));
	return [sense !== 'Sens inverse' || mayRide('Sens direct'), sense !== 'Sens direct' || mayRide('Sens inverse')];
}

/** Whether one side of the section has a way for bikes in a direction of its own. */
function hasCycleLane(tags: Tags, side: string, direction: string): boolean {
	const lane = tags[`amenagement_cyclable_${side}`] ?? '';
	const sense = tags[`sens_amenagement_cyclable_${side}`];
	return /double sens|contresens/i.test(lane) || sense === direction || sense === 'Double sens';
}

function carKmh(tags: Tags): number {
	const kmh = Number(tags.vitesse_moyenne_vl);
	if (!(kmh > 0) || tags.acces_vehicule_leger === 'Physiquement impossible') return 0;
	return Math.min(kmh, HIGHEST_LIMIT_KMH);
}

function bikeKmh(tags: Tags): number {
	const nature = tags.nature ?? '';
	if (nature === FERRY) return FERRY_KMH;
	if (MOTORWAYS.has(nature) || nature === STEPS || nature === 'Sentier') return 0;
	if (isTrue(tags.prive)) return 0;
	if (BIKE_WAYS.has(nature)) return RIDING_KMH;
	return UNPAVED.has(nature) ? TRACK_RIDING_KMH : RIDING_KMH;
}

function footKmh(tags: Tags): number {
	const nature = tags.nature ?? '';
	if (nature === FERRY) return FERRY_KMH;
	if (MOTORWAYS.has(nature) || isTrue(tags.prive)) return 0;
	if (/^(interdit|physiquement impossible)/i.test(tags.acces_pieton ?? '')) return 0;
	return nature === STEPS ? STEPS_KMH : WALKING_KMH;
}
