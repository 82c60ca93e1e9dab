import { PICTURES, type PictureId } from '../../report/document.ts';
import { drawPicture } from '../../report/pictures/draw.ts';
import { paintsAsked, type PictureInput } from '../../report/pictures/picture-input.ts';

/** Each picture as SVG; null while the worker colours it; absent where it cannot be drawn. */
export function drawnPictures(input: PictureInput | null): ReadonlyMap<PictureId, string | null> {
	const drawn = new Map<PictureId, string | null>();
	if (input === null) return drawn;
	const asked = new Set<PictureId>(paintsAsked(input.summary, input.data).map(({ picture }) => picture));
	for (const id of PICTURES) {
		const picture = drawPicture(id, input);
		if (picture !== null) drawn.set(id, picture.svg);
		else if (asked.has(id) && !(id in input.paints)) drawn.set(id, null);
	}
	return drawn;
}
