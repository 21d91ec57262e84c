import { QuestionError } from './question-error.js';

export type Shard = { readonly index: number; readonly of: number };

/**
 * Reads "2/8".
 *
 * @throws QuestionError on anything else
 */
export function readShard(text: string): Shard {
  const [, index, of] = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(text) ?? [];
  if (index === undefined || of === undefined || Number(index) > Number(of)) {
    throw new QuestionError(`--shard is "${text}"`, ['Write which part of how many, such as  --shard 2/8']);
  }
  return { index: Number(index), of: Number(of) };
}

/** Every n-th of the sorted deliveries: even parts, and the same ones on every machine that sees the same drive. */
export function shardOf<T>(sorted: readonly T[], { index, of }: Shard): T[] {
  return sorted.filter((_, place) => place % of === index - 1);
}
