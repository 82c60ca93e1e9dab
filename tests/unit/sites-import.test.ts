import { describe, expect, it } from 'vitest';
import { MaillageError } from '#domain/notes.ts';
import { importSites, type SiteImportOptions } from '#io/sites/sites-import.ts';

const read = (text: string, options?: SiteImportOptions) =>
	importSites(new TextEncoder().encode(text), 'lieux.csv', options);
const codes = ({ notes }: { notes: readonly { message: { code: string } }[] }) =>
	notes.map(({ message }) => message.code);

function failure(run: () => unknown) {
	try {
		run();
	} catch (problem) {
		if (problem instanceof MaillageError) return problem.detail;
		throw problem;
	}
	throw new Error('nothing failed');
}

describe('the Ministry’s file', () => {
	const raw = [
		'code_bib;nom_de_l_etablissement;adresse;cp;ville;code_insee_commune;latitude;longitude;type_adresse;statut;surface;amplitude_horaire;nombre_de_places;nombre_d_entrees;nombre_de_prets;nombre_d_emprunteurs;etp_salaries;nombre_de_benevoles',
		'LI1;Médiathèque des Marais;1 rue du Lin;59190;Hazebrouck;59295;50,7226;2,5375;Bâtiment ouvert;bibliothèque municipale;1 250,5;32h30;80;;31 420;0;12,5;',
		'LI2;Réseau des Marais;1 rue du Lin;59190;Hazebrouck;59295;50,7226;2,5375;Lieu uniquement administratif;bibliothèque intercommunale;;;;;;;;'
	].join('\r\n');

	it('reads with its raw headings: figures as they are, blanks as unknown, the network beside its building', () => {
		const { value, rowsRead, rowsKept, notes } = read(raw);
		expect([rowsRead, rowsKept]).toEqual([2, 2]);
		expect(value[0]).toEqual({
			id: 'LI1',
			name: 'Médiathèque des Marais',
			kind: 'library',
			statut: 'territoriale',
			openToAll: null,
			counted: { counted: true, reason: 'counted_reason_public_building', byUser: false },
			position: [2.5375, 50.7226],
			address: '1 rue du Lin',
			postcode: '59190',
			communeCode: '59295',
			communeName: 'Hazebrouck',
			schedule: null,
			serviceClass: null,
			figures: {
				surfaceSquareMetres: 1250.5,
				declaredWeeklyHours: 32.5,
				seats: 80,
				entriesPerYear: null,
				loansPerYear: 31_420,
				borrowers: 0,
				paidStaffFte: 12.5,
				volunteers: null,
				books: null,
				acquisitionsEuros: null
			},
			margin: false,
			origin: { file: 'lieux.csv', row: 2 }
		});
		expect(value[1]).toMatchObject({
			kind: 'administrative',
			counted: { counted: false, reason: 'counted_reason_administrative' }
		});
		expect(notes.map(({ message }) => message.code)).toEqual(['note_sites_decimal_commas', 'note_site_same_point']);
	});

	it('reads with the headings of the prepared copy, commas and all', () => {
		const prepared = [
			'Code_bib,nom_de_l_etablissement,Adresse,CP,Ville,Longitude,Latitude,type_adresse,nombre_de_places,Nombre de bénévoles',
			'LI1,Médiathèque,"1, rue du Lin",59190,Hazebrouck,2.5375,50.7226,Bâtiment ouvert,80,5',
			'BD1,59 - Médiathèque départementale,,59190,Hazebrouck,,,Bibliothèque départementale,,'
		].join('\n');
		const { value, rejected, rowsRead, rowsKept, placesRejectedBy } = read(prepared);
		expect(value).toMatchObject([
			{ id: 'LI1', address: '1, rue du Lin', figures: { seats: 80, volunteers: 5 }, communeCode: null }
		]);
		expect(rejected).toMatchObject([
			{
				note: {
					severity: 'rejected',
					row: 3,
					column: 'Latitude',
					read: null,
					message: { code: 'note_site_without_coordinates' }
				},
				cells: { Code_bib: 'BD1', Ville: 'Hazebrouck', Latitude: '' }
			}
		]);
		expect([rowsRead, rowsKept]).toEqual([2, 1]);
		expect([...placesRejectedBy]).toEqual([['note_site_without_coordinates', 1]]);
	});

	it('keeps the places of a network whose code they share, and rejects a place given twice', () => {
		const shared = [
			'code_bib,nom_de_l_etablissement,ville,latitude,longitude,type_adresse',
			'LI1,Médiathèque du Centre,Lille,50.6372,3.0633,Bâtiment ouvert',
			'LI1,Annexe de Fives,Lille,50.6330,3.0890,Bâtiment ouvert',
			'LI1,Médiathèque du centre,Lille,50.6372,3.0634,Bâtiment ouvert',
			'LI9,MEDIATHEQUE DU CENTRE,Lille,50.6373,3.0633,Bâtiment ouvert',
			'LI10,Médiathèque du Centre,Hem,50.6550,3.1870,Bâtiment ouvert'
		].join('\n');
		const { value, rejected, notes } = read(shared);
		expect(value.map(({ id, name }) => [id, name])).toEqual([
			['LI1', 'Médiathèque du Centre'],
			['LI1-2', 'Annexe de Fives'],
			['LI10', 'Médiathèque du Centre']
		]);
		expect(rejected.map(({ note }) => [note.row, note.message.code, note.message.params.row])).toEqual([
			[4, 'note_site_id_again', '2'],
			[5, 'note_site_again', '2']
		]);
		expect(notes[0]).toMatchObject({
			severity: 'changed',
			row: 3,
			column: 'code_bib',
			message: { code: 'note_site_id_shared', params: { id: 'LI1-2' } }
		});
	});
});

