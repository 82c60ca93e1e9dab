import regular from '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf?url';
import semiBold from '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf?url';
import resvg from '@resvg/resvg-wasm/index_bg.wasm?url';
import sql from 'sql.js/dist/sql-wasm-browser.wasm?url';
import type { OutputParts } from '../report/outputs/document-files.ts';
import { pngMaker } from '../report/pictures/png.ts';
import { ownFile } from './own-file.ts';
import { siteTypefaces } from './site-typefaces.ts';

/** What draws pictures as PNG, writes GeoPackages and gives pages their letters, asked of the site when a file wants them. */
export const SITE_PARTS: Pick<OutputParts, 'png' | 'sql' | 'typefaces'> = {
	async png() {
		const [wasm, ...fonts] = await Promise.all([resvg, regular, semiBold].map(ownFile));
		return pngMaker({ wasm, fonts });
	},
	sql: () => ownFile(sql),
	typefaces: siteTypefaces
};
