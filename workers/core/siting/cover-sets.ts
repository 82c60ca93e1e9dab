/** The candidates that cover each demand point: every point must have one of its candidates open. */
export interface CoverSets {
	readonly siteCount: number;
	/** One offset more than points. */
	readonly first: Uint32Array;
	/** Candidates of each point, each once. */
	readonly site: Uint32Array;
}

/** Sets seen from the other side: the points of each candidate, rising. */
export function transposed({ siteCount, first, site }: CoverSets): CoverSets {
	const start = new Uint32Array(siteCount + 1);
	for (const one of site) start[one + 1]++;
	for (let one = 0; one < siteCount; one++) start[one + 1] += start[one];
	const next = start.slice();
	const points = new Uint32Array(site.length);
	for (let point = 0; point + 1 < first.length; point++) {
		for (let entry = first[point]; entry < first[point + 1]; entry++) points[next[site[entry]]++] = point;
	}
	return { siteCount: first.length - 1, first: start, site: points };
}

/** The sets of the points kept, without the candidates left out. */
export function kept(
	{ siteCount, first, site }: CoverSets,
	keepsPoint: (point: number) => boolean,
	keepsSite: (site: number) => boolean
): CoverSets {
	const pointCount = first.length - 1;
	const offsets = new Uint32Array(pointCount + 1);
	const sites = new Uint32Array(site.length);
	let points = 0;
	let length = 0;
	for (let point = 0; point < pointCount; point++) {
		if (!keepsPoint(point)) continue;
		for (let entry = first[point]; entry < first[point + 1]; entry++) {
			if (keepsSite(site[entry])) sites[length++] = site[entry];
		}
		offsets[++points] = length;
	}
	return { siteCount, first: offsets.slice(0, points + 1), site: sites.slice(0, length) };
}
