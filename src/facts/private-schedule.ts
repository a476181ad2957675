import type { Confidence } from '../core/severity.ts';
import type { Span } from '../core/span.ts';
import type { Detector, Part } from '../document/document.ts';
import { cueDetector } from './cues.ts';
import { isElsewhere } from './elsewhere.ts';
import { subjectsOf } from './somebody.ts';

/** A place that tells when somebody is away or alone, or what their life is like just now. */
export interface ScheduleHint {
  readonly part: Part;
  readonly span: Span;
  /** `own`: the writer's; `colleague`: of one member of staff. */
  readonly form: 'own' | 'colleague';
  readonly confidence: Confidence;
}

const TELLING = ['own', 'maybe', 'trip', 'absence'] as const;

const cues = cueDetector<(typeof TELLING)[number]>('schedules', { telling: TELLING, others: [] });

/** What the writer tells of their own plans and life, and who among the staff is away. */
export const scheduleHints: Detector<ScheduleHint> = (document) => {
  const all = document.facts(cues);
  if (all.length === 0) return [];
  const isPersonal = document.speaker.kind === 'personal';
  return all.flatMap(({ kind, ...cue }): ScheduleHint[] => {
    const { part, span } = cue;
    if (kind === 'own') return [{ part, span, form: 'own', confidence: 'likely' }];
    if (kind === 'trip' && !(isPersonal && isElsewhere(cue))) return [];
    if (kind === 'maybe' || kind === 'trip') {
      return [{ part, span, form: 'own', confidence: isPersonal ? 'likely' : 'possible' }];
    }
    const staff = subjectsOf(document, cue).filter(
      ({ isStaff, part: where, span: { start } }) => isStaff && where === part && start <= span.end,
    );
    if (staff.length === 0) return [];
    const isSure = staff.some(({ confidence }) => confidence !== 'possible');
    return [{ part, span, form: 'colleague', confidence: isSure ? 'likely' : 'possible' }];
  });
};
