/** What a page does before it is printed: a map is drawn as a picture, which takes a moment that Ctrl+P does not give. */
export class PrintRoom {
	/** Set by the page that has something to prepare; null otherwise. */
	prepare: (() => Promise<void>) | null = null;

	private isPreparing = false;

	/** A key that is held asks once. */
	async print(): Promise<void> {
		if (this.isPreparing) return;
		this.isPreparing = true;
		try {
			await this.prepare?.();
		} finally {
			this.isPreparing = false;
		}
		window.print();
	}
}
