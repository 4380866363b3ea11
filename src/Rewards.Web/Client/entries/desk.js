import { codeFields } from '../common/code-field.js';
import { printButtons, startWhereItMatters } from '../common/page.js';
import { forgetThePageOnSignOut } from '../common/sign-out.js';
import { submitOnce } from '../common/submit.js';
import { scans } from '../desk/scan.js';
import { soundTheResult } from '../desk/sound.js';

submitOnce();
forgetThePageOnSignOut();
codeFields();
scans();
printButtons();
startWhereItMatters();
soundTheResult();
