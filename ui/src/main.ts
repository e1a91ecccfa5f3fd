// What script adds to a page that is complete without it: filters, keys, the theme, printing,
// what the web of functions holds back.
// No text of its own but labels, no markup from strings, nothing loaded.
import './fonts.css';
import './style.css';
import { addFilters } from './filters';
import { addKeys } from './keys';
import { addPrint } from './print';
import { addTools } from './tools';
import { addWeb } from './web';

addTools();
addFilters();
addKeys();
addPrint();
addWeb();
