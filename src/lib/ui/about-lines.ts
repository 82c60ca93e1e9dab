import type { Question } from '#domain/question.ts';
import type { InputKind } from '#domain/territory.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import { writeMessage, type Locale } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';
import { isSupplyChanged } from '../state/supply-choice.ts';

/** What every picture and file says under its figures: the territory, what counts as supply, estimated times, sources and licences. */
export function aboutLines(question: Question, summary: TerritorySummary, locale: Locale): string[] {
	const options = { locale };
	const lines = [summary.name];
	if (summary.fictional) lines.push(m.shell_fictional({}, options));
	lines.push(supplyLine(question, summary, locale));
	for (const statement of summary.travel.statements) lines.push(writeMessage(statement, locale));
	for (const kind of Object.keys(summary.sources) as InputKind[]) {
		const source = summary.sources[kind];
		if (!source) continue;
		const { title, vintage, publisher, attribution, licence } = source;
		const parts = [title, vintage, publisher, attribution, licence ?? m.data_licence_unknown({}, options)];
		lines.push(parts.filter((part) => part !== null && part !== '').join(', '));
	}
	return lines;
}

/** What counts: as imported, or as the user changed it. */
function supplyLine(question: Question, { hasMargin }: TerritorySummary, locale: Locale): string {
	const supply = isSupplyChanged(question.supply) ? m.about_supply_changed : m.about_supply_imported;
	const lines = [supply({}, { locale })];
	if (hasMargin) {
		lines.push(
			question.withNeighbours ? m.about_neighbours_in({}, { locale }) : m.about_neighbours_out({}, { locale })
		);
	}
	return lines.join(' ');
}
