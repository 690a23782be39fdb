import { benchDates } from './dates';
import { machine } from './machine';

/** `npm run bench`: ratios measured in one run, and what machine they were measured on. */
console.log(machine());
benchDates();
