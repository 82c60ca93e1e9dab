import type { Paint } from '#domain/atlas-answers.ts';
import type { DiagnosticData } from '#domain/diagnostic.ts';
import type { MapIndicator, MapLevel, Question } from '#domain/question.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import type { Locale } from '#i18n/locale.ts';
import type { PictureId } from '../document.ts';
import { areaBounds } from './area.ts';

/** Pictures whose marks the job `paint` colours. */
export type PaintedPicture = Extract<PictureId, 'map-access' | 'map-hours' | 'map-change'>;
export type Paints = Readonly<Partial<Record<PaintedPicture, Paint>>>;

/** What every picture is drawn from. */
export interface PictureInput {
	readonly summary: TerritorySummary;
	readonly data: DiagnosticData;
	/** A map whose paint is not there is not drawn. */
	readonly paints: Paints;
	readonly locale: Locale;
	/** Pixels; that of a printed page where it is not told. */
	readonly width?: number;
}

/** Width of a picture for a narrow window, pixels: what is written on it is read there without coming nearer. */
export const NARROW_PICTURE = 384;

/** A picture that stands alone: its own title, legend and sources; sizes in CSS pixels. */
export interface Picture {
	readonly svg: string;
	readonly width: number;
	readonly height: number;
}

/** What the job `paint` is asked for. */
export interface PaintAsked {
	readonly question: Question;
	readonly indicator: MapIndicator;
	readonly level: MapLevel;
	readonly resolution: number;
}

/** More marks than these make a heavy picture, of cells too small to be seen. */
export const MOST_MARKS = 20_000;

const INDICATORS: Readonly<Record<PaintedPicture, MapIndicator>> = {
	'map-access': 'nearest',
	'map-hours': 'open-hours',
	'map-change': 'change'
};

/**
 * What to ask the job `paint` for each painted map of a diagnostic: the territory as it is, but for the map of what its scenario changes,
 * which is asked where there is one. Cells where the area has few enough, else the finest hexagons that are few enough.
 */
export function paintsAsked(
	summary: TerritorySummary,
	data: Pick<DiagnosticData, 'question' | 'area'>
): readonly { readonly picture: PaintedPicture; readonly asked: PaintAsked }[] {
	const { question } = data;
	const marks = levelOf(summary, data);
	const pictures = (Object.keys(INDICATORS) as PaintedPicture[]).filter(
		(picture) => picture !== 'map-change' || question.scenario !== null
	);
	return pictures.map((picture) => ({
		picture,
		asked: {
			question: picture === 'map-change' ? question : { ...question, scenario: null },
			indicator: INDICATORS[picture],
			...marks
		}
	}));
}

function levelOf(
	summary: TerritorySummary,
	data: Pick<DiagnosticData, 'question' | 'area'>
): Pick<PaintAsked, 'level' | 'resolution'> {
	const { cells, hexagons } = summary;
	const finest = hexagons.at(0)?.resolution ?? 8;
	if (cells !== null && marksWithin(cells, areaBounds(summary, data)) <= MOST_MARKS)
		return { level: 'cells', resolution: finest };
	const level =
		hexagons.find(({ mesh }) => marksWithin(mesh, areaBounds(summary, data)) <= MOST_MARKS) ?? hexagons.at(-1);
	return level === undefined
		? { level: 'communes', resolution: finest }
		: { level: 'hexagons', resolution: level.resolution };
}

/** Polygons that begin within a box. */
function marksWithin(
	{ count, first, lonLat }: NonNullable<TerritorySummary['cells']>,
	[west, south, east, north]: ReturnType<typeof areaBounds>
): number {
	let within = 0;
	for (let mark = 0; mark < count; mark++) {
		const at = 2 * first[mark];
		const [lon, lat] = [lonLat[at], lonLat[at + 1]];
		if (lon >= west && lon <= east && lat >= south && lat <= north) within++;
	}
	return within;
}
