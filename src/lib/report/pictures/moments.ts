import type { Moment } from '#domain/moments.ts';
import { m } from '#i18n/paraglide/messages.js';
import { figureText } from '../figure-text.ts';
import { momentName, momentTime, MOMENTS_IN_ORDER, questionWords } from '../place-words.ts';
import { INK } from './ink.ts';
import { finished } from './maps.ts';
import type { Picture, PictureInput } from './picture-input.ts';
import { Sheet, SHEET_WIDTH } from './sheet.ts';
import { element, text } from './svg.ts';

/** Where the bars begin, and the column of times before them ends. */
const LEFT = 360;
const RIGHT = 52;
/** Where the name of a moment ends, its time beside it. */
const NAME = 222;
const ROW = 21;
const BAR = 14;

/** Who has an open place at the time that stands for each moment; a moment that is not known has no bar. Null where none is known. */
export function momentsPicture(input: PictureInput): Picture | null {
	const { data, locale } = input;
	const share = (moment: Moment) => data.figures[`moment.${moment}.share`]?.value ?? null;
	if (MOMENTS_IN_ORDER.every((moment) => share(moment) === null)) return null;
	const { who, Mode, cutoff, week } = questionWords(data.question, locale);
	const title = m.report_picture_moments({ who, cutoff }, { locale });
	const width = SHEET_WIDTH - LEFT - RIGHT;
	const rows = MOMENTS_IN_ORDER.map((moment, rank) => {
		const y = rank * ROW;
		const value = share(moment);
		const time = momentTime(data.momentMinutes[moment], locale);
		const name =
			text(NAME, y + 14, momentName(moment, locale), { size: 12, fill: INK.text, anchor: 'end' }) +
			text(LEFT - 10, y + 14, time, { size: 11, fill: INK.soft, anchor: 'end' });
		const bar = element('rect', { x: LEFT, y: y + 3, width, height: BAR, fill: INK.ground, stroke: INK.rule });
		if (value === null)
			return name + text(LEFT + 8, y + 14, m.report_moment_not_known({}, { locale }), { size: 11, fill: INK.soft });
		return (
			name +
			bar +
			element('rect', { x: LEFT, y: y + 3, width: value * width, height: BAR, fill: '#233e6c' }) +
			text(LEFT + width + 8, y + 14.5, figureText(value, 'share', locale), { size: 12, bold: true, fill: INK.text })
		);
	});
	const sheet = new Sheet();
	sheet.paragraph(title, 15, { bold: true });
	sheet.paragraph(m.report_subtitle({ mode: Mode, cutoff, week }, { locale }), 12, { soft: true });
	sheet.space(4);
	sheet.drawing(MOMENTS_IN_ORDER.length * ROW, rows.join(''));
	return finished(sheet, input, title);
}
