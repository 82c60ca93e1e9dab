import type { LonLat } from '#domain/geometry.ts';
import type { MapTarget } from '#domain/map-target.ts';
import type { SectorShape } from '#domain/sector.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import { boundsOf, markRing } from './camera.ts';
import { numberPosition } from './layers/sectors.ts';

/** The place that a thing of the map is proposed for: where its name or number stands, or its middle. Null of a thing without ground. */
export function placeOfTarget(
	target: MapTarget,
	{ communes, sites, cells, hexagons }: Pick<TerritorySummary, 'communes' | 'sites' | 'cells' | 'hexagons'>,
	sectors: readonly { readonly name: string; readonly shape: SectorShape }[]
): LonLat | null {
	switch (target.kind) {
		case 'site':
			return sites.at(target.site)?.position ?? null;
		case 'commune':
			return communes.find(({ code }) => code === target.code)?.labelAt ?? null;
		case 'sector': {
			const sector = sectors.find(({ name }) => name === target.name);
			return sector === undefined ? null : numberPosition(sector.shape);
		}
		case 'cell':
			return middleOf(cells, target.cell);
		case 'hexagon':
			return middleOf(
				hexagons.find(({ resolution }) => resolution === target.resolution)?.mesh ?? null,
				target.hexagon
			);
	}
}

function middleOf(mesh: TerritorySummary['cells'], mark: number): LonLat | null {
	const bounds = mesh !== null && mark < mesh.count ? boundsOf(markRing(mesh, mark)) : null;
	return bounds && [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2];
}
