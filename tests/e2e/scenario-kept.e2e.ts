import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { openDemo } from './app.ts';
import { expect, test } from './page.ts';

const chooser = (page: Page) => page.getByRole('button', { name: /, scénario montré$/ });
const notices = (page: Page) => page.getByRole('status');

async function choose(page: Page, item: string): Promise<void> {
	await chooser(page).click();
	await page
		.getByRole('menuitem', { name: item })
		.or(page.getByRole('menuitemradio', { name: item, exact: true }))
		.click();
}

async function rename(page: Page, name: string): Promise<void> {
	await choose(page, 'Renommer le scénario…');
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('textbox', { name: 'Nom' }).fill(name);
	await dialog.getByRole('button', { name: 'Renommer' }).click();
	await expect(chooser(page)).toContainText(name);
}

async function scenarioNames(page: Page): Promise<string[]> {
	await chooser(page).click();
	const names = await page.getByRole('menuitemradio').allInnerTexts();
	await page.keyboard.press('Escape');
	return names.map((name) => name.trim());
}

/** Nothing waits to be saved: closing would not ask. */
const saved = (page: Page) => page.waitForTimeout(1200);

async function drop(page: Page, name: string, content: string): Promise<void> {
	const data = await page.evaluateHandle(
		({ name, content }) => {
			const transfer = new DataTransfer();
			transfer.items.add(new File([content], name));
			return transfer;
		},
		{ name, content }
	);
	await page.dispatchEvent('body', 'dragover', { dataTransfer: data });
	await page.dispatchEvent('body', 'drop', { dataTransfer: data });
}

test('a scenario file dropped on any page is opened; what is none is refused in a sentence and nothing is lost', async ({
	page
}) => {
	await openDemo(page, 'horaires/');
	await choose(page, 'Nouveau scénario');
	await rename(page, 'Samedi');
	await chooser(page).click();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('menuitem', { name: 'Exporter le scénario' }).click()
	]);
	const file = await readFile(await download.path(), 'utf8');

	// Known by its content, whatever its name.
	await drop(page, 'pour-le-bureau.txt', file.replace('"Samedi"', '"Samedi repris"'));
	await expect(chooser(page)).toContainText('Samedi repris');
	expect(await scenarioNames(page)).toEqual(['Situation actuelle', 'Samedi', 'Samedi repris']);

	const alert = page.getByRole('alert');
	await drop(page, 'reglages.json', '{"couleur":"bleu"}');
	await expect(alert).toContainText('reglages.json');
	await expect(alert).toContainText('ce n’est pas un scénario de Maillage');
	await drop(page, 'coupe.json', file.slice(0, file.length / 2));
	await expect(alert).toContainText('coupe.json');
	await drop(page, 'budget.csv', 'poste;montant\r\npersonnel;12\r\n');
	// What may be of a territory goes where one is made of files.
	await expect(page.getByRole('heading', { name: 'Charger mon territoire' })).toBeVisible();
	await expect(page.getByRole('article', { name: 'budget.csv' })).toContainText('non reconnu');
	expect(await scenarioNames(page)).toEqual(['Situation actuelle', 'Samedi', 'Samedi repris']);
	await expect(page.getByRole('banner').getByText('Entre-Val-et-Monts')).toBeVisible();
	// There the keys undo what is put right in the files; elsewhere, what is done to scenarios.
	await page.keyboard.press('Control+z');
	expect(await scenarioNames(page)).toEqual(['Situation actuelle', 'Samedi', 'Samedi repris']);
	await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Horaires' }).click();
	// The keys are those of the page that is there: the other one is until its successor is.
	await expect(page.getByRole('heading', { name: 'Charger mon territoire' })).toBeHidden();
	await page.keyboard.press('Control+z');
	await expect(chooser(page)).not.toContainText('Samedi repris');
	expect(await scenarioNames(page)).toEqual(['Situation actuelle', 'Samedi']);
});

