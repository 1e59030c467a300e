import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { KeyHint, Segmented, VerdictMark, VerdictStrip, binMarks, bytes, span } from '../../../src/ui/parts';
import { grouped } from '../../../src/ui/parts';
import type { StripStep } from '../../../src/ui/parts';
import { draw } from '../anApp';

const bin = (marks: string, bins: number) => binMarks(marks.split('') as StripStep[], bins).join('');

test('a bin shows the worst verdict of its steps', () => {
  expect(bin('ccrc', 4)).toBe('ccrc');
  expect(bin('ccrccceeuu', 5)).toBe('crceu');
  expect(bin('uuuuuc', 2)).toBe('uc');
  expect(bin('aaau', 1)).toBe('u');
  expect(bin('', 3)).toBe('');
});

test.each([
  [999, '999 bytes'],
  [1000, '1.0 KB'],
  [9_949, '9.9 KB'],
  [12_345, '12 KB'],
  [999_600, '1.0 MB'],
  [412e6, '412 MB'],
  [1.1e9, '1.1 GB'],
])('%d bytes are %s', (n, text) => expect(bytes(n)).toBe(text));

test.each([
  [0, '0 s'],
  [2_400, '2 s'],
  [61_000, '1 min'],
  [7_300_000, '2 h'],
  [90_000_000, '1 day'],
])('%d ms are %s', (ms, text) => expect(span(ms)).toBe(text));

test('large numbers are grouped and a minus is a minus', () => {
  expect([grouped(1204), grouped(-41)]).toEqual(['1,204', '−41']);
});

test('a mark says verdict, source and whether it is saved', () => {
  render(
    <>
      <VerdictMark verdict="erroneous" />
      <VerdictMark verdict="correct" hollow />
      <VerdictMark verdict="redundant" given />
      <VerdictMark verdict="unsure" silent />
    </>,
  );
  expect(screen.getAllByRole('img').map((mark) => mark.getAttribute('aria-label'))).toEqual([
    'erroneous',
    'correct, not saved yet',
    'redundant, given by the file',
  ]);
});

test('a strip counts its steps aloud', () => {
  render(<VerdictStrip marks={['c', 'c', 'r', 'e', 'u', 'a']} maxWidth={100} />);
  expect(screen.getByRole('img').getAttribute('aria-label')).toBe(
    '2 correct, 1 redundant, 1 erroneous, 2 not judged',
  );
});

test('hints come from the table the key handler reads', () => {
  draw(
    <>
      <KeyHint command="judge.erroneous" />
      <KeyHint command="move.next" all />
      <KeyHint command="page.theme" />
    </>,
  );
  expect(document.body.textContent).toBe('3J↓');
});

test('an unanswered choice has no preset; arrows answer it', async () => {
  const answers: string[] = [];
  const options = [
    { value: 'masked', label: 'masked' },
    { value: 'refused', label: 'row refused' },
  ];
  render(
    <Segmented label="Not judged" options={options} value={undefined} onChange={(a) => answers.push(a)} />,
  );
  for (const radio of screen.getAllByRole<HTMLInputElement>('radio')) expect(radio.checked).toBe(false);
  await userEvent.click(screen.getByRole('radio', { name: 'row refused' }));
  expect(answers).toEqual(['refused']);
});
