import type { Weekday } from '#domain/opening-schedule.ts';
import { DEFAULT_COSTS, NO_COST_SAID } from '#domain/cost.ts';
import type { Change, Scenario } from '#domain/scenario.ts';
import { parseOsmHours, writeOsmHours } from '#io/hours/hours-osm.ts';
import { hoursFromWeekCells } from '#io/hours/hours-week-cells.ts';
import { readAdminSlice, writeAdminSlice } from '#io/communes/admin-slice.ts';
import { readScenarioFile, writeScenarioFile } from '#io/scenario/scenario-json.ts';
import { readBasemap, writeBasemap } from '#io/territory-folder/basemap-json.ts';
import { readHours } from '#workers/jobs/hours/read-hours.ts';
import { readPlaces } from '#workers/jobs/scenario/read-places.ts';
import type { Random } from '../../data/demo/generator/tools/random.ts';
import { readDocuments, writeDocuments } from '../../src/lib/state/documents-text.ts';
import { NEW_DOCUMENT } from '../../src/lib/state/documents.ts';
import { readMapState } from '../../src/lib/state/map-url.ts';
import { readQuestion } from '../../src/lib/state/question-url.ts';
import { summary } from '../summary-fixture.ts';
import { HOSTILE_CELLS, HOSTILE_HOURS } from './hostile-values.ts';
import { checkMessage, checkPlainValues, checkWrittenBack, Fault } from './laws.ts';
import { original, PLACES } from './originals.ts';
import type { Target } from './target.ts';

const TEXT = new TextDecoder();

function must(holds: boolean, says: string): void {
	if (!holds) throw new Fault(says);
}

const scheduleOf = (text: string) => {
	const read = parseOsmHours(text);
	if (!read.ok) throw new Error(text);
	return read.schedule;
};

const CHANGES: readonly Change[] = [
	{ kind: 'hours', siteId: 's1', schedule: scheduleOf('Tu-Sa 10:00-18:00; PH off') },
	{ kind: 'close', siteId: 's2' },
	{ kind: 'move', siteId: 's3', position: [5.3, 45.9] },
	{ kind: 'merge', siteIds: ['s4', 's5'], into: 's1', surfaceSquareMetres: 300 },
	{ kind: 'surface', siteId: 's6', surfaceSquareMetres: 120 },
	{
		kind: 'add',
		site: {
			id: 'new-1',
			name: 'À la gare',
			kind: 'library',
			position: [5.4, 45.9],
			communeCode: null,
			communeName: null,
			schedule: scheduleOf('We 14:00-18:00'),
			surfaceSquareMetres: 200
		}
	},
	{
		kind: 'bookmobile-stop',
		site: {
			id: 'new-2',
			name: 'Place du marché',
			kind: 'bookmobile-stop',
			position: [5.4, 45.9],
			communeCode: null,
			communeName: 'Douvres',
			surfaceSquareMetres: null
		},
		rounds: { weekday: 2, start: 600, end: 660, weeks: 'odd', inSchoolHolidays: false }
	}
];
const SCENARIO: Scenario = {
	id: 'essai',
	name: 'Essai',
	modifications: CHANGES.map((change, rank) => ({
		id: `m${rank}`,
		on: true,
		change,
		cost: rank === 0 ? { ...NO_COST_SAID, paidOnDuty: 2, investmentEuros: 1000 } : NO_COST_SAID
	})),
	costs: { ...DEFAULT_COSTS, eurosPerPaidHour: 24.5, funders: [{ name: 'Commune', eurosPerYear: 100 }] }
};
const TERRITORY = { name: 'Val', epciCode: null };

const scenario: Target = {
	name: 'scenario and its costs',
	originals: () => [
		{ ...original('scenario.json', TEXT.decode(writeScenarioFile(SCENARIO, TERRITORY))), form: 'json' },
		original(
			'heures-proposees.json',
			JSON.stringify({
				format: 'maillage-hours-proposal',
				scenario: JSON.parse(TEXT.decode(writeScenarioFile(SCENARIO, TERRITORY))) as unknown
			})
		)
	],
	read: async (file, bytes) => {
		const read = readScenarioFile(bytes, file);
		checkPlainValues(read);
		read.notes.forEach(({ message }) => checkMessage(message));
		checkWrittenBack(
			read.scenario,
			(one) => writeScenarioFile(one, read.territory),
			(written) => readScenarioFile(written, file).scenario
		);
	}
};

const documents: Target = {
	name: 'edits of the diagnostic',
	originals: () => [
		original(
			'documents.json',
			writeDocuments({ territory: { ...NEW_DOCUMENT, author: 'A', texts: { frame: 'Un mot.', swot: 'Un autre.' } } })
		)
	],
	read: async (_, bytes) => {
		const read = readDocuments(TEXT.decode(bytes));
		if (read === null) return;
		checkPlainValues(read);
		const again = readDocuments(writeDocuments(read));
		must(JSON.stringify(again) === JSON.stringify(read), 'not the same once read back');
	}
};

const places: Target = {
	name: 'places typed',
	originals: () => [PLACES, original('lieux.csv', 'Gare;5,33;45,96\nMarché;5,4;45,9\n')],
	read: async (file, bytes) => {
		const read = readPlaces({ bytes, file });
		read.notes.forEach(({ message }) => checkMessage(message));
		checkPlainValues(read);
	}
};

