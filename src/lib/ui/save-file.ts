/** Hands a file to the browser's downloads. */
export function saveFile(bytes: Uint8Array | Blob, name: string, type: string): void {
	const blob = bytes instanceof Blob ? bytes : new Blob([new Uint8Array(bytes)], { type });
	const url = URL.createObjectURL(blob);
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	// The browser has taken the address by the next turn of the loop.
	setTimeout(() => URL.revokeObjectURL(url));
}

/** A file name from words of a user: no character that some system refuses. */
export function fileName(words: readonly string[], extension: string): string {
	const plain = words
		.join(' ')
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, 80);
	return `${plain || 'maillage'}.${extension}`;
}
