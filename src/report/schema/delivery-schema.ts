import { z } from 'zod';
import { KINDS } from '../../model/delivery.js';
import { briefSchema } from './brief-schema.js';
import { measurementsSchema } from './measurements-schema.js';
import { relationsSchema } from './relations-schema.js';

const count = z.int().nonnegative();
const text = z.string();

const fault = z.strictObject({
  id: text,
  is: z.enum(['unavailable', 'wrong', 'unsupported', 'odd', 'doubt']),
  atByte: z.number(),
  message: text,
  looksLike: text.optional(),
});

const label = z.strictObject({
  role: text.nullable(),
  kind: z.enum(KINDS).nullable(),
  number: z.number().nullable(),
  side: z.enum(['L', 'R', 'stereo']).nullable(),
  section: text.nullable(),
  mic: text.nullable(),
  dry: z.enum(['dry', 'wet']).nullable(),
  take: z.union([z.number(), z.literal('alt')]).nullable(),
  version: z.union([text, z.number()]).nullable(),
  isDouble: z.boolean(),
  printed: z.boolean(),
  tuned: z.boolean(),
  comped: z.boolean(),
  muted: z.union([z.boolean(), z.literal('maybe')]),
  guide: z.boolean(),
  guideOf: z.string().nullable(),
  bus: z.boolean(),
  final: z.boolean(),
  order: z.number().nullable(),
  defaultNameOf: text.nullable(),
  says: z.enum(['part', 'generic', 'nothing']),
  inName: z.strictObject({
    sampleRate: z.number().optional(),
    bitDepth: z.number().optional(),
    bpm: z.number().optional(),
    key: text.optional(),
  }),
  suggestedName: text.nullable(),
});

const header = z.strictObject({
  container: text.describe('wav, rf64, bw64, w64, rifx, aiff, aifc, caf, flac, mp3, m4a, ogg-vorbis, opus …'),
  codec: text,
  sampleRate: z.number().describe('Hz'),
  channels: count,
  bitDepth: z.number().nullable().describe('valid bits a sample; null where the codec is lossy'),
  float: z.boolean(),
  endian: z.enum(['le', 'be']).optional(),
  frames: count.nullable().describe('whole frames that are really in the file; null where the header cannot say'),
  framesDeclared: z.number().optional().describe('what the header claims, where that differs from frames'),
  seconds: z.number().nullable(),
  lossy: z.boolean(),
  data: z.strictObject({ atByte: z.number(), bytes: z.number(), containerBits: z.number() }).optional(),
  originFrame: z.number().optional().describe('frames after midnight'),
  tempo: z.number().optional(),
  key: text.optional(),
  markers: z.array(z.strictObject({ frame: z.number(), name: text })).optional(),
  description: text.optional(),
  software: text.optional(),
});

const tags = z.strictObject({
  title: text.optional(),
  artist: text.optional(),
  album: text.optional(),
  bpm: z.number().optional(),
  key: text.optional(),
});

export const fileSchema = z.strictObject({
  path: text.describe("relative to the root, '/' between parts, as found"),
  bytes: count,
  kind: z.enum(KINDS),
  kindBecause: text,
  label,
  header: header.optional(),
  tags: tags.optional(),
  measured: measurementsSchema.optional(),
  faults: z.array(fault),
});

const session = z.strictObject({
  path: text,
  program: text,
  read: z.boolean(),
  tempo: z.number().nullable(),
  tempoChanges: z.array(z.strictObject({ atBeat: z.number(), bpm: z.number() })),
  meter: text.nullable(),
  meterChanges: z.array(z.strictObject({ atBeat: z.number(), meter: text })),
  key: text.nullable(),
  sampleRate: z.number().nullable(),
  tracks: z.array(z.strictObject({ name: text, muted: z.boolean() })),
  media: z.array(text),
  markers: z.array(z.strictObject({ seconds: z.number().nullable(), beat: z.number().nullable(), name: text })),
  faults: z.array(fault),
});

const archive = z.strictObject({
  path: text,
  format: text,
  entries: z.number().nullable(),
  audioEntries: z.number().nullable(),
  faults: z.array(fault),
});

const manifest = z.strictObject({
  path: text,
  algorithm: text,
  entries: z.array(z.strictObject({ path: text, digest: text, line: z.number() })),
  results: z.array(
    z.strictObject({
      path: text,
      is: z.enum(['same', 'changed', 'missing', 'extra', 'renamed']),
      now: text.optional(),
    }),
  ),
});

/** The fields of Coverage; a report's coverage has two more. */
export const coverageFields = {
  quick: z.boolean().describe('names and headers only: no sample was read'),
  unread: z.array(
    z.strictObject({
      path: text,
      because: z.enum([
        'no-permission',
        'disk-error',
        'not-local',
        'changed',
        'vanished',
        'name-not-utf8',
        'special',
        'unsupported',
        'unreadable',
        'timed-out',
        'too-large',
        'not-checked',
      ]),
      message: text,
    }),
  ),
  specials: z.array(z.strictObject({ path: text, is: z.enum(['link', 'fifo', 'socket', 'device']) })),
};

/** What `scan` prints: the facts of one delivered folder. */
export const deliverySchema = z.strictObject({
  schemaVersion: z.literal(1),
  root: text,
  song: text.nullable(),
  songs: z.array(text),
  files: z.array(fileSchema),
  brief: briefSchema,
  sessions: z.array(session),
  archives: z.array(archive),
  manifests: z.array(manifest),
  relations: relationsSchema,
  coverage: z.strictObject(coverageFields),
});
