import type { PictureId } from '../document.ts';
import { MAPS } from './maps.ts';
import { momentsPicture } from './moments.ts';
import type { Picture, PictureInput } from './picture-input.ts';
import { weekPicture } from './week.ts';

/** The pictures of a document; one that cannot be drawn, for lack of what it shows, is absent. */
export type Pictures = Readonly<Partial<Record<PictureId, Picture>>>;

/** A picture of the document, the same wherever it is drawn; null where what it shows is not there or not known. */
export function drawPicture(id: PictureId, input: PictureInput): Picture | null {
	if (id === 'week') return weekPicture(input);
	if (id === 'moments') return momentsPicture(input);
	return MAPS[id](input);
}
