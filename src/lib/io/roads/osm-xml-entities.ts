import { MaillageError } from '#domain/notes.ts';
import { SaxesParser } from 'saxes';
import type { OsmMember, OsmVisitor } from './osm-entities.ts';

/** No element of an OSM file is near this long; a text or a comment that is would fill the memory. */
const MAX_CHARACTERS_WITHOUT_ELEMENT = 16 * 1024 * 1024;

const MEMBER_TYPES: readonly string[] = ['node', 'way', 'relation'] satisfies OsmMember['type'][];

/** What an OSM XML file says of itself. */
export interface OsmXmlHeader {
	/** Date of the data (YYYY-MM-DD), where the file tells. */
	vintage: string | null;
	/** Words of the server that made it ("runtime error: Query timed out…"): the file may then be incomplete. */
	remark: string | null;
}

/** Reads OSM XML (API 0.6, Overpass, JOSM) handed over piece by piece, calling the visitor at the end of each entity. */
export class OsmXmlParser {
	readonly header: OsmXmlHeader = { vintage: null, remark: null };
	readonly #file: string;
	readonly #visitor: OsmVisitor;
	readonly #parser = new SaxesParser();
	#charactersWithoutElement = 0;
	#depth = 0;
	#entity: XmlEntity | null = null;

	constructor(file: string, visitor: OsmVisitor) {
		this.#file = file;
		this.#visitor = visitor;
		this.#parser.on('opentag', (tag) => this.#open(tag.name, tag.attributes));
		this.#parser.on('closetag', (tag) => this.#close(tag.name));
	}

	/** @throws MaillageError error_osm_xml_syntax with line and column, error_osm_xml_root when it is another XML. */
	write(text: string): void {
		this.#charactersWithoutElement += text.length;
		try {
			this.#parser.write(text);
		} catch (error) {
			throw error instanceof MaillageError ? error : this.#syntaxError();
		}
		if (this.#charactersWithoutElement > MAX_CHARACTERS_WITHOUT_ELEMENT) throw this.#syntaxError();
	}

	/** @throws MaillageError error_osm_xml_truncated when elements are still open. */
	end(): void {
		try {
			this.#parser.close();
		} catch {
			throw new MaillageError('error_osm_xml_truncated', { line: this.#parser.line }, this.#file);
		}
	}

	#syntaxError(): MaillageError {
		const { line, column } = this.#parser;
		return new MaillageError('error_osm_xml_syntax', { line, column }, this.#file);
	}

	#open(name: string, attributes: Readonly<Record<string, string>>): void {
		this.#charactersWithoutElement = 0;
		this.#depth++;
		if (this.#depth === 1) {
			if (name !== 'osm') throw new MaillageError('error_osm_xml_root', { read: name.slice(0, 40) }, this.#file);
			this.#readVintage(attributes.timestamp);
		} else if (this.#depth === 2) this.#openEntity(name, attributes);
		else this.#entity?.addChild(name, attributes);
	}

	#openEntity(name: string, attributes: Readonly<Record<string, string>>): void {
		if (name === 'meta') this.#readVintage(attributes.osm_base);
		if (name === 'remark') {
			this.#parser.on('text', (text) => (this.header.remark = (this.header.remark ?? '') + text.trim().slice(0, 200)));
		}
		// Deleted objects are told by the API with visible="false" and by JOSM with action="delete".
		if (attributes.visible === 'false' || attributes.action === 'delete') return;
		const isWanted =
			(name === 'node' && this.#visitor.node) ||
			(name === 'way' && this.#visitor.way) ||
			(name === 'relation' && this.#visitor.relation);
		if (isWanted) this.#entity = new XmlEntity(attributes);
	}

	#close(name: string): void {
		this.#charactersWithoutElement = 0;
		if (this.#depth === 2) {
			if (name === 'remark') this.#parser.off('text');
			this.#visit(name);
			this.#entity = null;
		}
		this.#depth--;
	}

	#visit(name: string): void {
		const entity = this.#entity;
		if (entity === null) return;
		const { id, tags, nodeIds, members } = entity;
		if (name === 'node') this.#visitor.node?.(id, degrees(entity.attributes.lon), degrees(entity.attributes.lat), tags);
		else if (name === 'way') this.#visitor.way?.(id, tags, () => nodeIds);
		else if (name === 'relation') this.#visitor.relation?.(tags, () => members);
	}

	#readVintage(time: string | undefined): void {
		const date = /^\d{4}-\d{2}-\d{2}/.exec(time ?? '')?.[0];
		if (date !== undefined) this.header.vintage = date;
	}
}

class XmlEntity {
	readonly attributes: Readonly<Record<string, string>>;
	readonly id: number;
	readonly tags = new Map<string, string>();
	readonly nodeIds: number[] = [];
	readonly members: OsmMember[] = [];

	constructor(attributes: Readonly<Record<string, string>>) {
		this.attributes = attributes;
		this.id = wholeNumber(attributes.id);
	}

	addChild(name: string, attributes: Readonly<Record<string, string>>): void {
		if (name === 'tag') this.tags.set(attributes.k ?? '', attributes.v ?? '');
		else if (name === 'nd') this.nodeIds.push(wholeNumber(attributes.ref));
		else if (name === 'member' && isMemberType(attributes.type)) {
			this.members.push({ type: attributes.type, id: wholeNumber(attributes.ref), role: attributes.role ?? '' });
		}
	}
}

function isMemberType(type: string | undefined): type is OsmMember['type'] {
	return type !== undefined && MEMBER_TYPES.includes(type);
}

/** NaN, which is no known node or way, when it is not a whole number. */
function wholeNumber(text: string | undefined): number {
	return text !== undefined && /^-?\d{1,15}$/.test(text) ? Number(text) : NaN;
}

/** NaN, which is nowhere, when it is absent or not a decimal. */
function degrees(text: string | undefined): number {
	return text !== undefined && /^-?\d/.test(text) ? Number(text) : NaN;
}
