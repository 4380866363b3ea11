import { countCharacters, countdowns, printButtons, startWhereItMatters } from '../common/page.js';
import { submitOnce } from '../common/submit.js';
import { charts } from '../office/charts.js';
import { working } from '../office/working.js';

submitOnce();
countCharacters();
countdowns();
printButtons();
startWhereItMatters();
charts();
working();
