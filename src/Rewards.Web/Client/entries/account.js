import { printButtons, startWhereItMatters } from '../common/page.js';
import { passkeyForms } from '../common/passkey.js';
import { submitOnce } from '../common/submit.js';

passkeyForms();
submitOnce();
printButtons();
startWhereItMatters();
