import type { Territory } from '#domain/territory.ts';

/** To the nearest ten, halves up: a cell's people are never told closer. */
export function roundedPeople(people: number): number {
	return Math.round(people / 10) * 10;
}

/** Null for a code that the territory has no commune of. */
export function communeNameOf({ communes }: Territory, code: string | null): string | null {
	return communes.find((commune) => commune.code === code)?.name ?? null;
}

/** Sum over some demand points. */
export function sumOver(points: readonly number[], values: Float64Array): number {
	return points.reduce((sum, point) => sum + values[point], 0);
}
