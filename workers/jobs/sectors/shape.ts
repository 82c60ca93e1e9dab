import { cellToBoundary } from 'h3-js';
import type { LonLat, MultiPolygonRings } from '#domain/geometry.ts';
import type { SectorShape } from '#domain/sector.ts';
import type { Territory } from '#domain/territory.ts';
import { cellPolygon, parseCellId } from '#io/geo/grid-cell-id.ts';
import { outlineOf } from '#io/geo/outline.ts';

/** The ground of some demand points: the outline of their cells, hexagons or communes together; the points where some have none. */
export function sectorShape(territory: Pick<Territory, 'population' | 'communes'>, points: Uint32Array): SectorShape {
	const grounds: MultiPolygonRings[] = [];
	for (const point of points) {
		const ground = groundOf(territory, point);
		if (ground === null) return { kind: 'points', positions: positionsOf(territory, points) };
		grounds.push(ground);
	}
	return { kind: 'area', rings: outlineOf(grounds) };
}

function groundOf({ population, communes }: Pick<Territory, 'population' | 'communes'>, point: number) {
	const { kind, ids, communeCodes } = population;
	if (kind === 'h3') return [[cellToBoundary(ids[point], true) as LonLat[]]];
	if (kind === 'commune') return communes.find(({ code }) => code === communeCodes[point])?.geometry ?? null;
	const cell = kind === 'point' ? null : parseCellId(ids[point]);
	return cell === null ? null : [[cellPolygon(cell)]];
}

function positionsOf({ population }: Pick<Territory, 'population'>, points: Uint32Array): LonLat[] {
	return Array.from(points, (point): LonLat => [population.lon[point], population.lat[point]]);
}
