import { CLOSED, type BuiltEdges } from './edges.ts';
import { headOf, LeavingEdges, tailOf } from './leaving-edges.ts';
import { largeComponents, strongComponents } from './strong-components.ts';
import { isEndsOnlyBackward, isEndsOnlyForward } from './way-uses.ts';

/** A part of the open roads this small does not make a network (the bound under which OSRM calls a component tiny). */
export const TINY_PART = 1000;

/**
 * Which directed edges serve only the ends of a journey: 1 for these. To those that say so are added the open roads that can be
 * reached, or left, only through them: a public square behind a private gate. Else nobody could come there, since
 * a private road is never driven through.
 */
export function endsOnlyEdges(edges: BuiltEdges, leaving: LeavingEdges): Uint8Array {
	const endsOnly = new Uint8Array(2 * edges.edgeCount);
	let any = false;
	for (let edge = 0; edge < edges.edgeCount; edge++) {
		endsOnly[2 * edge] = isEndsOnlyForward(edges.traits[edge]) ? 1 : 0;
		endsOnly[2 * edge + 1] = isEndsOnlyBackward(edges.traits[edge]) ? 1 : 0;
		any ||= endsOnly[2 * edge] === 1 || endsOnly[2 * edge + 1] === 1;
	}
	if (any) addEnclosed(edges, leaving, endsOnly);
	return endsOnly;
}

function addEnclosed(edges: BuiltEdges, leaving: LeavingEdges, endsOnly: Uint8Array): void {
	const isMain = mainJunctions(edges, leaving, endsOnly);
	const isFreeMain = (edge: number) =>
		endsOnly[edge] === 0 && isMain[headOf(edges, edge)] === 1 && isMain[tailOf(edges, edge)] === 1;
	const groups = new Uint32Array(edges.junctionCount).map((_, junction) => junction);
	const find = (junction: number) => {
		while (groups[junction] !== junction) junction = groups[junction] = groups[groups[junction]];
		return junction;
	};
	const directed = Array.from(endsOnly.keys()).filter((edge) => edges.moving[edge] !== CLOSED && !isFreeMain(edge));
	// Main junctions do not join what hangs on them.
	const joined = (edge: number) => [tailOf(edges, edge), headOf(edges, edge)].filter((end) => isMain[end] === 0);
	for (const edge of directed) {
		const [a, b] = joined(edge);
		if (a !== undefined && b !== undefined) groups[find(a)] = find(b);
	}
	const touchesEndsOnly = new Uint8Array(edges.junctionCount);
	for (const edge of directed) if (endsOnly[edge] === 1) for (const end of joined(edge)) touchesEndsOnly[find(end)] = 1;
	for (const edge of directed) if (joined(edge).some((end) => touchesEndsOnly[find(end)] === 1)) endsOnly[edge] = 1;
}

/** 1 for the junctions of the large connected parts of the roads open to all. */
function mainJunctions(edges: BuiltEdges, leaving: LeavingEdges, endsOnly: Uint8Array): Uint8Array {
	const first = new Uint32Array(edges.junctionCount + 1);
	const head = new Uint32Array(leaving.edge.length);
	let count = 0;
	for (let junction = 0; junction < edges.junctionCount; junction++) {
		for (let i = leaving.first[junction]; i < leaving.first[junction + 1]; i++) {
			const edge = leaving.edge[i];
			if (edges.moving[edge] !== CLOSED && endsOnly[edge] === 0) head[count++] = headOf(edges, edge);
		}
		first[junction + 1] = count;
	}
	const components = strongComponents(first, head.subarray(0, count));
	const isMain = new Uint8Array(components.size.length);
	for (const component of largeComponents(components, TINY_PART, Infinity)) isMain[component] = 1;
	return Uint8Array.from(components.component, (component) => isMain[component]);
}
