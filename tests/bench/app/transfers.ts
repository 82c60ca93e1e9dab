// What travels, compressed: a first visit, what is then kept for when there is no network, the visits after.
import type { BrowserContext } from '@playwright/test';
import { serve } from '../../../scripts/serve.mjs';
import { launch, newWindow, whenThere } from './browser.ts';
import { BUILD } from './bundle.ts';

/** Downloading everything, on a machine that computes beside. */
const PATIENCE_MS = 300_000;

export interface Transfer {
	readonly files: number;
	readonly bytes: number;
	/** Until the first figures, from the start of the navigation; absent where no page is opened. */
	readonly figuresMs?: number;
}

export async function measureTransfers(executablePath: string, base: string): Promise<Record<string, Transfer>> {
	let sent = { files: 0, bytes: 0 };
	const since = () => {
		const former = sent;
		sent = { files: 0, bytes: 0 };
		return former;
	};
	const { url, close } = await serve(BUILD, 0, base, {
		onSent: (_, bytes) => {
			sent.files++;
			sent.bytes += bytes;
		}
	});
	const browser = await launch(executablePath);
	try {
		const visited = async (context: BrowserContext) => {
			const page = await context.newPage();
			await page.goto(url);
			const { figures } = await whenThere(page);
			return { page, figures };
		};
		const alone = await newWindow(browser);
		const { figures } = await visited(alone);
		const first = { ...since(), figuresMs: figures };
		await alone.close();
		const context = await newWindow(browser, 'allow');
		const { page } = await visited(context);
		await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, { timeout: PATIENCE_MS });
		const whole = since();
		const kept = { files: whole.files - first.files, bytes: whole.bytes - first.bytes };
		await page.close();
		const second = { figuresMs: (await visited(context)).figures, ...since() };
		await context.setOffline(true);
		const offline = { figuresMs: (await visited(context)).figures, ...since() };
		return {
			'first visit, until the map': first,
			'then, kept for later': kept,
			'second visit': second,
			'without a network': offline
		};
	} finally {
		await browser.close();
		close();
	}
}
