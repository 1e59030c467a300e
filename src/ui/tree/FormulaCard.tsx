import { Info } from 'lucide-react';
import { useState } from 'react';
import type { Formula } from '../../core/tree';
import { Button, Icon } from '../parts';

export const ADVANTAGE: Formula = {
  formula: 'V(n) − V(parent); global: V(n) − V(root)',
  meaning:
    'How much the step changed the value. The drawing shows the local one; the card of a node names both. Unknown where either value is.',
  source: 'Hou et al., TreeRL: LLM Reinforcement Learning with On-Policy Tree Search (2025)',
};

/** What a number is and where its formula comes from, one click away. */
export function FormulaCard({ formula, of }: { formula: Formula; of: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <span className="formula">
      <Button
        look="ghost"
        small
        iconOnly
        aria-label={`Formula and source of ${of}`}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !isOpen) return;
          event.stopPropagation();
          setOpen(false);
        }}
      >
        <Icon of={Info} small />
      </Button>
      {isOpen && (
        <span className="pop formula__card" role="note">
          <code className="formula__f">{formula.formula}</code>
          <span>{formula.meaning}</span>
          <span className="ink3">Source: {formula.source}</span>
        </span>
      )}
    </span>
  );
}
