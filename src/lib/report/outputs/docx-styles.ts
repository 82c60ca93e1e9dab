import { AlignmentType, LevelFormat, LineRuleType, type INumberingOptions, type IStylesOptions } from 'docx';
import type { Locale } from '#i18n/locale.ts';

/** A twentieth of a point. */
const MILLIMETRE = 56.7;
/** A4 with margins of 20 mm: 170 mm of text. */
export const docxPage = {
	size: { width: Math.round(210 * MILLIMETRE), height: Math.round(297 * MILLIMETRE) },
	margin: {
		top: Math.round(22 * MILLIMETRE),
		bottom: Math.round(20 * MILLIMETRE),
		left: Math.round(20 * MILLIMETRE),
		right: Math.round(20 * MILLIMETRE)
	}
} as const;
/** Of text between the margins, twentieths of a point. */
export const TEXT_WIDTH = Math.round(170 * MILLIMETRE);
/** Between the two columns that sheets of sites stand in, twentieths of a point. */
export const SHEETS_GAP = Math.round(8 * MILLIMETRE);
/** Of a sheet of a site. */
export const SHEET_WIDTH = Math.floor((TEXT_WIDTH - SHEETS_GAP) / 2);
/** The same in pixels of 96 to the inch. */
export const TEXT_PIXELS = 642;
/** Most of a page that a picture takes, pixels: its caption stays with it. */
export const MOST_PIXELS_HIGH = 800;

/** Of a line's own height, so that a picture or a large title makes its line as high as it needs. */
const LINES = { line: 259, lineRule: LineRuleType.AUTO } as const;

export const BULLETS = 'bullets';

/** A face that offices have; one that lacks it takes another of the same width. */
const FONT = 'Calibri';
const INK = '1D2129';
const SOFT = '555B66';
const ACCENT = '1F5A7A';

const LANGUAGES: Readonly<Record<Locale, string>> = { fr: 'fr-FR', en: 'en-GB' };

/** Names that word processors know ("heading 1", "caption") are shown by them in the reader's language: Titre 1, Légende. Sizes in half-points. */
export function docxStyles(locale: Locale): IStylesOptions {
	const language = { value: LANGUAGES[locale] };
	const own = (id: string, name: string, run: object, spacing: object) => ({
		id,
		name,
		basedOn: 'Normal',
		quickFormat: true,
		run,
		paragraph: { spacing: { ...LINES, ...spacing } }
	});
	return {
		default: {
			document: {
				run: { font: FONT, size: 21, color: INK, language },
				paragraph: { spacing: LINES }
			},
			title: { run: { size: 44, bold: true, color: INK }, paragraph: { spacing: { ...LINES, before: 0, after: 80 } } },
			heading1: {
				run: { size: 30, bold: true, color: ACCENT },
				paragraph: { spacing: { ...LINES, before: 480, after: 140 }, keepNext: true }
			},
			heading2: {
				run: { size: 24, bold: true, color: INK },
				paragraph: { spacing: { ...LINES, before: 280, after: 80 }, keepNext: true }
			},
			listParagraph: { run: {}, paragraph: { spacing: { ...LINES, after: 60 } } }
		},
		paragraphStyles: [
			own('BodyText', 'Body Text', {}, { after: 120 }),
			own('Subtitle', 'Subtitle', { size: 24, color: SOFT }, { after: 60 }),
			own('Imprint', 'Imprint', { size: 20, color: SOFT }, { after: 320 }),
			own('Caption', 'caption', { size: 18, color: SOFT, italics: true }, { before: 60, after: 200 }),
			own('Picture', 'Picture', {}, { before: 160, after: 0 }),
			own('TableText', 'Table Text', { size: 18 }, { before: 20, after: 20 }),
			own('TableHead', 'Table Head', { size: 18, bold: true }, { before: 20, after: 20 }),
			own('TableTitle', 'Table Title', { size: 20, bold: true }, { before: 200, after: 60 }),
			own('SheetTitle', 'Sheet Title', { size: 19, bold: true }, { before: 60, after: 20 }),
			own('SheetNote', 'Sheet Note', { size: 17, color: SOFT }, { before: 20, after: 160 }),
			own('Contents', 'toc 1', {}, { after: 40 }),
			own('KeyFigure', 'Key Figure', { size: 36, bold: true, color: ACCENT }, { before: 60, after: 0 }),
			own('Note', 'Note', { size: 19, color: SOFT }, { before: 80, after: 160 }),
			own('Stamps', 'Stamps', { size: 18, bold: true, color: SOFT }, { after: 0 }),
			own('Foot', 'Foot', { size: 17, color: SOFT }, { after: 0 })
		]
	};
}

export const docxNumbering: INumberingOptions = {
	config: [
		{
			reference: BULLETS,
			levels: [
				{
					level: 0,
					format: LevelFormat.BULLET,
					text: '•',
					alignment: AlignmentType.LEFT,
					style: { paragraph: { indent: { left: 380, hanging: 220 } } }
				}
			]
		}
	]
};
