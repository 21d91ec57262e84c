import type { VNode } from 'preact';
import type { Evidence, Finding } from '../../../model/report.js';
import type { View } from '../view.js';
import { besideDrawing, holeDrawing, offsetDrawing, overviewDrawing, placesDrawing, rateDrawing } from './lanes.js';
import { textsIn } from './record.js';
import { channelsDrawing, clipDrawing, edgeDrawing, spectrumDrawing, tempoDrawing } from './samples.js';
import { wordsDrawing } from './words.js';

type Draw = (record: Evidence, view: View, finding: Finding) => VNode | null;

/** A drawing for each kind of evidence. */
const DRAWINGS: Readonly<Record<string, Draw>> = {
  overview: overviewDrawing,
  'silence strip': overviewDrawing,
  head: (record, view) => edgeDrawing(record, view, 'head'),
  tail: (record, view) => edgeDrawing(record, view, 'tail'),
  'clip zoom': clipDrawing,
  spectrum: spectrumDrawing,
  offset: offsetDrawing,
  rate: rateDrawing,
  takes: (record, view, { files }) =>
    besideDrawing(filesOf(record, files), view, 'The same part at the same places, sung or played more than once.'),
  'drop-out': holeDrawing,
  channels: channelsDrawing,
  tempo: tempoDrawing,
  duplicate: (record, view, { files }) =>
    besideDrawing(filesOf(record, files), view, 'The same sound under two names.'),
  words: wordsDrawing,
};

/** What shows a finding: the drawing of its first evidence that can be drawn, else its places in the song, else nothing. */
export function drawingOf(view: View, finding: Finding): VNode | null {
  for (const record of finding.evidence ?? []) {
    const drawing = DRAWINGS[record.kind]?.(record, view, finding);
    if (drawing) return drawing;
  }
  return placesDrawing(finding, view);
}

function filesOf(record: Evidence, files: readonly string[]): readonly string[] {
  const named = textsIn(record, 'files');
  return named.length > 1 ? named : files;
}
