import { printButtons, startWhereItMatters } from '../common/page.js';
import { submitOnce } from '../common/submit.js';

submitOnce();
printButtons();
startWhereItMatters();
