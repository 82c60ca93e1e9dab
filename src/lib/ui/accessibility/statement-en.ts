import { DEFENDER } from './defender.ts';
import type { Statement } from './statement.ts';

export const STATEMENT_EN: Statement = {
	title: 'Accessibility statement',
	sections: [
		{
			title: 'Commitment',
			blocks: [
				'The body that publishes this application undertakes to make it accessible, under article 47 of the French law no. 2005-102 of 11 February 2005. This statement applies to the application Maillage, in the version published here.'
			]
		},
		{
			title: 'Compliance status',
			blocks: [
				'Maillage is not compliant with the French general accessibility framework (RGAA), version 4.1, in the sense of the regulation: no audit has been made yet, and without an audit no rate of compliance can be stated.',
				'The application is designed after the criteria of RGAA 4.1 and of WCAG 2.2, level AA. Automated checks run at each version; they do not replace an audit, and see a part of the criteria only.'
			]
		},
		{
			title: 'Results of tests',
			blocks: [
				'Checks made by the authors of the application, which are not an audit:',
				{
					list: [
						'automated check (axe-core, rules of levels A and AA of WCAG 2.0 to 2.2) of each page and of the windows, lists, cards and tables that open in it: in French in the light theme, in English in the dark one, in windows of a computer and of a phone; of the import of files (none, given, territory made), in French;',
						'each page gone through by keyboard alone, both ways: order, name and visible mark of what has the focus, no trap; focus given back to where it came from once a window, list, form, table or card is closed; controls of the map, grid of opening hours, drawing of a sector and guided tour used by keyboard alone;',
						'the main pages looked at in windows of 720 × 450 (zoom of 200%), 320 wide (zoom of 400%) and of a phone; an automated check verifies that headings follow each other and that nothing runs out of the window across, but for tables, which scroll in their own frame;',
						'each page measured with wider text spacing (criterion 1.4.12), in windows of a computer and of a phone: no text is cut; the pages Map, Opening hours, Simulation, Diagnostic and import looked at with colours forced by the system; reduced motion obeyed;',
						'palettes of data, of the week and of the isochrones checked by simulating the three colour blindnesses (protanopia, deuteranopia, tritanopia).'
					]
				}
			]
		},
		{ title: 'Content that is not accessible', blocks: ['Without an audit, this list is not exhaustive.'] },
		{
			title: 'Known non-compliance',
			isNested: true,
			blocks: [
				{
					list: [
						'The map is a picture drawn by the browser: screen readers do not read its content. What it shows is also in tables (button “Tables”), in cards and in sentences; its controls work by keyboard.',
						'Names drawn on the map follow neither the text size nor the text spacing chosen in the browser; they grow as the map is zoomed in.',
						'The week and the drawing of a sector are controls of their own, usable by keyboard; they have not been checked with every screen reader.',
						'The documents produced (PDF printed by the browser, Word, workbooks) have headings, tables and alternative texts; their accessibility has not been checked with a dedicated tool.',
						'PNG pictures of the map need a description by whoever publishes them.',
						'In a very low window (page zoomed to 400%), the head of the page and the tabs take a large part of the room; the map and its panels are read by scrolling.',
						'In the table of libraries of the page Opening hours, going backwards by keyboard, headings of columns that have the focus may be partly under the first column.',
						'Wider text spacing and colours forced by the system have not been checked in each state of each page.',
						'Names read in the user’s files are shown as they are, without telling their language.'
					]
				}
			]
		},
		{ title: 'Exemptions for disproportionate burden', isNested: true, blocks: ['None.'] },
		{
			title: 'Content not subject to the accessibility obligation',
			isNested: true,
			blocks: [
				'Online maps, as long as essential information is provided in an accessible form: here, the tables, the cards and the sentence that go with each map.'
			]
		},
		{
			title: 'Preparation of this statement',
			blocks: ['This statement was prepared on 22 November 2026, by self-assessment.']
		},
		{
			title: 'Technologies used',
			isNested: true,
			blocks: [{ list: ['HTML5', 'CSS', 'JavaScript', 'SVG', 'WebGL', 'WAI-ARIA'] }]
		},
		{
			title: 'Test environment',
			isNested: true,
			blocks: [
				'Checks made with Chromium on Linux, by keyboard and mouse, in windows of a computer and of a phone. Nothing has been checked yet with NVDA, JAWS, VoiceOver or TalkBack, nor by people who use them.'
			]
		},
		{
			title: 'Tools used to assess accessibility',
			isNested: true,
			blocks: [
				{
					list: [
						'axe-core, driven by Playwright',
						'simulation of colour blindness (Machado, Oliveira and Fernandes, 2009)'
					]
				}
			]
		},
		{
			title: 'Pages checked',
			isNested: true,
			blocks: [
				'Map, Opening hours, Simulation, Territory, Diagnostic, Follow-up, Summary for elected officials, Data, Load my territory (import), My projects, Method, Accessibility.'
			]
		},
		{
			title: 'Feedback and contact',
			blocks: [
				'If you cannot reach a content or a service, write to the body that gave you the address of this application: it will direct you to an accessible alternative, or send you the content in another form. The files of the application do not hold its address: it is on the site where you found the link.'
			]
		},
		{
			title: 'Remedies',
			blocks: [
				'Use this procedure if you reported to the body in charge a lack of accessibility that keeps you from a content or a service, and got no satisfactory answer. You can:',
				{
					list: [
						{ text: 'write to the Défenseur des droits (in French)', href: DEFENDER.form },
						{ text: 'contact the delegate of the Défenseur des droits in your region', href: DEFENDER.delegates },
						`send a letter by post (free, no stamp needed): Défenseur des droits, ${DEFENDER.post}, France`
					]
				}
			]
		}
	]
};