describe('any table of sites', () => {
	it('takes the columns that are named, in place of those recognised', () => {
		const text = 'nom;autre;some_x;some_y;latitude;longitude\nA;B;3,06;50,63;0;0';
		const { value } = read(text, { mapping: { lat: 'some_y', lon: 'SOME_X', name: 'autre' } });
		expect(value).toMatchObject([{ name: 'B', position: [3.06, 50.63] }]);
	});

	it('says which columns there are when one named is not', () => {
		expect(failure(() => read('nom;x;y\nA;3;50', { mapping: { lat: 'some_y' } }))).toEqual({
			code: 'error_mapping_column_missing',
			params: { column: 'some_y', field: 'lat', columns: 'nom, x, y' }
		});
		expect(failure(() => read('nom;x;y\nA;3;50', { mapping: { latitude: 'y' } })).code).toBe(
			'error_mapping_field_unknown'
		);
	});

	it('needs to know where the sites are', () => {
		expect(failure(() => read('nom;adresse\nA;B'))).toEqual({
			code: 'error_sites_columns',
			params: { columns: 'nom, adresse' }
		});
	});

	it('reads x and y in a system that is named, in Lambert-93 by itself, and points in one cell', () => {
		const lambert = 'nom,x,y\nA,704519.3,7060244.9\nB,704600,7060300';
		for (const options of [{}, { mapping: { x: 'x', y: 'y', crs: 'EPSG:2154' } }]) {
			const { value } = read(lambert, options);
			expect(value[0].position[0]).toBeCloseTo(3.0633, 3);
			expect(value[0].position[1]).toBeCloseTo(50.637, 2);
		}
		expect(codes(read(lambert))).toEqual(['note_sites_projected']);
		const points = 'nom;geo_point_2d\nA;"50.63, 3.06"\nB;POINT (3.07 50.64)\nC;quelque part';
		const { value, rejected } = read(points);
		expect(value.map(({ position }) => position)).toEqual([
			[3.06, 50.63],
			[3.07, 50.64]
		]);
		expect(rejected.map(({ note }) => [note.column, note.read, note.message.code])).toEqual([
			['geo_point_2d', 'quelque part', 'note_site_coordinates_text']
		]);
	});

	it('reads hours written in a column, and keeps a site whose hours it cannot understand', () => {
		const { value, notes, rowsKept } = read(
			'nom,lat,lon,opening_hours\nA,50.63,3.06,Tu-Sa 10:00-18:00\nB,50.64,3.07,"Tu 12:00,14:00-18:00"\nC,50.65,3.08,'
		);
		expect(value.map(({ schedule }) => schedule?.sourceText ?? null)).toEqual(['Tu-Sa 10:00-18:00', null, null]);
		expect(notes).toMatchObject([
			{ severity: 'changed', row: 3, column: 'opening_hours', read: 'Tu 12:00,14:00-18:00' }
		]);
		expect(rowsKept).toBe(3);
	});

	it('names a site that has no name, and makes distinct ids for namesakes', () => {
		const { value } = read(
			'nom,ville,lat,lon\nNA,Trets,43.44,5.68\nBibliothèque,Trets,43.45,5.69\nBibliothèque,Trets,43.46,5.70'
		);
		expect(value.map(({ id, name }) => [id, name])).toEqual([
			['trets-trets', 'Trets'],
			['bibliotheque-trets', 'Bibliothèque'],
			['bibliotheque-trets-2', 'Bibliothèque']
		]);
	});

	it.each([
		['Nombre de prêts', 'Nombre d’emprunteurs'],
		['nb_prets', 'nb_emprunteurs'],
		['PRETS', 'Emprunteurs actifs'],
		['nombre_de_prets_total', 'nombre_d_emprunteurs_actifs']
	])('reads loans under "%s" and borrowers under "%s"; a blank is not nought', (loans, borrowers) => {
		const { value, notes } = read(
			`nom,lat,lon,${loans},${borrowers}\nA,46.2,5.22,0,\nB,48.86,2.34,,12\nC,45.1,4.2,x,-3`
		);
		const figures = value.map(({ figures: { loansPerYear, borrowers: count } }) => [loansPerYear, count]);
		expect(figures).toEqual([
			[0, null],
			[null, 12],
			[null, null]
		]);
		expect(notes.map(({ row, column, message }) => [row, column, message.code])).toEqual([
			[4, loans, 'note_site_figure'],
			[4, borrowers, 'note_site_figure']
		]);
	});

	it('takes neither those enrolled for borrowers nor "emprunts" for loans, unless told to', () => {
		const text = 'nom,lat,lon,emprunts,inscrits\nA,46.2,5.22,100,10';
		expect(read(text).value).toMatchObject([{ figures: { loansPerYear: null, borrowers: null } }]);
		const mapping = { loans: 'emprunts', borrowers: 'inscrits' };
		expect(read(text, { mapping }).value).toMatchObject([{ figures: { loansPerYear: 100, borrowers: 10 } }]);
	});

	it('puts codes right and leaves figures blank that are none', () => {
		const { value, notes } = read(
			'nom,cp,code_insee,lat,lon,surface,nombre_de_places\nA,1000,1053,46.2,5.22,-5,beaucoup\nB,75001,751,48.86,2.34,0,NA'
		);
		expect(value).toMatchObject([
			{ postcode: '01000', communeCode: '01053', figures: { surfaceSquareMetres: null, seats: null } },
			{ postcode: '75001', communeCode: null, figures: { surfaceSquareMetres: 0, seats: null } }
		]);
		expect(notes.map(({ row, column, read: was, message }) => [row, column, was, message.code])).toEqual([
			[2, 'surface', '-5', 'note_site_figure'],
			[2, 'nombre_de_places', 'beaucoup', 'note_site_figure'],
			[2, 'cp', '1000', 'note_site_postcode_zero'],
			[2, 'code_insee', '1053', 'note_site_insee_repaired'],
			[3, 'code_insee', '751', 'note_site_insee']
		]);
	});

	it('loses nothing to a bad row: swapped, at 0,0, nowhere, not numbers', () => {
		const text = [
			'id,nom,lat,lon',
			'1,A,50.63,3.06',
			'2,B,3.07,50.64',
			'3,C,0,0',
			'4,D,150,3',
			'5,E,nord,3',
			'6,F,50.65,3.08',
			'7,G,,3.08',
			'__proto__,__proto__,50.66,3.09'
		].join('\n');
		const { value, rejected, notes, rowsRead, rowsKept } = read(text);
		expect(value.map(({ id }) => id)).toEqual(['1', '2', '6', '__proto__']);
		expect(value[1].position).toEqual([3.07, 50.64]);
		expect(notes.find(({ severity }) => severity === 'changed')).toMatchObject({
			row: 3,
			column: 'lat',
			read: '50.64 ; 3.07',
			message: { code: 'note_site_coordinates_swapped' }
		});
		expect(rejected.map(({ note, cells }) => [cells.id, note.row, note.message.code])).toEqual([
			['3', 4, 'note_site_coordinates_zero'],
			['4', 5, 'note_site_coordinates_nowhere'],
			['5', 6, 'note_site_coordinates_text'],
			['7', 8, 'note_site_without_coordinates']
		]);
		expect(rowsRead).toBe(rowsKept + rejected.length);
	});
});
