import { profileInForce } from '#domain/default-profiles.ts';
import type { DiagnosticFigure, FigureId } from '#domain/diagnostic.ts';
import { WEEK_KINDS } from '#domain/question.ts';
import type { InputKind } from '#domain/territory.ts';
import { isCivilWeek } from '#domain/week-choice.ts';
import { profileInSentence, windowsText } from '#i18n/profile-words.ts';
import { siteKindsText } from '#i18n/site-words.ts';
import type { ReportBlock, Words } from '../document.ts';
import { followUpFor } from '../follow-up/follow-up-blocks.ts';
import { followUpMethod } from '../follow-up/follow-up-method.ts';
import { capital } from '../place-words.ts';
import { leftOutWords, numberColumn, table, valueCell, wordCell, wordColumn } from '../tables.ts';
import { plainWords } from '../words.ts';
import { sentence, type SectionWriter } from '../writer.ts';

const INPUTS = {
	communes: 'report_input_communes',
	population: 'report_input_population',
	sites: 'report_input_sites',
	hours: 'report_input_hours',
	roads: 'report_input_roads',
	matrix: 'report_input_matrix',
	calendar: 'report_input_calendar',
	perimeter: 'report_input_perimeter'
} as const satisfies Record<InputKind, string>;
const INPUT_ORDER = Object.keys(INPUTS) as readonly InputKind[];

/** Where all comes from, how it was made, what it cannot say. */
export function sources(writer: SectionWriter): ReportBlock[] {
	return [
		...sourcesTable(writer),
		...rowsTable(writer),
		writer.heading('report_heading_method'),
		...writer.list([...methods(writer), supplyWords(writer), chosenSites(writer), ...followUpWords(writer)]),
		writer.heading('report_heading_limits'),
		...writer.list(limits(writer)),
		writer.heading('report_heading_unknown'),
		...unknown(writer)
	];
}

function sourcesTable(writer: SectionWriter): ReportBlock[] {
	const known = writer.context.summary.sources;
	const rows = INPUT_ORDER.flatMap((input) => {
		const source = known[input];
		if (!source) return [];
		const { title, publisher, vintage, licence, attribution } = source;
		return [[writer.text(INPUTS[input]), title, publisher, vintage, licence, attribution].map((one) => wordCell(one))];
	});
	if (rows.length === 0) return writer.note(writer.words('report_sources_none'));
	const columns = [
		wordColumn(writer.text('report_column_input')),
		wordColumn(writer.text('report_column_title')),
		wordColumn(writer.text('report_column_publisher')),
		wordColumn(writer.text('report_column_vintage')),
		wordColumn(writer.text('report_column_licence')),
		wordColumn(writer.text('report_column_attribution'))
	];
	const caption = writer.text('report_sources_caption');
	const titles = columns.map(({ title }) => title);
	const leftOut = leftOutWords(titles, () => '', writer);
	return [table('sources', caption, columns, rows, { empty: writer.text('report_sources_note'), leftOut })];
}

/** Rows of each file: nothing was left out in silence. */
function rowsTable(writer: SectionWriter): ReportBlock[] {
	const { locale, context } = writer;
	const rows = Object.values(context.summary.inputs).map(({ file, rowsRead, rowsKept, rowsRejected }) => [
		wordCell(file),
		...[rowsRead, rowsKept, rowsRejected].map((count) => valueCell(count, 'entries', locale))
	]);
	if (rows.length === 0) return [];
	const columns = [
		wordColumn(writer.text('report_column_file')),
		numberColumn(writer.text('report_column_read')),
		numberColumn(writer.text('report_column_kept')),
		numberColumn(writer.text('report_column_rejected'))
	];
	const { sites } = context.summary.inputs;
	const hasOutside = sites !== undefined && sites.rowsRead > sites.rowsKept + sites.rowsRejected;
	const always = hasOutside ? writer.text('report_rows_outside') : '';
	return [
		table('rows', writer.text('report_rows_caption'), columns, rows, { always, empty: writer.text('report_not_known') })
	];
}

function methods(writer: SectionWriter): Words[] {
	const { question } = writer.data;
	const { freeWindows, minimumVisitMinutes } = profileInForce(question.profile, question.editedProfiles);
	const { week } = question;
	const kind = isCivilWeek(week) ? WEEK_KINDS[0] : week;
	return [
		writer.words('report_method_access'),
		writer.words('report_method_hours'),
		writer.words('report_method_usable', { minutes: String(minimumVisitMinutes) }),
		writer.words('report_method_free', {
			profile: profileInSentence(question.profile, question.editedProfiles, writer.locale),
			windows: windowsText(freeWindows[kind], writer.locale)
		})
	];
}

/** How two times are held against each other, where the document does. */
function followUpWords(writer: SectionWriter): Words[] {
	return followUpFor(writer.context) === null ? [] : followUpMethod(writer.locale).map(plainWords);
}

/** Which kinds count as supply: a choice that every document prints. */
function supplyWords(writer: SectionWriter): Words {
	const { kindsLeftOut } = writer.data.question.supply;
	if (kindsLeftOut.length === 0) return writer.words('report_method_supply_all');
	const kinds = kindsLeftOut.map((kind) => siteKindsText(kind, writer.locale)).join(', ');
	return writer.words('report_method_supply_kinds', { kinds });
}

function chosenSites(writer: SectionWriter): Words {
	const { takenIn, leftOut } = writer.data.question.supply;
	if (takenIn.length + leftOut.length === 0) return [];
	return writer.words('report_method_supply_sites', { takenIn: takenIn.length, leftOut: leftOut.length });
}

/** That times are estimated is the first of the limits, in the words of this document. */
const SAID_FIRST = 'estimated_times';

function limits(writer: SectionWriter): Words[] {
	const { data, context } = writer;
	const isEstimated = context.summary.travel.origin === 'estimated';
	return [
		isEstimated ? writer.words('report_limit_estimated') : [],
		context.summary.population.kind === 'commune' ? writer.words('report_limit_commune_points') : [],
		...data.statements
			.filter(({ code }) => code !== SAID_FIRST)
			.map((one) => plainWords(sentence(writer.message(one), writer.locale))),
		writer.words('report_limit_grid'),
		data.area.fictional ? writer.words('report_limit_fictional') : [],
		writer.words('report_limit_order')
	];
}

/** Every figure that could not be computed, by the reason. */
function unknown(writer: SectionWriter): ReportBlock[] {
	const byWhy = new Map<string, FigureId[]>();
	for (const figure of Object.values(writer.data.figures) as readonly DiagnosticFigure[]) {
		if (figure.value !== null || figure.why === null) continue;
		const why = writer.message(figure.why);
		byWhy.set(why, [...(byWhy.get(why) ?? []), figure.id]);
	}
	if (byWhy.size === 0) return writer.paragraph(writer.words('report_unknown_none'));
	return writer.list(
		[...byWhy].map(([why, ids]) => {
			const Name = capital(writer.names(ids), writer.locale);
			return writer.words('report_unknown_item', { Name, why: sentence(why, writer.locale) });
		})
	);
}
