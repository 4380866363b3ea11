import { countCharacters, printButtons, startWhereItMatters } from '../common/page.js';
import { submitOnce } from '../common/submit.js';
import { charts } from '../office/charts.js';

submitOnce();
countCharacters();
printButtons();
startWhereItMatters();
charts();
