/** The strongly connected components of a directed graph. */
export interface StrongComponents {
	/** Component of each node. */
	readonly component: Uint32Array;
	/** Number of nodes of each component. */
	readonly size: Uint32Array;
}

const UNSEEN = 0xffff_ffff;

/**
 * Strongly connected components (Tarjan 1972), without recursion.
 * @param first nodeCount + 1 offsets into head
 */
export function strongComponents(first: Uint32Array, head: Uint32Array): StrongComponents {
	const nodeCount = first.length - 1;
	const component = new Uint32Array(nodeCount).fill(UNSEEN);
	const order = new Uint32Array(nodeCount).fill(UNSEEN);
	const low = new Uint32Array(nodeCount);
	const cursor = first.slice(0, nodeCount);
	const open = new Uint32Array(nodeCount);
	const path = new Uint32Array(nodeCount);
	const sizes: number[] = [];
	let openCount = 0;
	let seen = 0;
	for (let root = 0; root < nodeCount; root++) {
		if (order[root] !== UNSEEN) continue;
		let depth = 0;
		path[0] = root;
		order[root] = low[root] = seen++;
		open[openCount++] = root;
		while (depth >= 0) {
			const node = path[depth];
			if (cursor[node] < first[node + 1]) {
				const next = head[cursor[node]++];
				if (order[next] === UNSEEN) {
					order[next] = low[next] = seen++;
					open[openCount++] = next;
					path[++depth] = next;
				} else if (component[next] === UNSEEN && order[next] < low[node]) low[node] = order[next];
				continue;
			}
			if (low[node] === order[node]) {
				const start = openCount;
				let member: number;
				do {
					member = open[--openCount];
					component[member] = sizes.length;
				} while (member !== node);
				sizes.push(start - openCount);
			}
			depth--;
			if (depth >= 0 && low[node] < low[path[depth]]) low[path[depth]] = low[node];
		}
	}
	return { component, size: Uint32Array.from(sizes) };
}

/**
 * The components to keep: the largest one, and every other of at least `least` nodes (OSRM calls those under 1,000 tiny);
 * at most `most`, largest first.
 */
export function largeComponents({ size }: StrongComponents, least: number, most: number): number[] {
	const ranked = Array.from(size.keys()).sort((a, b) => size[b] - size[a] || a - b);
	return ranked.filter((component, rank) => rank === 0 || size[component] >= least).slice(0, most);
}
