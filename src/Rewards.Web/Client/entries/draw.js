import { countdowns } from '../common/page.js';
import { drawChecks } from '../draws/page.js';

drawChecks();
countdowns();
