import { drawChecks } from '../draws/page.js';

drawChecks();
