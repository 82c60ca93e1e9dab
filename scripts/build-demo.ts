// The demo territory as the app opens it: `prepare` on data/demo/raw, into static/demo. Run by scripts/generate.mjs.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FOLDER_INDEX, writeFolderIndex } from '#io/territory-folder/url-folder.ts';
import { prepareTerritory } from '#workers/jobs/prepare/prepare.ts';
import { demoRequest } from '../src/cli/demo-request.ts';
import { writeFolder } from '../src/cli/folder-disk.ts';
import { rejectedFiles } from '../src/cli/rejected-files.ts';

const target = join(import.meta.dirname, '../static/demo');

const { files, rejected } = await prepareTerritory(await demoRequest(), { onStep: () => {}, onProgress: () => {} });
for (const [path, bytes] of rejectedFiles(rejected, 'fr')) files.set(path, bytes);
await rm(target, { recursive: true, force: true });
await writeFolder(target, files);
// Last: its date is that of the whole.
await writeFolder(target, new Map([[FOLDER_INDEX, writeFolderIndex(files)]]));
const bytes = [...files.values()].reduce((total, file) => total + file.byteLength, 0);
console.error(`Territoire de démonstration : ${files.size} fichiers, ${(bytes / 1e6).toFixed(1)} Mo`);
