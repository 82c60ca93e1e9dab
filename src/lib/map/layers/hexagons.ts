import type { HexagonLevel } from '#domain/territory-summary.ts';
import { MarkLayer } from './cells.ts';

/** Hexagons by H3 resolution. */
export function hexagonLayers(levels: readonly HexagonLevel[]): ReadonlyMap<number, MarkLayer> {
	return new Map(levels.map(({ resolution, mesh }) => [resolution, new MarkLayer(`hexagons-${resolution}`, mesh)]));
}
