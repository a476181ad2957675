import { METRICOOL } from './metricool.ts';
import { MIXPOST } from './mixpost.ts';
import { POSTIZ } from './postiz.ts';
import type { Scheduler } from './scheduler.ts';
import { TYPEFULLY } from './typefully.ts';
import { X_ADS } from './x-ads.ts';

/** Every scheduler whose JSON is known. One line each. */
export const SCHEDULERS: readonly Scheduler[] = [POSTIZ, MIXPOST, TYPEFULLY, X_ADS, METRICOOL];
