import { printButtons, startWhereItMatters } from '../common/page.js';
import { passkeyForms } from '../common/passkey.js';
import { forgetThePageOnSignOut } from '../common/sign-out.js';
import { submitOnce } from '../common/submit.js';

passkeyForms();
forgetThePageOnSignOut();
submitOnce();
printButtons();
startWhereItMatters();
