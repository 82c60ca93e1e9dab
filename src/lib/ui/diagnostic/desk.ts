import type { FigureId } from '#domain/diagnostic.ts';
import type { Locale } from '#i18n/locale.ts';
import type { PictureId } from '../../report/document.ts';

/** What the parts of the document share: what is pointed at, what its author writes, its pictures. */
export interface Desk {
	readonly locale: Locale;
	/** The figure whose calculation is shown. */
	readonly figure: FigureId | null;
	readonly onfigure: (id: FigureId) => void;
	readonly texts: Readonly<Record<string, string>>;
	/** @param gesture names what is typed in one go */
	readonly onwrite: (slot: string, text: string, gesture: string) => void;
	/** Each picture as it stands in the page; null while it is drawn; absent where there is none. */
	readonly pictures: ReadonlyMap<PictureId, string | null>;
}
