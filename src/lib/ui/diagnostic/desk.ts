import type { Locale } from '#i18n/locale.ts';
import type { ToldFigureId } from '../../report/document.ts';
import type { Drawn } from './draw-pictures.ts';

/** What the parts of the document share: what is pointed at, what its author writes, its pictures. */
export interface Desk {
	readonly locale: Locale;
	/** The figure whose calculation is shown. */
	readonly figure: ToldFigureId | null;
	readonly onfigure: (id: ToldFigureId) => void;
	readonly texts: Readonly<Record<string, string>>;
	/** @param gesture names what is typed in one go */
	readonly onwrite: (slot: string, text: string, gesture: string) => void;
	readonly pictures: Drawn;
}
