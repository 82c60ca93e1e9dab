// The diagnostic of the demo territory as the files that other programs open.
import { join } from 'node:path';
import { defaultQuestion } from '#domain/default-question.ts';
import { openSession } from '#workers/jobs/atlas/open.ts';
import { OpenTerritory } from '#workers/jobs/scenario/session.ts';
import type { JobContext } from '#workers/protocol.ts';
import { areaDiagnostic, nodeOutputParts } from '../src/cli/area-diagnostic.ts';
import { diskFolder } from '../src/cli/folder-disk.ts';
import { documentFiles } from '../src/lib/report/outputs/document-files.ts';

const DATE = '2026-01-05';
const alone: JobContext = { progress: () => {}, signal: new AbortController().signal };

/** DOCX, XLSX and GeoPackage by name; the demo must have been prepared (`scripts/build-demo.ts`). */
export async function diagnosticFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
	const session = await openSession(diskFolder(join(import.meta.dirname, '../static/demo')), 'demo');
	const territory = new OpenTerritory();
	territory.open(session);
	const asked = defaultQuestion(session.summary);
	const { report, input } = await areaDiagnostic(territory, asked, { locale: 'fr', date: DATE }, alone);
	const files = await documentFiles(['docx', 'xlsx', 'gpkg'], report, input, nodeOutputParts(DATE));
	return new Map(files.map(({ name, bytes }) => [name, bytes]));
}
