import type { ExportTarget, Policies as Answers, PolicyId } from '../../core/labels/export';
import { Segmented, useActions } from '../parts';
import { POLICY_WORDS } from './policyWords';

interface Props {
  target: ExportTarget;
  answers: Partial<Answers>;
}

/** What the format cannot say and a person must: nothing is preset. */
export function Policies({ target, answers }: Props) {
  return (
    <section aria-labelledby="policies-title">
      <div className="row ex__h">
        <h2 className="h grow" id="policies-title">
          Policies
        </h2>
        {target.policies.length > 0 && (
          <span className="xs ink3">remembered for this target, written into the sidecar</span>
        )}
      </div>
      {target.policies.length === 0 && <p className="ink2">This target asks nothing.</p>}
      {target.policies.map((policy) => (
        <Policy key={policy} policy={policy} answer={answers[policy]} />
      ))}
      {target.notes.length > 0 && (
        <ul className="ex__notes xs ink2">
          {target.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Policy<P extends PolicyId>({ policy, answer }: { policy: P; answer: Answers[P] | undefined }) {
  const { answerPolicy } = useActions();
  const words = POLICY_WORDS[policy];
  const noteId = `policy-${policy}`;
  return (
    <div className="pol">
      <span className="pol__t">{words.title}</span>
      <div className="stack stack--tight">
        <div>
          <Segmented<Answers[P]>
            small
            label={words.title}
            options={words.options}
            value={answer}
            describedBy={noteId}
            onChange={(value) => answerPolicy(policy, value)}
          />
        </div>
        <p className="pol__w" id={noteId}>
          {words.elsewhere}
        </p>
      </div>
    </div>
  );
}
