import regular from '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf?url';
import semiBold from '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf?url';
import resvg from '@resvg/resvg-wasm/index_bg.wasm?url';
import sql from 'sql.js/dist/sql-wasm-browser.wasm?url';
import type { OutputParts } from '../report/outputs/document-files.ts';
import { pngMaker } from '../report/pictures/png.ts';

/** A file of the site itself. @throws Error when it is not there, or the network neither */
async function own(url: string): Promise<Uint8Array> {
	const answer = await fetch(url);
	if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
	return new Uint8Array(await answer.arrayBuffer());
}

/** What draws pictures as PNG and writes GeoPackages, asked of the site when a file wants them. */
export const SITE_PARTS: Pick<OutputParts, 'png' | 'sql'> = {
	async png() {
		const [wasm, ...fonts] = await Promise.all([resvg, regular, semiBold].map(own));
		return pngMaker({ wasm, fonts });
	},
	sql: () => own(sql)
};
