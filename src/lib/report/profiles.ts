import { DEFAULT_PROFILES } from '#domain/default-profiles.ts';
import type { FigureId } from '#domain/diagnostic.ts';
import type { ReportBlock } from './document.ts';
import { capital, isOfAllAges, profileWords, questionWords } from './place-words.ts';
import { figureCell, numberColumn, someKnown, table, wordCell, wordColumn } from './tables.ts';
import { hoursSituation, usableFiguresOf } from './usable-words.ts';
import { profileText } from '#i18n/profile-words.ts';
import type { SectionWriter } from './writer.ts';

/** What half of the people of the question's profile can use, and who can use nothing. */
export function usableParagraph(writer: SectionWriter): ReportBlock[] {
	const { question } = writer.data;
	const ids = usableFiguresOf(question.profile);
	const situation = hoursSituation(writer.known(ids.hours), writer.known(ids.none));
	const words = {
		...questionWords(question, writer.locale),
		...profileWords(question.profile, question, writer.locale, writer.data.figures),
		situation
	};
	return writer.paragraph(writer.say('report_usable', ids, words));
}

/** Every profile: its people, what half of them have, who has none. */
export function profilesTable(writer: SectionWriter): ReportBlock[] {
	const { data, locale } = writer;
	const profiles = DEFAULT_PROFILES.map(({ id }) => id).filter((id) =>
		someKnown(data.figures, [`usable.${id}.median`, `usable.${id}.none.share`] satisfies FigureId[])
	);
	if (profiles.length === 0) return [];
	const { editedProfiles } = data.question;
	const rows = profiles.map((id) => [
		wordCell(capital(profileText(id, editedProfiles, locale), locale)),
		wordCell(
			isOfAllAges(id, data.figures)
				? writer.text('report_all_ages')
				: capital(profileWords(id, data.question, locale).people, locale)
		),
		figureCell(data.figures[`usable.${id}.people`], locale),
		figureCell(data.figures[`usable.${id}.median`], locale),
		figureCell(data.figures[`usable.${id}.none.share`], locale)
	]);
	const columns = [
		wordColumn(writer.text('report_column_profile')),
		wordColumn(writer.text('report_column_ages')),
		numberColumn(writer.text('report_column_people')),
		numberColumn(writer.text('report_column_median')),
		numberColumn(writer.text('report_column_none'))
	];
	const caption = writer.text('report_hours_profiles_caption');
	return [table('profiles', caption, columns, rows, { empty: writer.text('report_not_known') })];
}
