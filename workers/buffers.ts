/** The buffers of the typed arrays in an answer, each once, to be moved instead of copied. Those that are shared are not among them. */
export function buffersOf(answer: unknown): ArrayBuffer[] {
	const buffers = new Set<ArrayBuffer>();
	const visit = (value: unknown): void => {
		if (ArrayBuffer.isView(value)) {
			if (value.buffer instanceof ArrayBuffer) buffers.add(value.buffer);
		} else if (typeof value === 'object' && value !== null) {
			Object.values(value).forEach(visit);
		}
	};
	visit(answer);
	return [...buffers];
}
