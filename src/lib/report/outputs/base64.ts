/** Bytes taken at once: a call takes no more arguments than some. */
const CHUNK = 0x8000;

/** Bytes in base 64. */
export function base64(bytes: Uint8Array): string {
	let binary = '';
	for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
	return btoa(binary);
}
