import type { PolygonMesh } from '#domain/territory-summary.ts';
import { type Scale } from '#domain/palette.ts';
import { fillVertexColours, paintTable } from '../palette.ts';
import type { Theme } from '../theme.ts';

interface VertexValues {
	readonly value: Uint8ClampedArray;
	readonly size: number;
	readonly normalized: true;
}

/** A mesh as deck.gl reads binary polygons: made once, of which a new paint changes two attributes alone. */
export interface MeshData {
	readonly length: number;
	readonly startIndices: Uint32Array;
	readonly attributes: {
		readonly getPolygon: { readonly value: Float64Array; readonly size: 2 };
		readonly indices: { readonly value: Uint32Array; readonly size: 1 };
		getFillColor: VertexValues;
		getFillPattern: VertexValues;
	};
}

/**
 * Triangles of a mesh of convex rings, as a fan from each ring's first vertex: no search for triangles is needed.
 * @returns ranks of vertices, three by three
 */
export function fanIndices({ count, first }: PolygonMesh): Uint32Array {
	let triangles = 0;
	for (let mark = 0; mark < count; mark++) triangles += Math.max(first[mark + 1] - first[mark] - 3, 0);
	const indices = new Uint32Array(3 * triangles);
	let at = 0;
	for (let mark = 0; mark < count; mark++)
		// The last vertex repeats the first.
		for (let vertex = first[mark] + 1; vertex + 2 < first[mark + 1]; vertex++) {
			indices[at++] = first[mark];
			indices[at++] = vertex;
			indices[at++] = vertex + 1;
		}
	return indices;
}

/** A mesh ready to be drawn, not yet coloured. */
export function meshData(mesh: PolygonMesh): MeshData {
	const vertices = mesh.first[mesh.count];
	return {
		length: mesh.count,
		startIndices: mesh.first,
		attributes: {
			getPolygon: { value: mesh.lonLat, size: 2 },
			indices: { value: fanIndices(mesh), size: 1 },
			getFillColor: vertexValues(new Uint8ClampedArray(4 * vertices), 4),
			getFillPattern: vertexValues(new Uint8ClampedArray(vertices), 1)
		}
	};
}

/** Colours a mesh: the arrays are filled in place, in new wrappers by which deck.gl sees that they changed. */
export function paintMesh(data: MeshData, marks: Uint8Array, scale: Scale, theme: Theme): void {
	const { attributes } = data;
	const colours = attributes.getFillColor.value;
	const patterns = attributes.getFillPattern.value;
	const words = new Uint32Array(colours.buffer, colours.byteOffset, colours.length / 4);
	fillVertexColours(marks, data.startIndices, paintTable(scale, theme), words, patterns);
	attributes.getFillColor = vertexValues(colours, 4);
	attributes.getFillPattern = vertexValues(patterns, 1);
}

function vertexValues(value: Uint8ClampedArray, size: number): VertexValues {
	return { value, size, normalized: true };
}
