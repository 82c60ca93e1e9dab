// A static server with no more than any static host has: files, types, 404; cross-origin isolation where it is asked for.
// `node scripts/serve.mjs [--isolated] FOLDER PORT [BASE]`
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

const TYPES = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.mjs': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.geojson': 'application/geo+json; charset=utf-8',
	'.csv': 'text/csv; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.ico': 'image/x-icon',
	'.wasm': 'application/wasm',
	'.woff2': 'font/woff2',
	'.webmanifest': 'application/manifest+json',
	'.zip': 'application/zip'
};

/** Files that are compressed as they are. */
const PACKED = new Set(['.png', '.woff2', '.zip']);

/** Headers with which browsers let workers share memory. */
const ISOLATION = {
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-embedder-policy': 'require-corp',
	'cross-origin-resource-policy': 'same-origin'
};

/** A folder asked for without its final "/": relative addresses of its page would be read beside it. */
function isFolder(folder, path) {
	if (path.endsWith('/')) return false;
	const named = normalize(join(folder, decodeURIComponent(path)));
	return named.startsWith(folder + sep) && (statSync(named, { throwIfNoEntry: false })?.isDirectory() ?? false);
}

/** The file under `folder` that a request path names, or null. Never outside the folder. */
function fileFor(folder, path) {
	let file = normalize(join(folder, decodeURIComponent(path)));
	if (file !== folder && !file.startsWith(folder + sep)) return null;
	let found = statSync(file, { throwIfNoEntry: false });
	if (found?.isDirectory()) {
		file = join(file, 'index.html');
		found = statSync(file, { throwIfNoEntry: false });
	}
	return found?.isFile() ? { file, size: found.size } : null;
}

/**
 * Serves `folder` on 127.0.0.1.
 * @param {string} folder
 * @param {number} port 0 for any free one
 * @param {string} base path under which the folder is seen, "/" or "/x/"
 * @param {{ isolated?: boolean, onSent?: (path: string, bytes: number) => void }} options isolated: the page may share memory with its
 * workers, which many static hosts do not let it. onSent: called with each file served and its bytes, and files then travel compressed
 * (gzip, but for those that are already), as static hosts send them
 * @returns {Promise<{ url: string, close: () => void }>}
 */
export function serve(folder, port, base = '/', { isolated = false, onSent } = {}) {
	const root = resolve(folder);
	const server = createServer((request, response) => {
		let found = null;
		try {
			const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
			if (pathname.startsWith(base) && isFolder(root, pathname.slice(base.length - 1))) {
				response.writeHead(301, { location: `${pathname}/${search}` }).end();
				return;
			}
			if (pathname.startsWith(base)) found = fileFor(root, pathname.slice(base.length - 1));
		} catch {
			// A path that does not decode names no file.
		}
		if (!found) {
			response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('404');
			return;
		}
		const packed = onSent && !PACKED.has(extname(found.file)) ? gzipSync(readFileSync(found.file)) : null;
		response.writeHead(200, {
			...(packed ? { 'content-encoding': 'gzip' } : {}),
			'content-type': TYPES[extname(found.file)] ?? 'application/octet-stream',
			'content-length': packed?.length ?? found.size,
			// The name of such a file changes with its content.
			'cache-control': found.file.includes(`${sep}immutable${sep}`) ? 'max-age=31536000, immutable' : 'no-cache',
			'x-content-type-options': 'nosniff',
			...(isolated ? ISOLATION : {})
		});
		onSent?.(found.file, packed?.length ?? found.size);
		if (packed) response.end(packed);
		else createReadStream(found.file).pipe(response);
	});
	return new Promise((ready, failed) => {
		server.once('error', failed);
		server.listen(port, '127.0.0.1', () => {
			const address = server.address();
			const actual = typeof address === 'object' && address ? address.port : port;
			ready({ url: `http://127.0.0.1:${actual}${base}`, close: () => server.close() });
		});
	});
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
	const words = process.argv.slice(2).filter((word) => word !== '--isolated');
	const [folder = 'build', port = '4173', base = '/'] = words;
	const { url } = await serve(folder, Number(port), base, { isolated: process.argv.includes('--isolated') });
	console.log(url);
}
