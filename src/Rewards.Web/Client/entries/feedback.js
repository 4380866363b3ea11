import { codeFields } from '../common/code-field.js';
import { countCharacters, printButtons, sayWhenOffline, startWhereItMatters } from '../common/page.js';
import { submitOnce } from '../common/submit.js';

// Each of these makes a page better that works without it.
submitOnce();
codeFields();
countCharacters();
printButtons();
sayWhenOffline();
startWhereItMatters();
