// Bundles src/main.ts and src/fonts.css + src/style.css into ui.js and ui.css, fonts inlined.
// Usage: node build.mjs OUT
import { build } from 'esbuild';

const out = process.argv[2] ?? 'dist';
await build({
	entryPoints: { ui: 'src/main.ts' },
	outdir: out,
	bundle: true,
	minify: true,
	format: 'iife',
	target: ['es2020', 'safari15', 'firefox100', 'chrome100'],
	charset: 'utf8',
	legalComments: 'none',
	loader: { '.woff2': 'dataurl' },
	// Written as it stands in the sources: browsers that do not know a property skip it.
	supported: { nesting: false },
	logLevel: 'warning',
});
