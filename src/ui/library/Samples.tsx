import { useActions } from '../parts';

const SAMPLES = [
  {
    id: 'rollouts',
    title: 'Eight rollouts and their tree',
    quote: '“Wait, do I need classes modulo 30 instead? No, 15 is enough …”',
    facts: 'maths · one problem, eight attempts',
  },
  {
    id: 'think',
    title: 'Long thinking, English and Chinese',
    quote: '“等等，这里的速度应该是两人速度之和，我再检查一遍……”',
    facts: 'think tags · two traces',
    lang: 'zh',
  },
  {
    id: 'tools',
    title: 'An assistant that calls tools',
    code: 'find_flights(stops=0)',
    quote: '3 results, cheapest 214 €',
    facts: 'tool calls · one trace',
  },
] as const;

export function Samples({ title }: { title: string }) {
  const { openSample } = useActions();
  return (
    <section className="stack" aria-labelledby="samples-title">
      <h2 className="h" id="samples-title">
        {title}
      </h2>
      <div className="samples">
        {SAMPLES.map((sample) => (
          <button key={sample.id} type="button" className="sample" onClick={() => openSample(sample.id)}>
            <span className="sample__t">{sample.title}</span>
            <span className="prose" lang={'lang' in sample ? sample.lang : undefined}>
              {'code' in sample && <span className="mono">{sample.code}</span>}
              {sample.quote}
            </span>
            <span className="xs ink3">{sample.facts}</span>
          </button>
        ))}
      </div>
    </section>
  );
}
