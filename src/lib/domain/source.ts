/** Where data comes from: printed under every map, table and document made of it. */
export interface Source {
	/** What it is, as a reader knows it: "Filosofi 2019, carreaux de 200 m". */
	readonly title: string;
	/** Who made it: "INSEE". Null when the file does not tell and the user did not say. */
	readonly publisher: string | null;
	/** "Licence Ouverte 2.0", "ODbL 1.0"… Null when unknown, and shown as unknown. */
	readonly licence: string | null;
	/** The words the licence asks for: "© les contributeurs d'OpenStreetMap". */
	readonly attribution: string | null;
	/** The year or date the data describe, as text: "2019", "enquête 2023". */
	readonly vintage: string | null;
	/** The file as the user named it, without any folder. */
	readonly file: string;
}
