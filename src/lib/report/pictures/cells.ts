import type { Paint } from '#domain/atlas-answers.ts';
import type { MultiPolygonRings } from '#domain/geometry.ts';
import type { PolygonMesh, TerritorySummary } from '#domain/territory-summary.ts';
import { dissolvedPaths } from './dissolve.ts';
import type { Frame } from './frame.ts';
import { inUnits } from './ground.ts';
import { filled, paperFill } from './patterns.ts';
import { polygonsPath } from './paths.ts';
import { element } from './svg.ts';

/** What is painted, within the area. @param prefix of the picture, for the names it defines */
export function cellLayer(
	summary: TerritorySummary,
	paint: Paint,
	shape: MultiPolygonRings,
	frame: Frame,
	prefix: string
): string {
	const clip = polygonsPath(shape, frame);
	const id = `${prefix}-area`;
	const paths = pathsOf(summary, paint, frame);
	const inside = [...paths]
		.map(([mark, d]) => {
			const fill = paperFill(mark, paint.classes);
			return filled(prefix, fill, 'path', { d, 'fill-rule': 'evenodd' }, 'units');
		})
		.join('');
	if (clip === '') return inUnits(inside);
	const definition = element('clipPath', { id }, element('path', { d: clip, 'clip-rule': 'evenodd' }));
	return inUnits(definition + element('g', { 'clip-path': `url(#${id})` }, inside));
}

function pathsOf(summary: TerritorySummary, { level, resolution, marks }: Paint, frame: Frame): Map<number, string> {
	if (level === 'communes') return communePaths(summary, marks, frame);
	const mesh = level === 'cells' ? summary.cells : hexagonMesh(summary, resolution);
	return mesh === null ? new Map() : dissolvedPaths(mesh, marks, frame);
}

const hexagonMesh = ({ hexagons }: TerritorySummary, wanted: number | null): PolygonMesh | null =>
	hexagons.find(({ resolution }) => resolution === wanted)?.mesh ?? null;

function communePaths({ communes }: TerritorySummary, marks: Uint8Array, frame: Frame): Map<number, string> {
	const paths = new Map<number, string>();
	communes.forEach(({ geometry, margin }, rank) => {
		const d = geometry === null || margin ? '' : polygonsPath(geometry, frame);
		if (d !== '') paths.set(marks[rank], (paths.get(marks[rank]) ?? '') + d);
	});
	return paths;
}
