import { readXml, type WorkbookParts } from './workbook-parts.ts';

/** What a number of a sheet stands for, by the format of its cell: days since 1900 are dates only where they are shown as such. */
export type NumberMeaning = 'number' | 'date' | 'time' | 'date-time' | 'percent';

const STYLES = 'xl/styles.xml';
const DAY_MINUTES = 24 * 60;
const DAY_MS = 86_400_000;
/** Day 0 of the two calendars of workbooks (ECMA-376 §18.17.4.1); the first counts a 29 February 1900 that never was. */
const DAY_0 = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) };
/** Beyond, a year has more than four figures. */
const LAST_DAY = 2_958_465;

/** What each style of cell makes of numbers, in the order of `cellXfs`. */
export function numberMeanings(parts: WorkbookParts, file: string): readonly NumberMeaning[] {
	const xml = parts(STYLES);
	if (xml === null) return [];
	const codes = new Map<string, string>();
	const meanings: NumberMeaning[] = [];
	let inCells = false;
	readXml(xml, STYLES, file, {
		open(name, { numFmtId, formatCode }) {
			if (name === 'numFmt') codes.set(numFmtId, formatCode);
			else if (name === 'cellXfs') inCells = true;
			else if (name === 'xf' && inCells) meanings.push(meaningOf(Number(numFmtId), codes.get(numFmtId)));
		},
		close(name) {
			if (name === 'cellXfs') inCells = false;
		}
	});
	return meanings;
}

/** Built-in formats (ECMA-376 §18.8.30), else the letters of the format's code, out of its quoted words and colours. */
function meaningOf(id: number, code: string | undefined): NumberMeaning {
	if (code === undefined) {
		if (id === 9 || id === 10) return 'percent';
		if (id === 22) return 'date-time';
		if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return 'time';
		return (id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? 'date' : 'number';
	}
	const [positive] = code.replace(/"[^"]*"|\\.|_.|\*./g, '').split(';');
	const isElapsed = /\[[hms]+\]/i.test(positive);
	const letters = positive.replace(/\[[^\]]*\]/g, '');
	const hasTime = isElapsed || /[hs]/i.test(letters);
	const hasDate =
		/[yda]/i.test(letters.replace(/am\/pm|a\/p|general|standard/gi, '')) || (!hasTime && /m/i.test(letters));
	if (hasTime) return hasDate ? 'date-time' : 'time';
	if (hasDate) return 'date';
	return letters.includes('%') ? 'percent' : 'number';
}

/** A number of a sheet as a text file would have it: "0.1", "2026-11-22", "14:30", "12%". What is no number stays as it is written. */
export function numberText(written: string, meaning: NumberMeaning, calendar: 1900 | 1904): string {
	const number = Number(written);
	if (written.trim() === '' || !Number.isFinite(number)) return written;
	if (meaning === 'percent') return `${tidy(number * 100)}%`;
	if (meaning === 'number' || number < 0 || number > LAST_DAY) return tidy(number);
	const minutes = Math.round(number * DAY_MINUTES);
	if (meaning === 'time') return clock(minutes);
	const day = new Date(DAY_0[calendar] + Math.floor(minutes / DAY_MINUTES) * DAY_MS).toISOString().slice(0, 10);
	const rest = minutes % DAY_MINUTES;
	return meaning === 'date' || rest === 0 ? day : `${day} ${clock(rest)}`;
}

/** Sheets have fifteen figures: what comes after is of the machine ("48.850000000000001"). */
const tidy = (number: number) => (Number.isInteger(number) ? String(number) : String(Number(number.toPrecision(15))));

const two = (number: number) => String(number).padStart(2, '0');
const clock = (minutes: number) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
