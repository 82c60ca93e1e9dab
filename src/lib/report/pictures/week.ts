import { cividis } from '#domain/palette.ts';
import { QUARTERS_PER_WEEK } from '#domain/question.ts';
import type { Locale } from '#i18n/locale.ts';
import { m } from '#i18n/paraglide/messages.js';
import { clockText, dayText } from '#i18n/week-words.ts';
import { questionWords } from '../place-words.ts';
import { INK } from './ink.ts';
import { finished } from './maps.ts';
import type { Picture, PictureInput } from './picture-input.ts';
import { SAMPLE_RECT, Sheet, SHEET_WIDTH } from './sheet.ts';
import { element, hex, text } from './svg.ts';

const DAYS = 7;
const QUARTERS = QUARTERS_PER_WEEK / DAYS;
/** Hours drawn: nothing is open in the small hours, save where something is. */
const USUAL = { from: 7 * 4, to: 22 * 4 } as const;
const LEFT = 72;
const TOP = 20;
const ROW = 24;
/** Lower bounds of the classes of the share, above nobody. */
const STEPS = [0, 0.2, 0.4, 0.6, 0.8] as const;

/** Class of a share: 0 nobody, then 1 to 5; the last holds everybody. */
export function shareClass(share: number): number {
	if (share <= 0) return 0;
	return STEPS.filter((step) => share >= step).length;
}

/** Darker where more people have an open place; nobody is the paper. */
const fillOf = (rank: number): string => (rank === 0 ? INK.paper : hex(cividis(1 - (rank - 1) / (STEPS.length - 1))));

/** People with an open library by quarter of an hour, a row a day; null where it is not known. */
export function weekPicture(input: PictureInput): Picture | null {
	const { data, locale } = input;
	const { open, ofPeople } = data.week;
	if (open === null || ofPeople === 0) return null;
	const classes = Array.from(open, (people) => shareClass(people / ofPeople));
	const { from, to } = hoursDrawn(classes);
	const { who, Mode, cutoff, week } = questionWords(data.question, locale);
	const title = m.report_picture_week({ who, cutoff }, { locale });
	const sheet = new Sheet(input.width);
	sheet.paragraph(title, 15, { bold: true });
	sheet.paragraph(m.report_subtitle({ mode: Mode, cutoff, week }, { locale }), 12, { soft: true });
	sheet.space(4);
	sheet.drawing(TOP + DAYS * ROW + 2, weekGrid(classes, { from, to, width: input.width ?? SHEET_WIDTH }, locale));
	sheet.space(8);
	sheet.legend(
		[0, ...STEPS.keys()].map((_, rank) => ({
			label: classLabel(rank, locale),
			sample: element('rect', { ...SAMPLE_RECT, fill: fillOf(rank) })
		}))
	);
	return finished(sheet, input, title);
}

/** Quarters of the day between which something is open, and the usual hours at least. */
function hoursDrawn(classes: readonly number[]): { readonly from: number; readonly to: number } {
	let { from, to }: { from: number; to: number } = USUAL;
	classes.forEach((rank, quarter) => {
		if (rank === 0) return;
		const ofDay = quarter % QUARTERS;
		from = Math.min(from, Math.floor(ofDay / 4) * 4);
		to = Math.max(to, Math.ceil((ofDay + 1) / 4) * 4);
	});
	return { from, to };
}

/** Quarters of the day that are drawn, and the width of the sheet, pixels. */
interface WeekFrame {
	readonly from: number;
	readonly to: number;
	readonly width: number;
}

function weekGrid(classes: readonly number[], { from, to, width: sheetWidth }: WeekFrame, locale: Locale): string {
	const width = sheetWidth - LEFT - 1;
	const x = (quarter: number) => LEFT + ((quarter - from) / (to - from)) * width;
	let markup = '';
	for (let day = 0; day < DAYS; day++) {
		const y = TOP + day * ROW;
		markup += text(LEFT - 8, y + 16, dayText(day, locale), { size: 12, fill: INK.text, anchor: 'end' });
		for (let start = from; start < to;) {
			const rank = classes[day * QUARTERS + start];
			let end = start + 1;
			while (end < to && classes[day * QUARTERS + end] === rank) end++;
			// A little over, so that no seam shows between two.
			if (rank > 0)
				markup += element('rect', { x: x(start), y, width: x(end) - x(start) + 0.2, height: ROW, fill: fillOf(rank) });
			start = end;
		}
	}
	for (let hour = from / 4; hour <= to / 4; hour++) {
		const isTold = hour % 2 === 0;
		markup += element('path', {
			d: `M${x(hour * 4)} ${TOP}v${DAYS * ROW}`,
			stroke: INK.rule,
			'stroke-width': isTold ? 0.8 : 0.4
		});
		if (isTold && hour < to / 4)
			markup += text(x(hour * 4), TOP - 6, clockText(hour * 60, locale), {
				size: 11,
				fill: INK.soft,
				anchor: hour * 4 === from ? 'start' : 'middle'
			});
	}
	for (let day = 0; day <= DAYS; day++)
		markup += element('path', {
			d: `M${LEFT} ${TOP + day * ROW}H${LEFT + width}`,
			stroke: INK.paper,
			'stroke-width': 1.5
		});
	return markup + element('rect', { x: LEFT, y: TOP, width, height: DAYS * ROW, fill: 'none', stroke: INK.rule });
}

function classLabel(rank: number, locale: Locale): string {
	const options = { locale };
	if (rank === 0) return m.report_week_nobody({}, options);
	const percent = (share: number) => m.sentence_percent({ percent: String(Math.round(share * 100)) }, options);
	const to = percent(STEPS[rank] ?? 1);
	if (rank === 1) return m.legend_below({ to }, options);
	return m.legend_between({ from: String(STEPS[rank - 1] * 100), to }, options);
}
