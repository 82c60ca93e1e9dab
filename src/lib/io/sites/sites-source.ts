import type { Source } from '#domain/source.ts';
import { unstatedSource } from '../unstated-source.ts';
import { columnIndex, type Table } from '../tables/table.ts';

/** Columns that the Ministry's survey has and no other file of libraries. */
const MINISTRY = ['code_bib', 'type_adresse', 'nom_de_l_etablissement'];

/** Where a file of sites comes from: the Ministry's is told by its columns, others only by the file's name. */
export function sitesSource(table: Pick<Table, 'headings' | 'file'>): Source {
	const { file } = table;
	if (MINISTRY.every((heading) => columnIndex(table, [heading]) !== null)) {
		return {
			title: 'Adresses des bibliothèques publiques',
			publisher: 'Ministère de la Culture',
			licence: 'Licence Ouverte 2.0',
			attribution: 'Ministère de la Culture, Observatoire de la lecture publique',
			vintage: null,
			file
		};
	}
	return unstatedSource(file);
}