const HOURS_TEXTS = [
	'Tu,Fr 13:30-19:00; We 10:00-18:30; Su[1] 14:30-18:00; Jul-Aug Tu-Fr 10:00-12:30,15:00-18:00; PH off',
	'week 1-53/2 Mo 10:00-12:00 || "sur rendez-vous"; easter +1 day off',
	'Mardi et jeudi : 10h-12h, 14h-18h ; samedi : 10h-17h sauf juillet et août (fermeture en août)',
	'du lundi au vendredi de 9h à 12h30 et de 13h30 à 18h, le 1er samedi du mois 10h-12h, fermé les jours fériés',
	'Période scolaire : mer 14h-18h. Vacances : mardi 10h-12h / 14h-17h'
];

/** Two texts cut and put together, some words of theirs repeated, some hostile ones put in. */
function mixedText(one: string, random: Random): string {
	const words = one.split(/(?<=[\s;,:-])/);
	for (let left = random.integer(1, 5); left > 0; left--) {
		const at = random.integer(0, words.length);
		const put = random.pick([
			() => [random.pick(HOSTILE_CELLS)],
			() => [random.pick(HOSTILE_HOURS)],
			() => [random.pick(HOURS_TEXTS)],
			() => Array<string>(random.integer(2, 30)).fill(random.pick(words)),
			() => []
		])();
		words.splice(at, random.integer(0, 3), ...put);
	}
	return words.join('');
}

const typedHours: Target = {
	name: 'hours typed',
	originals: () => HOURS_TEXTS.map((text, rank) => original(`${rank}.bin`, text)),
	read: async (_, bytes, random) => {
		const text = random.chance(0.5) ? TEXT.decode(bytes) : mixedText(TEXT.decode(bytes), random);
		const read = readHours(text);
		read.notes.forEach(checkMessage);
		checkPlainValues(read);
		if (read.schedule !== null) {
			const written = writeOsmHours(read.schedule);
			const again = parseOsmHours(written);
			must(
				again.ok && writeOsmHours(again.schedule) === written,
				`not the same once read back: ${written.slice(0, 200)}`
			);
		}
		const cells = new Map<Weekday, string>([
			[0, text],
			[3, random.pick(HOSTILE_CELLS)],
			[6, random.pick(HOSTILE_HOURS)]
		]);
		const week = hoursFromWeekCells(cells);
		checkPlainValues(week);
		week.notes.forEach(({ message }) => checkMessage(message));
	}
};

const slice: Target = {
	name: 'national list',
	originals: () => [
		original(
			'96.json',
			TEXT.decode(
				writeAdminSlice(
					readAdminSlice(
						new TextEncoder().encode(
							JSON.stringify({
								format: 'maillage-admin',
								version: 1,
								vintage: { communes: '2025', population: '2022', attribution: 'INSEE' },
								communes: [
									['01004', 'Ambérieu', 100, '240100891'],
									['01007', 'Ambronay', null, null]
								],
								epcis: [['240100891', 'CC', ['01004']]],
								successors: [['01001', '01004']]
							})
						),
						'96.json'
					)
				)
			)
		)
	],
	read: async (file, bytes) => {
		checkPlainValues(readAdminSlice(bytes, file));
	}
};

const basemap: Target = {
	name: 'base map',
	originals: () => [
		original(
			'basemap.json',
			TEXT.decode(
				writeBasemap({
					roads: [
						{
							roadClass: 'primary',
							line: [
								[5.3, 45.9],
								[5.4, 45.9]
							]
						}
					],
					waterLines: [
						[
							[5.3, 45.9],
							[5.4, 45.95]
						]
					],
					waterAreas: [],
					places: []
				})
			)
		)
	],
	read: async (file, bytes) => {
		const read = readBasemap(bytes, file);
		checkPlainValues(read);
		checkWrittenBack(read, writeBasemap, (written) => readBasemap(written, file));
	}
};

const ADDRESSES = [
	'dire=proximite&mode=voiture&minutes=15&semaine=petites-vacances&moment=sa-10h30&qui=65-&sans=annexe+bibliobus',
	'dire=heures-utilisables&profil=retraites&rythme=retraites:60:lu-8h00-12h00&scenario=a&voisins=non&ou=96260',
	'offre=plus-proche&capacite=heures&rang=2&seuil=15&seuil-habitants=500&seuil-profil=actifs&avec-lieu=s1&sans-lieu=s2'
];

const addresses: Target = {
	name: 'addresses',
	originals: () => ADDRESSES.map((address, rank) => original(`${rank}.bin`, address)),
	read: async (_, bytes, random) => {
		const parameters = new URLSearchParams(TEXT.decode(bytes));
		for (const key of [...parameters.keys()]) if (random.chance(0.3)) parameters.set(key, random.pick(HOSTILE_CELLS));
		const told = summary();
		checkPlainValues(readQuestion(parameters, told));
		checkPlainValues(readMapState(parameters, told));
	}
};

export const TEXT_TARGETS: readonly Target[] = [scenario, documents, places, typedHours, slice, basemap, addresses];
