import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UNEDITED, type DiagnosticData } from '#domain/diagnostic.ts';
import type { InseeCode } from '#domain/units.ts';
import { answer } from '#workers/jobs/atlas/answer.ts';
import { openSession } from '#workers/jobs/atlas/open.ts';
import { paint } from '#workers/jobs/atlas/paint.ts';
import type { AtlasSession } from '#workers/jobs/atlas/session.ts';
import { sectors } from '#workers/jobs/atlas/supply/sectors.ts';
import { OpenTerritory } from '#workers/jobs/scenario/session.ts';
import { nodeOutputParts } from '../../src/cli/area-diagnostic.ts';
import { diskFolder } from '../../src/cli/folder-disk.ts';
import { electedMapOf, electedPaints, mapBefore } from '../../src/lib/report/elected-map.ts';
import { electedPage } from '../../src/lib/report/elected-page.ts';
import { electedHtml } from '../../src/lib/report/outputs/elected-html.ts';
import { drawPicture } from '../../src/lib/report/pictures/draw.ts';
import { alone } from '../atlas-session.ts';
import { runCliWell } from '../cli.ts';
import { diagnosticOf, figureOf, valueOf } from '../diagnostic-case.ts';
import { questionOf } from '../question.ts';
import { realData } from '../realdata.ts';
import { temporaryFolder } from '../territories.ts';

const communes = realData('mel/communes.geojson');
const cells = realData('mel/lille.gpkg');
const libraries = realData('mel/bibliotheques-mel.json');
const present = communes !== null && cells !== null && libraries !== null;
const question = questionOf({ mode: 'bike' });

// Skipped where there is no real data.
describe.skipIf(!present)('the diagnostic of MEL, by estimated times', () => {
	const root = temporaryFolder();
	let session: AtlasSession;
	let territory: OpenTerritory;
	let data: DiagnosticData;
	beforeAll(async () => {
		const folder = join(root.path, 'mel');
		const files = ['--communes', communes, '--population', cells, '--sites', libraries, '--hours', libraries];
		const where = ['--name', 'MEL', '--epci', '200093201', '--zone', 'B', '--out', folder];
		await runCliWell('prepare', ...(files as string[]), ...where);
		session = await openSession(diskFolder(folder), 'MEL');
		territory = new OpenTerritory();
		territory.open(session);
		data = await diagnosticOf(territory, question);
	}, 180_000);
	afterAll(() => root.remove());

	it('has both populations, and says whose cells are imputed', () => {
		// INSEE: people of Filosofi's cells, and the population municipale.
		expect(Math.round(valueOf(data, 'population.grid') ?? NaN)).toBe(1_099_837);
		expect(valueOf(data, 'population.municipale')).toBe(1_182_250);
		expect(valueOf(data, 'population.imputed-share')).toBeCloseTo(0.035, 3);
	});

	it('is a page for elected officials that an e-mail carries, where no library is named', async () => {
		const { summary } = session;
		const page = electedPage(data, UNEDITED, {
			summary,
			scenario: null,
			followUp: null,
			date: '2026-01-05',
			locale: 'fr',
			audience: 'shared'
		});
		const asked = electedPaints(summary, data)?.before;
		if (asked === undefined) throw new Error('MEL has a map');
		const input = mapBefore(summary, data, await paint(session, asked, alone), 'fr');
		const before = drawPicture(electedMapOf(data), input);
		expect(before).not.toBeNull();
		const html = electedHtml(page, { before, after: null }, await nodeOutputParts('2026-01-05').typefaces());
		expect(new TextEncoder().encode(html).length).toBeLessThan(8_000_000);
		const names = summary.sites.map(({ name }) => name).filter((name) => name.length > 15);
		expect(names.filter((name) => html.includes(name))).toEqual([]);
	});

	it('says that times are estimated wherever they are used, and nothing of what no file tells', () => {
		expect(figureOf(data, 'coverage.bike.15.share').estimated).toBe(true);
		expect(figureOf(data, 'sites').estimated).toBe(false);
		expect(data.statements.map(({ code }) => code)).toContain('estimated_times');
		// The portal's file tells no staff.
		expect(figureOf(data, 'staff.fte')).toMatchObject({ value: null, why: { code: 'diagnostic_why_none_tells' } });
	});

	it('is, of one commune and of the whole, what the map and the sectors say', async () => {
		const answers = await answer(session, question, alone);
		expect(valueOf(data, 'coverage.bike.15.share')).toBe(answers.whole.coverage.share);
		const found = await sectors(session, question, alone);
		expect(valueOf(data, 'sectors.people')).toBeCloseTo(found.people.inSectors, 3);
		expect(valueOf(data, 'sectors.not-individualised')).toBeCloseTo(found.people.notIndividualised, 3);
		const code = '59350' as InseeCode;
		const lille = await diagnosticOf(territory, { ...question, scope: { kind: 'commune', code } });
		const told = answers.communes.find((one) => one.code === code);
		expect(valueOf(lille, 'coverage.bike.15.share')).toBe(told?.coverage.share);
		expect(valueOf(lille, 'sites')).toBe(told?.countedSites);
		expect(lille.communes).toHaveLength(1);
	});
});
