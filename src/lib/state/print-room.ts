/** What a page does before it is printed: a map is drawn as a picture, which takes a moment that Ctrl+P does not give. */
export class PrintRoom {
	/** Set by the page that has something to prepare; null otherwise. */
	prepare: (() => Promise<void>) | null = null;

	async print(): Promise<void> {
		await this.prepare?.();
		window.print();
	}
}
