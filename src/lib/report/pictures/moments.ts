import type { Moment } from '#domain/moments.ts';
import { m } from '#i18n/paraglide/messages.js';
import { figureText } from '../figure-text.ts';
import { momentName, momentTime, MOMENTS_IN_ORDER, questionWords } from '../place-words.ts';
import { INK } from './ink.ts';
import { finished } from './maps.ts';
import type { Picture, PictureInput } from './picture-input.ts';
import { Sheet, SHEET_WIDTH } from './sheet.ts';
import { element, text } from './svg.ts';

const RIGHT = 52;
const BAR = 14;

/** Where the words of a moment stand, and its bar; pixels. */
interface MomentRows {
	readonly height: number;
	/** Where the bars begin. */
	readonly left: number;
	/** Top of the bar in its row. */
	readonly bar: number;
	/** Where a name ends, its time beside it; null where both stand over the bar. */
	readonly nameEnd: number | null;
}
const BESIDE: MomentRows = { height: 21, left: 360, bar: 3, nameEnd: 222 };
const OVER: MomentRows = { height: 40, left: 0, bar: 19, nameEnd: null };
/** Narrower sheets have no room for words beside the bars. */
const LEAST_BESIDE = 560;

/** Who has an open place at the time that stands for each moment; a moment that is not known has no bar. Null where none is known. */
export function momentsPicture(input: PictureInput): Picture | null {
	const { data, locale } = input;
	const share = (moment: Moment) => data.figures[`moment.${moment}.share`]?.value ?? null;
	if (MOMENTS_IN_ORDER.every((moment) => share(moment) === null)) return null;
	const { who, Mode, cutoff, week } = questionWords(data.question, locale);
	const title = m.report_picture_moments({ who, cutoff }, { locale });
	const sheetWidth = input.width ?? SHEET_WIDTH;
	const place = sheetWidth < LEAST_BESIDE ? OVER : BESIDE;
	const width = sheetWidth - place.left - RIGHT;
	const rows = MOMENTS_IN_ORDER.map((moment, rank) => {
		const y = rank * place.height;
		const value = share(moment);
		const time = momentTime(data.momentMinutes[moment], locale);
		const named = momentName(moment, locale);
		const name =
			place.nameEnd === null
				? text(0, y + 14, named, { size: 12, fill: INK.text }) +
					text(sheetWidth, y + 14, time, { size: 11, fill: INK.soft, anchor: 'end' })
				: text(place.nameEnd, y + 14, named, { size: 12, fill: INK.text, anchor: 'end' }) +
					text(place.left - 10, y + 14, time, { size: 11, fill: INK.soft, anchor: 'end' });
		const top = y + place.bar;
		if (value === null) {
			const words = m.report_moment_not_known({}, { locale });
			return name + text(place.left + 8, top + 11, words, { size: 11, fill: INK.soft });
		}
		return (
			name +
			element('rect', { x: place.left, y: top, width, height: BAR, fill: INK.ground, stroke: INK.rule }) +
			element('rect', { x: place.left, y: top, width: value * width, height: BAR, fill: '#233e6c' }) +
			text(place.left + width + 8, top + 11.5, figureText(value, 'share', locale), {
				size: 12,
				bold: true,
				fill: INK.text
			})
		);
	});
	const sheet = new Sheet(input.width);
	sheet.paragraph(title, 15, { bold: true });
	sheet.paragraph(m.report_subtitle({ mode: Mode, cutoff, week }, { locale }), 12, { soft: true });
	sheet.space(4);
	sheet.drawing(MOMENTS_IN_ORDER.length * place.height, rows.join(''));
	return finished(sheet, input, title);
}
