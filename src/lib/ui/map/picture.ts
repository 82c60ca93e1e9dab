import type { Paint } from '#domain/atlas-answers.ts';
import type { Question } from '#domain/question.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import { isochroneText, type DrawnIsochrones } from '#i18n/isochrone-words.ts';
import { classPeopleText, legendText, levelNote } from '#i18n/legend.ts';
import type { Locale } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';
import { isochroneColour } from '../../map/layers/isochrones.ts';
import { scaleOf, swatchOf } from '#domain/palette.ts';
import type { PngLegend } from '../../map/png-layout.ts';
import type { TerritoryMap } from '../../map/territory-map.ts';
import { sectorPeopleText, type NumberedSector } from '../sectors/sector-words.ts';
import { thresholdText } from '../sectors/threshold.ts';
import { aboutLines, sourceLines } from '../about-lines.ts';

export interface PictureContent {
	/** The sentence. */
	readonly title: string;
	readonly question: Question;
	readonly summary: TerritorySummary;
	/** What is painted, with the question it is of; null before it is. */
	readonly painted: { readonly of: { readonly question: Question }; readonly value: Paint } | null;
	/** Drawn in the place of the cells; null when none is. */
	readonly isochrones: { readonly choice: number | 'counted'; readonly answer: DrawnIsochrones } | null;
	/** The under-served sectors that are drawn, with their numbers. */
	readonly sectors?: readonly NumberedSector[];
	readonly locale: Locale;
}

/** Device pixels per CSS pixel: sharp when printed on half a page. */
const PICTURE_SCALE = 2;

/** The map as a picture that stands alone: title, legend, scale, what counts, sources. */
export function mapPicture(map: TerritoryMap, content: PictureContent): Promise<Blob> {
	const { title, question, summary, locale } = content;
	return map.png({
		title,
		lines: aboutLines(question, summary, locale),
		sources: sourceLines(summary, locale).join(' ; '),
		legend: pictureLegend(content),
		notes: sectorNotes(content),
		scale: PICTURE_SCALE
	});
}

/** What the numbers stand for, below which threshold; nothing where no sector is drawn. */
function sectorNotes({ sectors = [], question, locale }: PictureContent): string[] {
	if (sectors.length === 0) return [];
	const items = sectors.map(({ number, sector }) => {
		const people = sectorPeopleText(sector.people, locale, true);
		return m.sectors_picture_item({ number: String(number), name: sector.name, people }, { locale });
	});
	return [
		m.sectors_picture({ list: items.join(locale === 'fr' ? '\u00a0; ' : '; ') }, { locale }),
		thresholdText(question, locale),
		m.sectors_far_note({}, { locale })
	];
}

function pictureLegend(content: PictureContent): PngLegend | null {
	const { painted, isochrones, question, summary, locale } = content;
	if (isochrones !== null) {
		const { title, rows, method } = isochroneText(isochrones.answer, isochrones.choice, question, summary, locale);
		const entries = rows.map(({ cutoffMinutes, label }) => ({
			label,
			swatch: { rgb: isochroneColour(cutoffMinutes, 'light'), pattern: 'plain' as const }
		}));
		return { title, method, entries };
	}
	if (painted === null) return null;
	const paint = painted.value;
	const { title, conditions, method, whom, rows } = legendText(paint, painted.of.question, locale);
	const notes = [
		conditions,
		m.legend_in_brackets({ whom }, { locale }),
		method,
		levelNote(paint, summary.population.kind, locale)
	];
	return {
		title,
		method: notes.filter(Boolean).join(' · '),
		entries: rows.map(({ mark, label, people }) => ({
			label: `${label} (${classPeopleText(people, locale)})`,
			// Printed on paper, whatever the theme on screen.
			swatch: swatchOf(mark, scaleOf(paint.classes), 'light')
		}))
	};
}
