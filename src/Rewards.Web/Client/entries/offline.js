import { forgetThePageOnSignOut } from '../common/sign-out.js';
import { offlineDesk } from '../offline/page.js';

forgetThePageOnSignOut();
offlineDesk();
