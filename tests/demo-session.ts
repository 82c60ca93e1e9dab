import { openSession } from '#workers/jobs/atlas/open.ts';
import type { AtlasSession } from '#workers/jobs/atlas/session.ts';
import { prepareTerritory } from '#workers/jobs/prepare/prepare.ts';
import { demoRequest } from '../src/cli/demo-request.ts';

/** The embedded demonstration territory, prepared and opened in memory as anybody's. */
export async function demoSession(): Promise<AtlasSession> {
	const { files } = await prepareTerritory(await demoRequest(), { onStep: () => {}, onProgress: () => {} });
	const folder = {
		has: async (path: string) => files.has(path),
		read: async (path: string) => files.get(path) ?? new Uint8Array()
	};
	return openSession(folder, 'demo');
}
