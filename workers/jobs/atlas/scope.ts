import type { Commune } from '#domain/commune.ts';
import type { LonLat } from '#domain/geometry.ts';
import { MaillageError } from '#domain/notes.ts';
import { FEWEST_RING_CORNERS, type Scope } from '#domain/question.ts';
import type { Site } from '#domain/site.ts';
import type { Territory } from '#domain/territory.ts';
import { communeCentre } from '#io/communes/commune-centre.ts';
import { metresToPolygons, preparePolygons } from '#io/geo/polygon-distance.ts';
import { perimeterCommunes } from '../perimeter-figures.ts';

type Place = Pick<Territory, 'communes' | 'population'>;
type Drawn = Extract<Scope, { readonly kind: 'drawn' }>;

/**
 * One byte per demand point: 1 in the scope.
 * @throws MaillageError `error_question_scope` for a commune or an EPCI that the perimeter does not have, and for a ring of less than a triangle
 */
export function pointsInScope(territory: Place, scope: Scope): Uint8Array {
	const { communeCodes, count, lon, lat } = territory.population;
	if (scope.kind === 'territory') return new Uint8Array(count).fill(1);
	if (scope.kind === 'drawn') {
		const isInside = insideOf(scope);
		return Uint8Array.from({ length: count }, (_, point) => (isInside([lon[point], lat[point]]) ? 1 : 0));
	}
	const codes = new Set(namedCommunes(territory, scope).map(({ code }) => code));
	return Uint8Array.from(communeCodes, (code) => (code !== null && codes.has(code) ? 1 : 0));
}

/**
 * The communes of the perimeter that a scope is made of, in the territory's order. Of a drawn sector: those of the demand points inside, and
 * those without demand points whose centre is inside.
 * @throws MaillageError as `pointsInScope`
 */
export function communesInScope(territory: Place, scope: Scope): Commune[] {
	if (scope.kind === 'territory') return perimeterCommunes(territory);
	if (scope.kind !== 'drawn') return namedCommunes(territory, scope);
	const { communeCodes } = territory.population;
	const isInside = insideOf(scope);
	const inScope = pointsInScope(territory, scope);
	const inhabited = new Set(communeCodes);
	const touched = new Set(communeCodes.filter((_, point) => inScope[point] === 1));
	return perimeterCommunes(territory).filter((commune) => {
		if (inhabited.has(commune.code)) return touched.has(commune.code);
		return isInside(communeCentre(commune) ?? [NaN, NaN]);
	});
}

/**
 * Whether a site of the perimeter stands in a scope; those of the margin stand in none.
 * @throws MaillageError as `pointsInScope`
 */
export function standsInScope(territory: Place, scope: Scope): (site: Site) => boolean {
	if (scope.kind === 'territory') return ({ margin }) => !margin;
	if (scope.kind === 'drawn') {
		const isInside = insideOf(scope);
		return ({ margin, position }) => !margin && isInside(position);
	}
	const codes = new Set(namedCommunes(territory, scope).map(({ code }) => code));
	return ({ margin, communeCode }) => !margin && communeCode !== null && codes.has(communeCode);
}

/** The communes of the perimeter that a scope names. */
function namedCommunes(
	territory: Place,
	scope: Extract<Scope, { readonly kind: 'epci' | 'commune' | 'communes' }>
): Commune[] {
	const communes = perimeterCommunes(territory);
	const known = new Set(communes.map(({ code }) => code));
	const unknown = (code: string) => new MaillageError('error_question_scope', { code });
	if (scope.kind === 'communes') {
		const missing = scope.codes.find((code) => !known.has(code));
		if (missing !== undefined || scope.codes.length === 0) throw unknown(missing ?? '');
		const codes = new Set(scope.codes);
		return communes.filter(({ code }) => codes.has(code));
	}
	const found = communes.filter(({ code, epciCode }) => (scope.kind === 'commune' ? code : epciCode) === scope.code);
	if (found.length === 0) throw unknown(scope.code);
	return found;
}

function insideOf({ ring, name }: Drawn): (place: LonLat) => boolean {
	if (ring.length < FEWEST_RING_CORNERS) throw new MaillageError('error_question_scope', { code: name });
	const polygons = preparePolygons([[[...ring, ring[0]]]]);
	return (place) => metresToPolygons(polygons, place, 0) === 0;
}
