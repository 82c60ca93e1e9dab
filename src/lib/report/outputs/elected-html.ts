import { m } from '#i18n/paraglide/messages.js';
import type { KeyFigure, Words } from '../document.ts';
import type { ElectedFigure, ElectedPage } from '../elected-page.ts';
import { originLines, type FigureOrigin } from '../figure-origin.ts';
import type { Picture } from '../pictures/picture-input.ts';
import { svgAddress } from './svg-address.ts';
import { escapeXml } from '../pictures/svg.ts';
import { ELECTED_STYLE, ELECTED_STYLE_HASH } from './elected-style.ts';

export interface ElectedMaps {
	/** Null where it could not be drawn. */
	readonly before: Picture | null;
	readonly after: Picture | null;
}

/** Nothing is asked of any network, and nothing runs: the switch is two radio buttons. */
const POLICY = `default-src 'none'; style-src 'sha256-${ELECTED_STYLE_HASH}'; img-src data:; base-uri 'none'; form-action 'none'`;

/** The elected officials' page as one file that opens from a disk or an e-mail. */
export function electedHtml(page: ElectedPage, maps: ElectedMaps): string {
	const { locale } = page;
	const hasAfter = page.scenario !== null;
	const head = [
		'<meta charset="utf-8">',
		`<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
		'<meta name="viewport" content="width=device-width, initial-scale=1">',
		'<meta name="referrer" content="no-referrer">',
		'<meta name="robots" content="noindex">',
		`<title>${escapeXml(page.title)}</title>`,
		`<style>${ELECTED_STYLE}</style>`
	].join('\n');
	const body = [
		hasAfter ? radios() : '',
		`<main>${header(page)}${figure(page, maps)}`,
		`<div class="told">${largeFigures(page)}${sentences(page)}</div>`,
		`<footer><p>${escapeXml(`${page.sources} ${page.imprint}.`)}</p></footer></main>`,
		origins(page.origins, page)
	].join('\n');
	return `<!doctype html>\n<html lang="${locale}">\n<head>\n${head}\n</head>\n<body>\n${body}\n</body>\n</html>\n`;
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
		`<header><div><h1>${escapeXml(title)}</h1><p class="conditions">${escapeXml(subtitle)}</p>`,
		marks === '' ? '' : `<ul class="stamps">${marks}</ul>`,
		`</div>${scenario === null ? '' : `<div class="situations">${labels}</div>`}</header>`
	].join('');
}

function figure({ locale, title, scenario }: ElectedPage, { before, after }: ElectedMaps): string {
	const failed = `<p>${escapeXml(m.elected_map_failed({}, { locale }))}</p>`;
	const drawn = (picture: Picture | null, name: string, words: string) => {
		if (picture === null) return `<div class="${name}">${failed}</div>`;
		const { svg, width, height } = picture;
		const address = escapeXml(svgAddress(svg));
		return `<img class="${name}" src="${address}" width="${width}" height="${height}" alt="${escapeXml(words)}">`;
	};
	const map = m.elected_map({ title }, { locale });
	if (scenario === null) return `<figure>${drawn(before, 'map', map)}</figure>`;
	const words = (situation: string) => m.elected_map_of({ map, situation }, { locale });
	const today = words(m.elected_before({}, { locale }));
	const under = words(m.elected_after({ name: scenario }, { locale }));
	return `<figure>${drawn(before, 'is-before', today)}${drawn(after, 'is-after', under)}</figure>`;
}

function largeFigures({ figures, scenario, locale }: ElectedPage): string {
	if (figures.length === 0) return `<p>${escapeXml(m.elected_no_figure({}, { locale }))}</p>`;
	const items = figures.map((one) => `<li>${largeFigure(one, scenario !== null, locale)}</li>`).join('');
	return `<ul class="figures">${items}</ul>`;
}

function largeFigure({ before, after }: ElectedFigure, isCompared: boolean, locale: ElectedPage['locale']): string {
	const number = ({ id, text }: KeyFigure, name: string) =>
		`<span class="number ${name}">${link(id, escapeXml(text))}</span>`;
	const label = `<span class="label">${escapeXml(before.label)}</span>`;
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
	words.map((span) => (span.kind === 'figure' ? link(span.id, escapeXml(span.text)) : escapeXml(span.text))).join('');

const anchor = (id: string) => `o-${id.replaceAll('.', '-')}`;
const link = (id: string, inside: string) => `<a href="#${anchor(id)}">${inside}</a>`;

function origins(known: readonly FigureOrigin[], { locale }: ElectedPage): string {
	const entries = known.map((one) => {
		const lines = originLines(one, locale).map((line) => `<dd>${escapeXml(line)}</dd>`);
		const text = one.text === '' ? '' : `<b>${escapeXml(one.text)}</b> · `;
		return `<div id="${anchor(one.id)}"><dt>${text}${escapeXml(one.name)}</dt>${lines.join('')}</div>`;
	});
	const title = escapeXml(m.elected_origins({}, { locale }));
	return `<section class="origins"><h2>${title}</h2><dl>${entries.join('')}</dl></section>`;
}
