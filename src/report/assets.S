// The bundled style and script, byte for byte.  Built with the folder that holds ui.css and
// ui.js on the include path.
	.section .rodata
	.global asset_css_at, asset_css_end, asset_js_at, asset_js_end
	.type asset_css_at, @object
	.type asset_js_at, @object
asset_css_at:
	.incbin "ui.css"
asset_css_end:
asset_js_at:
	.incbin "ui.js"
asset_js_end:
	.section .note.GNU-stack, "", @progbits