test('two windows on one territory: each has the work of both, it is said, and undoing takes nothing from the other', async ({
	page,
	context
}) => {
	// Two pages that compute, opened three times.
	test.slow();
	await openDemo(page);
	await choose(page, 'Nouveau scénario');
	await rename(page, 'Commun');
	await saved(page);

	const other = await context.newPage();
	await openDemo(other);
	expect(await scenarioNames(other)).toEqual(['Situation actuelle', 'Commun']);
	await choose(other, 'Commun');
	await rename(other, 'Commun, par l’autre');
	await choose(other, 'Nouveau scénario');
	await rename(other, 'Fait par l’autre');
	await saved(other);

	// This one does not know yet, edits the same one, and makes another.
	await rename(page, 'Commun, par moi');
	await choose(page, 'Nouveau scénario');
	await rename(page, 'Fait par moi');
	await expect(notices(page).filter({ hasText: 'Une autre fenêtre a changé les scénarios' })).toBeVisible();
	const both = ['Commun, par moi', 'Commun, par l’autre (copie)', 'Fait par moi', 'Fait par l’autre'];
	expect((await scenarioNames(page)).toSorted()).toEqual(['Situation actuelle', ...both].toSorted());

	// One's own edits alone are undone.
	await page.keyboard.press('Control+z');
	await expect(chooser(page)).toContainText(/Scénario \d/);
	expect(await scenarioNames(page)).toContain('Fait par l’autre');
	await page.keyboard.press('Control+y');
	await expect(chooser(page)).toContainText('Fait par moi');
	await saved(page);

	// The other learns it as it saves next, and has all of it.
	await rename(other, 'Fait par l’autre, suite');
	await expect(notices(other).filter({ hasText: 'Une autre fenêtre a changé les scénarios' })).toBeVisible();
	await saved(other);
	const all = [...both.slice(0, 3), 'Fait par l’autre, suite'];
	expect((await scenarioNames(other)).toSorted()).toEqual(['Situation actuelle', ...all].toSorted());

	await page.reload();
	await expect(chooser(page)).toBeVisible({ timeout: 30_000 });
	expect((await scenarioNames(page)).toSorted()).toEqual(['Situation actuelle', ...all].toSorted());
	await other.close();
});

test('a window where the browser keeps nothing says so, works, and offers the file', async ({ page }) => {
	await page.addInitScript(() => {
		IDBFactory.prototype.open = () => {
			throw new DOMException(
				'A mutation operation was attempted on a database that did not allow mutations.',
				'InvalidStateError'
			);
		};
	});
	await openDemo(page);
	const notice = notices(page).filter({ hasText: 'Ce navigateur refuse de garder les scénarios' });
	await expect(notice).toBeVisible();
	await choose(page, 'Nouveau scénario');
	await rename(page, 'En mémoire');
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		notice.getByRole('button', { name: /Enregistrer «\sEn mémoire\s»/ }).click()
	]);
	expect(await readFile(await download.path(), 'utf8')).toContain('"En mémoire"');
	await notice.getByRole('button', { name: 'Fermer' }).click();
	// Said once: the next edits do not say it again, and closing asks.
	await choose(page, 'Nouveau scénario');
	await saved(page);
	await expect(notice).toBeHidden();
	const asked = page.waitForEvent('dialog');
	await page.close({ runBeforeUnload: true });
	const dialog = await asked;
	expect(dialog.type()).toBe('beforeunload');
	await dialog.accept();
});

test('a browser without room left says so, and saves once there is some', async ({ page }) => {
	await page.addInitScript(() => {
		const put = IDBObjectStore.prototype.put;
		let isFull = true;
		addEventListener('room', () => (isFull = false));
		IDBObjectStore.prototype.put = function (...given) {
			if (!isFull) return put.apply(this, given);
			throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
		};
	});
	await openDemo(page);
	await choose(page, 'Nouveau scénario');
	await rename(page, 'De trop');
	const notice = notices(page).filter({ hasText: 'Il n’y a plus de place dans ce navigateur' });
	await expect(notice.getByRole('button', { name: /Enregistrer «\sDe trop\s»/ })).toBeVisible();
	await page.evaluate(() => dispatchEvent(new Event('room')));
	await rename(page, 'Gardé');
	await expect(notice).toBeHidden();
	await saved(page);
	await page.reload();
	await expect(chooser(page)).toBeVisible({ timeout: 30_000 });
	expect(await scenarioNames(page)).toEqual(['Situation actuelle', 'Gardé']);
});
