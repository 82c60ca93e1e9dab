/** Colours of what is not data, on paper. */
export const INK = {
	paper: '#ffffff',
	ground: '#f4f2ec',
	/** Ground out of the area. */
	outside: '#e7e5df',
	water: '#d3e0e8',
	road: '#ffffff',
	roadCasing: '#8d8a82',
	communeLine: '#6a675f',
	perimeterLine: '#1d2129',
	text: '#1d2129',
	soft: '#555b66',
	rule: '#b9b5ab'
} as const;
