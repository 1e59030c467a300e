import { useActions } from '../parts';
import { SAMPLE_CARDS } from './sampleCards';

export function Samples({ title }: { title: string }) {
  const { openSample } = useActions();
  return (
    <section className="stack" aria-labelledby="samples-title">
      <h2 className="h" id="samples-title">
        {title}
      </h2>
      <div className="samples">
        {SAMPLE_CARDS.map((sample) => (
          <button key={sample.id} type="button" className="sample" onClick={() => openSample(sample.id)}>
            <span className="sample__t">{sample.title}</span>
            <span className="prose" lang={sample.lang}>
              “{sample.quote}”
            </span>
            <span className="xs ink3">{sample.facts}</span>
          </button>
        ))}
      </div>
    </section>
  );
}
