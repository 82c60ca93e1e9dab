import type { Locale } from '#i18n/locale.ts';
import { m } from '#i18n/paraglide/messages.js';
import { originLines, type FigureOrigin } from '../figure-origin.ts';
import type { KeyFigure, ReportBlock, ReportDocument, ReportTable, Words } from '../document.ts';
import type { Pictures } from '../pictures/draw.ts';
import { escapeXml } from '../pictures/svg.ts';
import { DOCUMENT_CSS } from './html-css.ts';
import { blockGroups } from '../block-groups.ts';
import { sheetAsRead } from '../site-sheet.ts';
import { rowSpans } from '../tables.ts';
import { paragraphsOf } from './own-paragraphs.ts';
import { selfContainedPage } from './html-page.ts';
import { prose } from './prose.ts';
import type { Typeface } from './typefaces.ts';

/**
 * A document as one file that opens from a disk, without network and without script: its pictures as they are drawn, and at its end where
 * each figure comes from, which figures lead to.
 * @param origins of the figures; those without one lead nowhere
 */
export function writeHtml(
	document: ReportDocument,
	pictures: Pictures,
	origins: readonly FigureOrigin[] = [],
	typefaces: readonly Typeface[] = []
): Uint8Array {
	const known = new Set<string>(origins.map(({ id }) => id));
	const { locale, title, subtitle, stamps, imprint, sections } = document;
	const write = new HtmlWriter(pictures, known, locale);
	const body = [
		'<header>',
		...(stamps.length === 0 ? [] : [`<p class="stamps">${stamps.map(escapeXml).join(' · ')}</p>`]),
		`<h1>${escapeXml(title)}</h1>`,
		`<p class="subtitle">${escapeXml(subtitle)}</p>`,
		`<p class="imprint">${escapeXml(imprint)}</p>`,
		`<nav><ol>${sections.map(({ id, title: words }) => `<li><a href="#${id}">${escapeXml(words)}</a></li>`).join('')}</ol></nav>`,
		'</header><main>',
		...sections.map(
			({ id, title: words, blocks }) =>
				`<section id="${id}"><h2>${escapeXml(words)}</h2>${write.blocks(blocks)}</section>`
		),
		originsSection(origins, document),
		'</main>'
	];
	const page = selfContainedPage({ locale, title, css: DOCUMENT_CSS, typefaces, body: body.join('\n') });
	return new TextEncoder().encode(page);
}

/** Identifier of the place where a figure's calculation stands. */
const anchorOf = (id: string): string => `figure-${escapeXml(id)}`;

class HtmlWriter {
	readonly #pictures: Pictures;
	readonly #known: ReadonlySet<string>;
	readonly #locale: Locale;

	constructor(pictures: Pictures, known: ReadonlySet<string>, locale: Locale) {
		this.#pictures = pictures;
		this.#known = known;
		this.#locale = locale;
	}

	blocks(blocks: readonly ReportBlock[]): string {
		const groups = blockGroups(blocks).map(({ kind, ranks }) => {
			const written = () => ranks.map((rank) => this.#block(blocks[rank])).join('');
			if (kind === 'one') return written();
			if (kind === 'drawn') return `<div class="drawn">${written()}</div>`;
			const each = ranks.map((rank) => `<div class="sheet">${this.#sheet(blocks[rank])}</div>`);
			return `<div class="sheets">${each.join('')}</div>`;
		});
		return groups.join('');
	}

	#sheet(block: ReportBlock): string {
		return block.kind === 'table' ? this.#table(sheetAsRead(block, this.#locale)) : this.#block(block);
	}

	#block(block: ReportBlock): string {
		switch (block.kind) {
			case 'heading':
				return `<h3>${prose(block.text)}</h3>`;
			case 'paragraph':
				return `<p>${this.#words(block.words)}</p>`;
			case 'list':
				return `<ul>${block.items.map((words) => `<li>${this.#words(words)}</li>`).join('')}</ul>`;
			case 'note':
				return `<p class="note">${this.#words(block.words)}</p>`;
			case 'key-figures':
				return `<ul class="key-figures">${block.figures.map((figure) => this.#keyFigure(figure)).join('')}</ul>`;
			case 'table':
				return this.#table(block);
			case 'picture': {
				const picture = this.#pictures[block.picture];
				if (picture === undefined) return '';
				return `<figure>${picture.svg}<figcaption>${prose(block.caption)}<span class="read"> ${escapeXml(block.description)}</span></figcaption></figure>`;
			}
			case 'own':
				return paragraphsOf(block.text)
					.map((text) => `<p>${text.split('\n').map(prose).join('<br>')}</p>`)
					.join('');
		}
	}

	#words(words: Words): string {
		return words.map((span) => (span.kind === 'figure' ? this.#figure(span.id, span.text) : prose(span.text))).join('');
	}

	#figure(id: string, text: string): string {
		return this.#known.has(id) ? `<a class="figure" href="#${anchorOf(id)}">${prose(text)}</a>` : prose(text);
	}

	#keyFigure({ id, text, label, respondents }: KeyFigure): string {
		const rest = respondents === null ? '' : `<small>${prose(respondents)}</small>`;
		return `<li><strong>${this.#figure(id, text)}</strong> <span>${prose(label)}</span>${rest}</li>`;
	}

	#table(table: ReportTable): string {
		const { caption, columns, rows, note } = table;
		const side = (column: number) => (columns[column].align === 'end' ? ' class="end"' : '');
		const head = columns.map(({ title }, column) => `<th scope="col"${side(column)}>${prose(title)}</th>`).join('');
		const body = rows
			.map((row, rank) => {
				const spans = rowSpans(table, rank);
				const cells = columns.map((_, column) => {
					if (spans[column] === 0) return '';
					const cell = row.at(column);
					const text =
						cell === undefined ? '' : cell.figure === null ? prose(cell.text) : this.#figure(cell.figure, cell.text);
					const span = spans[column] > 1 ? ` rowspan="${spans[column]}"` : '';
					return `<td${side(column)}${span}>${text}</td>`;
				});
				return `<tr>${cells.join('')}</tr>`;
			})
			.join('');
		const under = note === null ? '' : `<p class="under">${prose(note)}</p>`;
		return `<div class="table"><table><caption>${prose(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>${under}`;
	}
}

function originsSection(origins: readonly FigureOrigin[], { locale }: ReportDocument): string {
	if (origins.length === 0) return '';
	const items = origins.map((origin) => {
		const { id, name, text } = origin;
		const value = text === '' ? '' : ` <strong>${escapeXml(text)}</strong>`;
		const more = originLines(origin, locale).map(prose);
		return `<dt id="${anchorOf(id)}">${prose(name)}${value}</dt><dd>${more.join('<br>')}</dd>`;
	});
	return `<section id="origins"><h2>${escapeXml(m.elected_origins({}, { locale }))}</h2><dl>${items.join('')}</dl></section>`;
}
