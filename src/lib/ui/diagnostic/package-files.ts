import regular from '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf?url';
import semiBold from '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf?url';
import resvg from '@resvg/resvg-wasm/index_bg.wasm?url';
import sql from 'sql.js/dist/sql-wasm-browser.wasm?url';
import { pngMaker, type PngMaker } from '../../report/pictures/png.ts';

/** A file of the site itself. @throws Error when it is not there, or the network neither */
async function own(url: string): Promise<Uint8Array> {
	const answer = await fetch(url);
	if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
	return new Uint8Array(await answer.arrayBuffer());
}

/** What draws pictures as PNG, asked of the site when a file wants them. */
export async function sitePngMaker(): Promise<PngMaker> {
	const [wasm, ...fonts] = await Promise.all([resvg, regular, semiBold].map(own));
	return pngMaker({ wasm, fonts });
}

/** sql.js's module, which writes GeoPackages. */
export const siteSql = (): Promise<Uint8Array> => own(sql);
