import Papa from 'papaparse';
import { osmHours } from '../libraries/opening-hours.ts';
import { lonLat } from '../tools/projection.ts';
import { FILOSOFI_COLUMNS, type FilosofiRow } from '../people/households.ts';
import { isOpenPlace } from '../libraries/site-plan.ts';
import type { DemoSite } from '../libraries/sites.ts';

const FICTIONAL = 'Données fictives de démonstration';
/** data.culture.gouv.fr writes a byte order mark, so that spreadsheets read the accents. */
const BYTE_ORDER_MARK = '\uFEFF';

/** INSEE's file of 200 m cells: comma, decimal point, no quotes. */
export function populationCsv(rows: readonly FilosofiRow[]): string {
	const data = rows.map((row) => FILOSOFI_COLUMNS.map((column) => row[column]));
	return `${Papa.unparse({ fields: FILOSOFI_COLUMNS, data }, { newline: '\n' })}\n`;
}

/** The Ministry's "adresses des bibliothèques publiques", with the raw file's keys; semicolon, as its portal exports. */
export function sitesCsv(sites: readonly DemoSite[]): string {
	const rows = sites.map(({ code, name, plan, commune, at, street, figures }) => {
		const [longitude, latitude] = lonLat(at);
		const placed = plan.address !== 'Lieu uniquement administratif';
		return {
			code_bib: code,
			nom_de_l_etablissement: name,
			adresse: street,
			cp: commune.postcode,
			ville: commune.settlement.name,
			code_insee_commune: commune.code,
			code_departement: commune.code.slice(0, 2),
			departement: 'Val-et-Monts (fictif)',
			population_commune: commune.population,
			latitude: placed ? latitude.toFixed(6) : '',
			longitude: placed ? longitude.toFixed(6) : '',
			type_adresse: plan.address,
			statut: plan.statut,
			typologie_abd: figures.typology ?? '',
			surface: figures.squareMetres ?? '',
			amplitude_horaire: figures.weeklyHours ?? '',
			nombre_de_places: figures.seats ?? '',
			nombre_de_livres: figures.books ?? '',
			nombre_d_entrees: figures.entries ?? '',
			nombre_de_prets: figures.loans ?? '',
			nombre_d_emprunteurs: figures.borrowers ?? '',
			depenses_documentaires: figures.acquisitions ?? '',
			etp_salaries: figures.staff ?? '',
			nombre_de_salaries: figures.employees ?? '',
			nombre_de_benevoles: figures.volunteers ?? '',
			temps_de_travail_des_benevoles: figures.volunteerTime ?? '',
			nombre_actions_culturelles: figures.events ?? '',
			source: FICTIONAL
		};
	});
	return `${BYTE_ORDER_MARK}${Papa.unparse(rows, { delimiter: ';', newline: '\n' })}\n`;
}

/** Hours as Opendatasoft portals give them: one row a place, its week in OSM syntax. Some places are missing, some blank. */
export function hoursCsv(sites: readonly DemoSite[]): string {
	const open = sites.filter(({ plan }) => isOpenPlace(plan));
	const unknown = open.filter(({ hours }) => hours === null);
	const rows = open
		.filter((site) => site !== unknown[0])
		.map(({ code, name, commune, hours }) => ({
			code_bib: code,
			libelle: name,
			ville: commune.settlement.name,
			code_insee_commune: commune.code,
			horairesosm: hours === null ? '' : osmHours(hours),
			source: FICTIONAL
		}));
	return `${Papa.unparse(rows, { delimiter: ';', newline: '\n' })}\n`;
}
