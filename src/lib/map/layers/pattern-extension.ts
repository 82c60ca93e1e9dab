import { LayerExtension, type Layer } from '@deck.gl/core';

const PATTERN_DECLARATIONS_VERTEX = `
in float fillPatterns;
flat out float vPattern;
flat out float vPatternScale;
`;
const PATTERN_DECLARATIONS_FRAGMENT = `
flat in float vPattern;
flat in float vPatternScale;
`;
// Hatching and dots stand still on the screen: 7 CSS pixels from one stroke to the next, whatever the zoom.
const PATTERN_FRAGMENT = `
if (vPattern > 0.5) {
  vec2 at = gl_FragCoord.xy / vPatternScale;
  float inked;
  if (vPattern < 1.5) {
    float across = abs(mod(at.x - at.y, 7.0) - 3.5);
    inked = 1.0 - smoothstep(0.6, 1.2, across);
  } else {
    vec2 cell = mod(at, 6.0) - 3.0;
    inked = 1.0 - smoothstep(0.9, 1.5, length(cell));
  }
  color.a *= mix(0.16, 1.0, inked);
}
`;

/** Fills polygons plain, hatched or dotted by a code per vertex (`data.attributes.getFillPattern`, see PATTERN_CODES). */
export class PatternExtension extends LayerExtension {
	static override extensionName = 'PatternExtension';
	static override defaultProps = { getFillPattern: { type: 'accessor', value: 0 } };

	override getShaders(): unknown {
		return {
			inject: {
				'vs:#decl': PATTERN_DECLARATIONS_VERTEX,
				'vs:DECKGL_FILTER_GL_POSITION':
					'vPattern = floor(fillPatterns * 255.0 + 0.5); vPatternScale = project.devicePixelRatio;',
				'fs:#decl': PATTERN_DECLARATIONS_FRAGMENT,
				'fs:DECKGL_FILTER_COLOR': PATTERN_FRAGMENT
			}
		};
	}

	override initializeState(this: Layer): void {
		this.getAttributeManager()?.add({
			fillPatterns: { size: 1, type: 'unorm8', stepMode: 'dynamic', accessor: 'getFillPattern' }
		});
	}
}
