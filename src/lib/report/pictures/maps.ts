import { attributionsOf } from '#domain/attribution.ts';
import type { MultiPolygonRings } from '#domain/geometry.ts';
import { m } from '#i18n/paraglide/messages.js';
import type { PictureId } from '../document.ts';
import { questionWords } from '../place-words.ts';
import { areaBounds, areaShape } from './area.ts';
import { cellLayer } from './cells.ts';
import { frameOf, type Frame } from './frame.ts';
import { furnitureBoxes, mapFurniture } from './furniture.ts';
import { groundLayer, outlineLayer, roadLayer } from './ground.ts';
import { boxAround, communeLabels, type Box } from './labels.ts';
import { markEntries, paintLegend, pointEntries, sectorEntries } from './map-legend.ts';
import { patternDefinitions } from './patterns.ts';
import type { PaintedPicture, Picture, PictureInput } from './picture-input.ts';
import { sectorLayer } from './sector-layer.ts';
import { Sheet, SHEET_WIDTH } from './sheet.ts';
import { drawnSites, markLayer, markScale, pointLayer, type DrawnSite } from './site-layer.ts';

const LEAST_HEIGHT = 300;
/** Under half a page: text finds room beside it. */
const MOST_HEIGHT = 480;
/** Names of communes on a map of classes: enough to find one's way. */
const FEW_NAMES = 12;
const SOME_NAMES = 30;
const ALL_NAMES = 60;

/** What every map of a diagnostic has. */
interface MapGround {
	readonly frame: Frame;
	readonly shape: MultiPolygonRings;
	readonly sites: readonly DrawnSite[];
}

function groundOf(input: PictureInput): MapGround {
	const { summary, data } = input;
	const frame = frameOf(areaBounds(summary, data), input.width ?? SHEET_WIDTH, LEAST_HEIGHT, MOST_HEIGHT);
	return { frame, shape: areaShape(summary, data), sites: drawnSites(input, frame) };
}

/** What names leave free: marks of sites, so many pixels to each side, the scale and the north. */
const takenOf = (sites: readonly DrawnSite[], frame: Frame, half: number): readonly Box[] => [
	...furnitureBoxes(frame),
	...sites.map(({ position }) => boxAround(frame.x(position[0]), frame.y(position[1]), half))
];

/** A map of classes with its legend; null where its paint was not made. */
export function paintedMap(picture: PaintedPicture, input: PictureInput): Picture | null {
	const paint = input.paints[picture];
	if (paint === undefined) return null;
	const { summary, data, locale } = input;
	const { frame, shape, sites } = groundOf(input);
	const legend = paintLegend(paint, input, picture);
	const sheet = new Sheet(input.width);
	sheet.define(patternDefinitions(picture));
	const taken = takenOf(sites, frame, 3);
	drawMap(sheet, `${legend.title} · ${data.area.name}`, input, frame, [
		groundLayer(summary, shape, frame, 'paper'),
		cellLayer(summary, paint, shape, frame, picture),
		roadLayer(summary, frame),
		outlineLayer(summary, shape, frame),
		pointLayer(sites, frame),
		communeLabels(summary, data, frame, taken, FEW_NAMES)
	]);
	sheet.legend([...legend.entries, ...pointEntries(sites, locale)]);
	sheet.space(3);
	sheet.paragraph(legend.notes, 11, { soft: true });
	return finished(sheet, input, legend.title);
}

/** Where the places are, by kind and weekly hours. */
export function sitesMap(input: PictureInput): Picture {
	const { summary, data, locale } = input;
	const { frame, shape, sites } = groundOf(input);
	const title = m.report_picture_sites({}, { locale });
	const sheet = new Sheet(input.width);
	const half = 7 * markScale(sites.length) + 1;
	const taken = takenOf(sites, frame, half);
	drawMap(sheet, `${title} · ${data.area.name}`, input, frame, [
		groundLayer(summary, shape, frame, 'tinted'),
		roadLayer(summary, frame),
		outlineLayer(summary, shape, frame),
		markLayer(sites, frame),
		communeLabels(summary, data, frame, taken, ALL_NAMES)
	]);
	const { kinds, sizes } = markEntries(sites, locale);
	sheet.legend(kinds);
	if (sizes.length > 0) {
		const { week } = questionWords(data.question, locale);
		sheet.space(3);
		sheet.paragraph(`${m.legend_sites_hours({}, { locale })} (${week})`, 12, { bold: true });
		sheet.space(2);
		sheet.legend(sizes);
	}
	return finished(sheet, input, title);
}

/** Under-served sectors by outline and number; null where there is none. */
export function sectorsMap(input: PictureInput): Picture | null {
	const { summary, data, locale } = input;
	if (data.sectors.length === 0) return null;
	const { frame, shape, sites } = groundOf(input);
	const title = m.report_picture_sectors({}, { locale });
	const sectors = sectorLayer(data.sectors, frame);
	const taken = [...sectors.taken, ...takenOf(sites, frame, 3)];
	const sheet = new Sheet(input.width);
	drawMap(sheet, `${title} · ${data.area.name}`, input, frame, [
		groundLayer(summary, shape, frame, 'tinted'),
		roadLayer(summary, frame),
		outlineLayer(summary, shape, frame),
		pointLayer(sites, frame),
		sectors.svg,
		communeLabels(summary, data, frame, taken, SOME_NAMES)
	]);
	sheet.legend(sectorEntries(input));
	sheet.space(3);
	sheet.legend(pointEntries(sites, locale));
	const notes = [
		m.report_map_sectors_people({}, { locale }),
		sectors.isCoarse ? m.report_map_sectors_coarse({}, { locale }) : ''
	];
	sheet.paragraph(notes.join(' ').trim(), 11, { soft: true });
	return finished(sheet, input, title);
}

function drawMap(sheet: Sheet, title: string, { locale }: PictureInput, frame: Frame, layers: readonly string[]): void {
	sheet.paragraph(title, 15, { bold: true });
	sheet.space(5);
	sheet.drawing(frame.height, layers.join('') + mapFurniture(frame, locale));
	sheet.space(8);
}

/** The foot of every picture: what invents or estimates, then the sources. */
export function finished(sheet: Sheet, { summary, locale }: PictureInput, title: string): Picture {
	const options = { locale };
	const sources = attributionsOf(summary).join(locale === 'fr' ? '\u00a0; ' : '; ');
	const said = [
		summary.fictional ? m.shell_fictional({}, options) : '',
		summary.travel.origin === 'estimated' ? m.report_stamp_estimated({}, options) : '',
		sources === '' ? '' : m.report_map_sources({ sources }, options)
	];
	sheet.space(3);
	sheet.paragraph(said.filter((one) => one !== '').join('. '), 10, { soft: true });
	return sheet.picture(title);
}

export const MAPS: Readonly<Record<Exclude<PictureId, 'week' | 'moments'>, (input: PictureInput) => Picture | null>> = {
	'map-access': (input) => paintedMap('map-access', input),
	'map-hours': (input) => paintedMap('map-hours', input),
	'map-change': (input) => paintedMap('map-change', input),
	'map-sites': sitesMap,
	'map-sectors': sectorsMap
};
