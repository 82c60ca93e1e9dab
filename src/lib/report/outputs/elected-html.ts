import { m } from '#i18n/paraglide/messages.js';
import type { KeyFigure, Words } from '../document.ts';
import type { ElectedFigure, ElectedPage } from '../elected-page.ts';
import { originLines, type FigureOrigin } from '../figure-origin.ts';
import type { Picture } from '../pictures/picture-input.ts';
import { escapeXml } from '../pictures/svg.ts';
import { ELECTED_STYLE } from './elected-style.ts';
import { selfContainedPage } from './html-page.ts';
import { prose } from './prose.ts';
import type { Typefaces } from './typefaces.ts';

export interface ElectedMaps {
	/** Null where it could not be drawn. */
	readonly before: Picture | null;
	readonly after: Picture | null;
}

/**
 * The elected officials' page as one file that opens from a disk or an e-mail: nothing of it runs, the switch is two radio buttons.
 */
export function electedHtml(page: ElectedPage, maps: ElectedMaps, { text, sentence }: Typefaces): string {
	const { locale, title } = page;
	const body = [
		page.scenario === null ? '' : radios(),
		`<main>${header(page)}${figure(page, maps)}`,
		`<div class="told">${largeFigures(page)}${sentences(page)}</div>`,
		`<footer><p>${escapeXml(`${page.sources} ${page.imprint}.`)}</p></footer></main>`,
		origins(page.origins, page)
	].join('\n');
	return selfContainedPage({ locale, title, css: ELECTED_STYLE, typefaces: [text, sentence], body });
}

const radios = () =>
	['before', 'after']
		.map(
			(id) =>
				`<input class="switch" type="radio" name="situation" id="${id}"${id === 'before' ? ' checked' : ''} autocomplete="off">`
		)
		.join('');

function header({ locale, title, subtitle, stamps, scenario }: ElectedPage): string {
	const marks = stamps.map((stamp) => `<li>${escapeXml(stamp)}</li>`).join('');
	const name = scenario === null ? '' : escapeXml(m.elected_after({ name: scenario }, { locale }));
	const today = escapeXml(m.elected_before({}, { locale }));
	const labels = `<label for="before">${today}</label><label for="after">${name}</label>`;
	return [
		`<header><div><h1>${escapeXml(title)}</h1><p class="conditions">${prose(subtitle)}</p>`,
		marks === '' ? '' : `<ul class="stamps">${marks}</ul>`,
		`</div>${scenario === null ? '' : `<div class="situations">${labels}</div>`}</header>`
	].join('');
}

function figure({ locale, title, map: mapIs, scenario }: ElectedPage, { before, after }: ElectedMaps): string {
	const failed = `<p>${escapeXml(m.elected_map_failed({}, { locale }))}</p>`;
	const drawn = (picture: Picture | null, name: string, words: string) =>
		picture === null
			? `<div class="${name}">${failed}</div>`
			: `<div class="map ${name}" role="img" aria-label="${escapeXml(words)}">${named(picture.svg, name)}</div>`;
	const map = m.elected_map({ title, mapIs }, { locale });
	if (scenario === null) return `<figure>${drawn(before, 'is-alone', map)}</figure>`;
	const words = (situation: string) => m.elected_map_of({ map, situation }, { locale });
	const today = words(m.elected_before({}, { locale }));
	const under = words(m.elected_after({ name: scenario }, { locale }));
	return `<figure>${drawn(before, 'is-before', today)}${drawn(after, 'is-after', under)}</figure>`;
}

/** A picture whose definitions have names of their own: two of one page are drawn from the same. No quote stands in its texts. */
const named = (svg: string, name: string) =>
	svg.replaceAll(' id="', ` id="${name}-`).replaceAll('="url(#', `="url(#${name}-`);

function largeFigures({ figures, scenario, locale }: ElectedPage): string {
	if (figures.length === 0) return `<p>${escapeXml(m.elected_no_figure({}, { locale }))}</p>`;
	const items = figures.map((one) => `<li>${largeFigure(one, scenario !== null, locale)}</li>`).join('');
	return `<ul class="figures">${items}</ul>`;
}

function largeFigure({ before, after }: ElectedFigure, isCompared: boolean, locale: ElectedPage['locale']): string {
	const number = ({ id, text }: KeyFigure, name: string) =>
		`<span class="number ${name}">${link(id, escapeXml(text))}</span>`;
	const label = `<span class="label">${prose(before.label)}</span>`;
	const answered =
		before.respondents === null ? '' : `<span class="respondents">${escapeXml(before.respondents)}</span>`;
	const was =
		after === null ? m.elected_not_compared({}, { locale }) : m.elected_was({ text: before.text }, { locale });
	const past = isCompared ? `<span class="was is-after">${escapeXml(was)}</span>` : '';
	const numbers = after === null ? number(before, '') : number(before, 'is-before') + number(after, 'is-after');
	return `${numbers}${label}${past}${answered}`;
}

function sentences({ sentences: said }: ElectedPage): string {
	return `<ul class="sentences">${said.map((words) => `<li>${wordsHtml(words)}</li>`).join('')}</ul>`;
}

const wordsHtml = (words: Words): string =>
	words.map((span) => (span.kind === 'figure' ? link(span.id, escapeXml(span.text)) : prose(span.text))).join('');

const anchor = (id: string) => `o-${id.replaceAll('.', '-')}`;
const link = (id: string, inside: string) => `<a href="#${anchor(id)}">${inside}</a>`;

function origins(known: readonly FigureOrigin[], { locale }: ElectedPage): string {
	const entries = known.map((one) => {
		const lines = originLines(one, locale).map((line) => `<dd>${prose(line)}</dd>`);
		const text = one.text === '' ? '' : `<b>${escapeXml(one.text)}</b> · `;
		return `<div id="${anchor(one.id)}"><dt>${text}${prose(one.name)}</dt>${lines.join('')}</div>`;
	});
	const title = escapeXml(m.elected_origins({}, { locale }));
	return `<section class="origins"><h2>${title}</h2><dl>${entries.join('')}</dl></section>`;
}
