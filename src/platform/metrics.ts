import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Label names with every value they may take: series stay countable, and no id or number can become a label. */
export type LabelSpec = Readonly<Record<string, readonly string[]>>;
export type LabelsOf<S extends LabelSpec> = { readonly [K in keyof S]: S[K][number] };

export interface CounterMetric<S extends LabelSpec> {
  inc(labels: LabelsOf<S>, by?: number): void;
}
export interface HistogramMetric<S extends LabelSpec> {
  observe(labels: LabelsOf<S>, value: number): void;
}
export interface GaugeMetric<S extends LabelSpec> {
  set(labels: LabelsOf<S>, value: number): void;
  add(labels: LabelsOf<S>, by: number): void;
}

interface Naming {
  /** Without the program's prefix; ends in its unit: `_total`, `_ms`, `_seconds`, `_bytes`. */
  name: string;
  help: string;
}

export interface Metrics {
  counter<const S extends LabelSpec>(naming: Naming, labels: S): CounterMetric<S>;
  histogram<const S extends LabelSpec>(naming: Naming & { buckets: readonly number[] }, labels: S): HistogramMetric<S>;
  gauge<const S extends LabelSpec>(naming: Naming, labels: S): GaugeMetric<S>;
  /** Read at scrape time only; for values somebody else already keeps. */
  observedGauge(naming: Naming, read: () => number | Promise<number>): void;
  text(): Promise<string>;
  readonly contentType: string;
}

export function makeMetrics(opts: { prefix?: string; processMetrics?: boolean } = {}): Metrics {
  const prefix = opts.prefix ?? 'casedial_';
  const registry = new Registry();
  if (opts.processMetrics === true) collectDefaultMetrics({ register: registry, prefix });
  const common = (naming: Naming, labels: LabelSpec) => ({
    name: prefix + naming.name,
    help: naming.help,
    labelNames: Object.keys(labels),
    registers: [registry],
  });
  return {
    counter(naming, labels) {
      const metric = new Counter(common(naming, labels));
      return { inc: (values, by = 1) => metric.inc({ ...values }, by) };
    },
    histogram(naming, labels) {
      const metric = new Histogram({ ...common(naming, labels), buckets: [...naming.buckets] });
      return { observe: (values, value) => metric.observe({ ...values }, value) };
    },
    gauge(naming, labels) {
      const metric = new Gauge(common(naming, labels));
      return {
        set: (values, value) => metric.set({ ...values }, value),
        add: (values, by) => metric.inc({ ...values }, by),
      };
    },
    observedGauge(naming, read) {
      new Gauge({
        ...common(naming, {}),
        async collect() {
          this.set(await read());
        },
      });
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
