/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';
import { percent } from '../wave.js';

/** A field with words at its left. The curve stretches with the page, the words keep their size. */
export function Plot(props: {
  readonly label: string;
  readonly height: number;
  readonly left?: readonly { readonly at: number; readonly words: string }[];
  readonly below?: readonly { readonly at: number; readonly words: string }[];
  readonly children: ComponentChildren;
}) {
  const { label, height, left = [], below = [], children } = props;
  return (
    <div class="plot">
      <svg class="axis" width="100%" height={height + (below.length > 0 ? 18 : 0)} aria-hidden="true">
        {left.map(({ at, words }) => (
          <text key={words} x="100%" dx="-8" y={at * height} dy=".35em" text-anchor="end">
            {words}
          </text>
        ))}
      </svg>
      <div>
        <svg class="field" width="100%" height={height} role="img" aria-label={label}>
          {children}
        </svg>
        {below.length === 0 ? null : (
          <svg class="axis" width="100%" height="18" aria-hidden="true">
            {below.map(({ at, words }) => (
              <text
                key={words}
                x={percent(at)}
                y="14"
                text-anchor={at <= 0.02 ? 'start' : at >= 0.98 ? 'end' : 'middle'}
                class={at <= 0.02 || at >= 0.98 ? undefined : 'wide-only'}
              >
                {words}
              </text>
            ))}
          </svg>
        )}
      </div>
    </div>
  );
}

/** A line through values over the whole field, or over a share of its width. */
export function Curve(props: {
  readonly values: readonly number[];
  readonly low: number;
  readonly high: number;
  readonly height: number;
  readonly from?: number;
  readonly to?: number;
  readonly tone?: string;
}) {
  const { values, low, high, height, from = 0, to = 1, tone = '' } = props;
  return (
    <svg
      x={percent(from)}
      width={percent(to - from)}
      height={height}
      viewBox={`0 0 ${values.length - 1} 1000`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path class={`line${tone === '' ? '' : ` ${tone}`}`} d={linePath(values, low, high)} />
    </svg>
  );
}

export function linePath(values: readonly number[], low: number, high: number): string {
  const y = (value: number) => Math.round(1000 * (1 - (Math.max(low, Math.min(high, value)) - low) / (high - low)));
  return `M${values.map((value, at) => `${at} ${y(value)}`).join(' ')}`;
}

export function Figure({ says, children }: { readonly says: string; readonly children: ComponentChildren }) {
  return (
    <figure class="drawing">
      {children}
      <figcaption>{says}</figcaption>
    </figure>
  );
}
