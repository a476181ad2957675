/** The school of every page and example: invented, like everything in them. */
export { EXAMPLE_SCHOOL as SCHOOL } from '../../src/engine/example-school.ts';
