import type { Site } from '#domain/site.ts';

/** Degrees, WGS 84. */
export interface Positions {
	readonly lon: Float64Array;
	readonly lat: Float64Array;
}

/** Where sites are, in their order. */
export function positionsOf(sites: readonly Pick<Site, 'position'>[]): Positions {
	return {
		lon: Float64Array.from(sites, ({ position }) => position[0]),
		lat: Float64Array.from(sites, ({ position }) => position[1])
	};
}
