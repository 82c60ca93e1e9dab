import type { MapState } from '../../state/map-url.ts';

/** Whether the under-served sectors are to be seen: asked for, listed in a table, or one of them pinned. */
export function sectorsShown({ sectors, table, selection }: MapState): boolean {
	return sectors || table === 'sectors' || selection?.kind === 'sector';
}

/** What changes for none to be seen. */
export function hideSectors({ table, selection }: MapState): Partial<MapState> {
	return {
		sectors: false,
		table: table === 'sectors' ? null : table,
		selection: selection?.kind === 'sector' ? null : selection
	};
}
