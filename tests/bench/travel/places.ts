import type { Attachments, SearchGraph } from '#core/travel/search-graph.ts';

/**
 * Points somewhere on arcs drawn at random, as cells and sites hang on roads: each on both ends of its arc, with the
 * part of the arc's time to each and up to 20 s of access.
 */
export function placesOnArcs(
	{ nodeCount, first, head, weight }: SearchGraph,
	count: number,
	random: () => number
): Attachments {
	const node = new Uint32Array(2 * count);
	const deciseconds = new Uint32Array(2 * count);
	for (let place = 0; place < count; place++) {
		let tail: number;
		do tail = Math.floor(random() * nodeCount);
		while (first[tail] === first[tail + 1]);
		const arc = first[tail] + Math.floor(random() * (first[tail + 1] - first[tail]));
		const [along, access] = [Math.round(random() * weight[arc]), Math.floor(random() * 200)];
		node.set([tail, head[arc]], 2 * place);
		deciseconds.set([access + along, access + weight[arc] - along], 2 * place);
	}
	return { first: Uint32Array.from({ length: count + 1 }, (_, place) => 2 * place), node, deciseconds };
}

/** One of the points alone. */
export function placeAlone({ node, deciseconds }: Attachments, place: number): Attachments {
	return {
		first: Uint32Array.of(0, 2),
		node: node.slice(2 * place, 2 * place + 2),
		deciseconds: deciseconds.slice(2 * place, 2 * place + 2)
	};
}
