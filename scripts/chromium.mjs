// Finds a Chromium for the end-to-end tests; on Debian as root, installs one; else says how to get one.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function onPath() {
	for (const folder of (process.env.PATH ?? '').split(delimiter)) {
		for (const name of NAMES) {
			const file = join(folder, name);
			if (existsSync(file)) return file;
		}
	}
	return null;
}

async function playwrightsOwn() {
	const { chromium } = await import('@playwright/test');
	const file = chromium.executablePath();
	return file && existsSync(file) ? file : null;
}

function installOnDebian() {
	if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return null;
	console.error('Pas de Chromium : installation du paquet Debian « chromium »…');
	const apt = (...args) =>
		spawnSync('apt-get', args, { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
	apt('update');
	apt('install', '-y', '--no-install-recommends', 'chromium');
	return onPath();
}

/** @returns {Promise<string>} path of a Chromium; throws with what to do when there is none */
export async function findChromium() {
	const named = process.env.CHROME_PATH;
	if (named) {
		if (existsSync(named)) return named;
		throw new Error(
			`CHROME_PATH désigne ${named}, qui n'existe pas. Corrigez-le, ou retirez-le pour une recherche automatique.`
		);
	}
	const found = onPath() ?? (await playwrightsOwn()) ?? installOnDebian();
	if (found) return found;
	throw new Error(
		"Les tests de bout en bout demandent un Chromium, et il n'y en a pas ici.\n" +
			'  – Debian, Ubuntu : sudo apt-get install chromium\n' +
			'  – partout : npx playwright install chromium\n' +
			'  – ou CHROME_PATH=/chemin/vers/chrome npm test'
	);
}
