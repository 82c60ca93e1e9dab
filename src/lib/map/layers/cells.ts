import { SolidPolygonLayer } from '@deck.gl/layers';
import type { Paint } from '#domain/atlas-answers.ts';
import type { PolygonMesh } from '#domain/territory-summary.ts';
import type { Theme } from '../theme.ts';
import { scaleOf } from '#domain/palette.ts';
import { meshData, paintMesh, type MeshData } from './mesh-buffers.ts';
import { ABOVE_MARKS } from './order.ts';
import { PatternExtension } from './pattern-extension.ts';

const PATTERNS = [new PatternExtension()];

/** One mesh of marks on the map: its triangles are made once, when first painted. */
export class MarkLayer {
	readonly #id: string;
	readonly mesh: PolygonMesh;
	#data: MeshData | null = null;
	/** Tells deck.gl that the colours changed while the polygons did not. */
	#version = 0;

	constructor(id: string, mesh: PolygonMesh) {
		this.#id = id;
		this.mesh = mesh;
	}

	/** Colours the marks. @returns false when the paint is of another mesh (another number of marks) */
	paint(paint: Paint, theme: Theme): boolean {
		if (paint.marks.length !== this.mesh.count) return false;
		this.#data ??= meshData(this.mesh);
		paintMesh(this.#data, paint.marks, scaleOf(paint.classes), theme);
		this.#version++;
		return true;
	}

	/** The deck.gl layer as it is to be drawn now; null before the first paint. */
	layer(visible: boolean): SolidPolygonLayer | null {
		return (
			this.#data &&
			new SolidPolygonLayer({
				id: this.#id,
				data: this.#data as never,
				visible,
				_normalize: false,
				_windingOrder: 'CCW',
				positionFormat: 'XY',
				extruded: false,
				pickable: false,
				extensions: PATTERNS,
				updateTriggers: { getFillColor: this.#version, getFillPattern: this.#version },
				parameters: { depthCompare: 'always', depthWriteEnabled: false },
				// Read by the overlay, which draws the layer within MapLibre's stack.
				...({ beforeId: ABOVE_MARKS } as object)
			})
		);
	}
}

/** The demand points' own shapes; null when they have none. */
export function cellLayer(cells: PolygonMesh | null): MarkLayer | null {
	return cells && new MarkLayer('cells', cells);
}
