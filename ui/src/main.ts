// What script adds to a page that is complete without it: filters, keys, the theme, printing.
// No text of its own but labels, no markup from strings, nothing loaded.
import './fonts.css';
import './style.css';
import { addFilters } from './filters';
import { addKeys } from './keys';
import { addPrint } from './print';
import { addTools } from './tools';

addTools();
addFilters();
addKeys();
addPrint();
