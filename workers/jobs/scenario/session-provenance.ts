import type { AtlasSession } from '../atlas/session.ts';
import { provenance, type Provenanced } from '../diagnose/metadata.ts';
import { estimatedError } from '../estimated-model.ts';

/** What of an open territory says where its results come from. */
export function provenancedOf({ territory, summary }: AtlasSession): Provenanced {
	const { origin } = summary.travel;
	const estimated = origin === 'estimated';
	return {
		territory,
		sources: territory.sources,
		travel: { origin, estimated, estimated_error: estimated ? estimatedError() : null }
	};
}

/** The first members of a result in JSON: what it is, and where it comes from. */
export const resultHeading = (format: string, source: Provenanced) => ({ format, version: 1, ...provenance(source) });
