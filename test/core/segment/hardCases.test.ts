// One case a line: the text with `|` where a step or a marker begins, `⟨…⟩` around markers, `⟦…⟧` around text
// that is no step. `¦` stands for a `|` of the text itself.

import { describe, expect, test } from 'vitest';
import { GAP, MARKER } from '../../../src/core/model';
import type { Strategy } from '../../../src/core/model';
import { splitSteps, strategyOf } from '../../../src/core/segment';

function shown(raw: string, strategy: Strategy): string {
  const { bounds, kinds } = splitSteps({ raw, zones: [] }, strategy);
  let text = '';
  for (let i = 0; i < kinds.length; i++) {
    const piece = raw.slice(bounds[i], bounds[i + 1]).replaceAll('|', '¦');
    const bar = text.trim() === '' ? '' : '|';
    if (kinds[i] !== GAP) text += bar + (kinds[i] === MARKER ? `⟨${piece}⟩` : piece);
    else text += piece.trim() === '' ? piece : piece.replace(piece.trim(), (core) => `${bar}⟦${core}⟧`);
  }
  return text;
}
const textOf = (expected: string) => expected.replaceAll(/[|⟨⟩⟦⟧]/g, '').replaceAll('¦', '|');
const cases = (title: string, strategy: Strategy, lines: readonly string[]) =>
  describe(title, () => {
    test.each(lines)('%j', (expected) => expect(shown(textOf(expected), strategy)).toBe(expected));
  });

cases('paragraphs', strategyOf('blank'), [
  '',
  ' \n\n ',
  'one',
  'one\n\n|two',
  '\n\none\n \n\t\n|two\n',
  'one\r\n\r\n|two\r\nstill two\r\n\r\n',
  'one\r\r|two',
  'one\n\u00a0\n|two',
  'one\n\ufeff\n|two',
  'one\n\n|\u0020\u0301two',
  '\u00a0one\n\n|two\u3000',
  'fence:\n```\na\n\nb\n```\n\n|after',
  '```py\na\n\n# b\n\nc',
  '~~~\na\n\n```\n\nb\n~~~\n\n|c',
  '````\n```\n\n```\n````\n\n|b',
  '- item\n  ```\n  a\n\n  b\n  ```\n\n|- next',
  '1. ```js\n   a\n\n   b\n   ```\n\n|2. next',
  '```not a fence``` here\n\n|b',
  '$$\na\n\nb\n$$\n\n|c',
  'so $$a\n\n|b$$ c\n\n|d',
  '\\[\na\n\nb\n\\]\n\n|c',
  'text \\[ a\n\nb \\] text\n\n|c',
  'line\\\\[2pt] no opener\n\n|b',
  '\\begin{align}\na\n\nb\n\\end{align}\n\n|c',
  '\\begin{a}\\begin{b}\n\nx\\end{b}\n\ny\\end{a}\n\n|c',
  '\\end{a} alone\n\n|b',
  'code `\\[` names an opener\n\n|b',
  'a tick ` left open \\[ hides an opener\n\n|b \\]',
  "``quoted'' \\[ a\n\nb \\]\n\n|c",
  '¦ a ¦\n¦---¦\n¦ b ¦\n\n|c',
  '> a\n>\n> b\n\n|c',
  '{"name": "f",\n\n"args": [1]}\n\n|c',
  '[{"a": "}"\n\n}]\n\n|c',
  '{x} is a set\n\n|b',
  '<!-- a\n\nb -->\n\n|c',
  'a\n\n|⟨---⟩\n\n|b',
  'a\n\n|⟨***⟩\n\n|b',
  'a\n\n|⟨---⟩\n|b',
  'title\n---\n\n|b',
  'a\n\n|- b\n- c',
  'שלום\n\n|مرحبا',
  'a\n\n|👩‍👩‍👧 b\n\n|🇩🇪',
  'Code: ```py\na\n\nb\n```\n\n|c',
  '**Code:** ```\na\n\nb\n```\n\n|c',
  'the fence ```\n\n|b',
  '- $$\n  a\n\n  b\n  $$\n\n|c',
  '<!--> a\n\n|b',
  '[\n  1,\n\n  2\n]\n\n|b',
  '[0, 1) is\n\n|an interval',
]);

cases('zones', strategyOf('blank'), [
  '⟨<think>⟩|a\n\n|b|⟨</think>⟩|c',
  '⟨<think>⟩\n|a\n|⟨</think>⟩\n\n|c\n\n|d',
  'a\n|⟨</think>⟩\n\n|b',
  '⟨<think>⟩|never closed\n\n|b',
  '⟨<think>⟩|a|⟨</think>⟩|b|⟨<think>⟩|c|⟨</think>⟩|d',
  '⟨<think>⟩|⟨<think>⟩|a|⟨</think>⟩|b|⟨</think>⟩|c',
  '⟨<thinking>⟩|a|⟨</thinking>⟩|b',
  '⟨<reasoning>⟩|a|⟨</reasoning>⟩|⟨<answer>⟩|b|⟨</answer>⟩',
  '⟨◁think▷⟩|a|⟨◁/think▷⟩|b',
  '⟨<|begin_of_thought|>⟩|a|⟨<|end_of_thought|>⟩|⟨<|begin_of_solution|>⟩|b|⟨<|end_of_solution|>⟩'.replaceAll(
    /<\|(.*?)\|>/g,
    '<¦$1¦>',
  ),
  '⟨[THINK]⟩|a|⟨[/THINK]⟩|b',
  '⟨<Think>⟩|a|⟨</Think>⟩|b',
  'the tag `<think>` is talked about',
  'the tag "</think>" is talked about',
  '<thinkers> and <b>bold</b> are text',
  '```xml\n<think>\n\n</think>\n```\n\n|b',
  '⟨<think>⟩|a\n```\ncode\n|⟨</think>⟩\n|b\n\n|c',
  '⟨<search>⟩ |q\n\nr |⟨</search>⟩\n|⟨<information>⟩|⟦doc\n\n1⟧|⟨</information>⟩|so',
  '⟨<think>⟩|a |⟨<search>⟩|q|⟨</search>⟩ |b|⟨</think>⟩|c',
  '⟨<tool_call>⟩|{"a": 1}\n\nx|⟨</tool_call>⟩\n|b',
  '⟨<code>⟩|```python\n\nx\n```|⟨</code>⟩\n|⟨<output>⟩\n|⟦5⟧\n|⟨</output>⟩\n|b',
  'use <code>x</code> inline',
  '⟨<information>⟩|⟦a <think> b⟧|⟨</information>⟩|c',
  '⟨<search>⟩|never closed </think>',
  'a $$x |⟨<answer>⟩|y|⟨</answer>⟩ |z',
]);

cases('zones under the whole text', strategyOf('none'), [
  'a\n\nb',
  'a\n\nb\n\n|so \\boxed{5}\nis it\n\n|c\n\nd',
  '\\boxed{5}\n\n|why',
  'a\n# Answer\n5'.replace('\n#', '\n|#'),
  'a\n\n|## Final Answer:\nx\n\ny',
  'a\n|#### 18',
  'a\n#### 1. Set up\nb',
  'a\n#### Case 2\nb',
  'a\n|#### $1,200',
  '⟨<think>⟩|a\n\n\\boxed{1}\n\nb|⟨</think>⟩|c\n\n|\\boxed{1}',
  '\\[\n\n\\boxed{5}\n\n\\]\n\n|b',
  '```\n\\boxed{5}\n```\n\nb',
  'a\n|## Answer: 5\n\nb',
  'a\n# Answer key\nb',
  'a\n|####\n18',
  'a\n|#### \\frac{1}{2}',
  'a\n|#### 18 km/h',
  'a\n|#### Yes',
  'a\n#### Noon\nb',
]);

cases('lines', strategyOf('line'), [
  'a\n|b\n\n|c',
  'a\r\n|b',
  'a\n|¦ x ¦\n¦ y ¦\n|b',
  'a\n|> x\n> y\n|b',
  'a\n|```\nx\ny\n```\n|b',
  'a\n|$$\nx\n$$\n|b',
  'a $$ x\ny $$\n|b',
  'a\n|\\begin{x}\ny\n\\end{x}\n|b',
  'a\n|⟨---⟩\n|b',
  'a\n|{"a":\n1}\n|b',
  'a\u2028b',
  'a\n|x ¦ y\n--¦--\n1 ¦ 2\n|b',
  'a\n|x ¦ y\n|z ¦ w',
  '¦x¦ = 5\n|¦y¦ = 3',
  'a\n|¦ x\n¦---\n¦ y\n|b',
]);

cases('sentences', strategyOf('sentence'), [
  'One. |Two! |Three? |Four',
  'Use e.g. Bayes. |Then i.e. this.',
  'See Fig. 3. |Then eq. (4) holds.',
  'Dr. Smith et al. Show it. |Mr. Y left.',
  'J. R. R. Tolkien wrote. |So did John F. Kennedy.',
  'The answer is B. |So we stop.',
  'The U.S. Army came. |It left.',
  'In the year\n1990. |It rained',
  'It is 3.14. |Or 2.',
  '1. First. |Second.\n|2. Next',
  'Step 1. Add them. |Then stop.',
  'I paid $5 and $6. |Then $7.',
  'Let $a. B$ be. |Then $x$. |So',
  'Let \\(a. B\\) be. |So',
  'Call `a. B` now. |So',
  'He said "Stop." |Then left.',
  '**Done.** |Next',
  'See https://a.b/c.D?e=F. |Then',
  'As in [Lee. A. 2020. Title]. |Then',
  'Hmm... |Let me see... maybe',
  'It is 5! = 120. |And 3! 4!',
  'Really?! |Yes.',
  'no. |The end',
  'lower. case goes on',
  'First line\nstill the sentence. |Next',
  'Ends here.\n|next line begins small',
  'para\n\n|para',
  'text:\n|- a. |B\n|- c',
  '# Head. Line\n|Text. |More',
  '¦ a. B ¦\n¦ c. D ¦\n|Text',
  '> a. B\n> c\n|Text',
  '今天下雨。|我们走吧！|好吗？|好；|走',
  '他说：“好。”|我走了。',
  '嗯……|我想想。',
  '値は５です。|次へ。',
  'ราคาเท่าไร ไม่รู้',
  'ما هذا؟ |هذا كتاب.',
  'यह है। |वह है।',
  'A。\u0301B',
  'so $$x. Y$$ ends. |Then',
  '\\[a. B\\] |Then'.replace(' |', ' '),
  "``It is 5.'' |So",
  'Is it? |$x$ is',
  'Stop. |(He left.) |So',
  '1. First. |2. Second. |3. Third',
  'The steps: 1. Add. |2. Halve. |Done',
  'How many? |3. |Then add',
  'Step 1. Add. |Step 2. Stop. |**Step 3.** Rest',
  'Ended.\n|3. Third. |Next',
  '1. a\n|   1. b\n|   2. c\n|2. d'.replaceAll('|   ', '   |'),
  'He wrote it. |A. Einstein read it',
  'See Fig. A there. |No. |I am. |No. 5 is',
  'At 5 p.m. |Then home',
  'Gov. Smith met Mme. Curie. |So',
  'so $a = 5.$ |Then \\(b.\\) |So $1, ...$ Go',
  '(see https://a.b/c.) |Next',
  '#1 is right. |Go',
  '３．１４です。|１．まず。|次',
  '1. 第一。|2. 第二。',
  'a ¦ b\n---¦---\nX. Y ¦ Z. Y\n\n|Next',
]);

cases('numbered', strategyOf('numbered'), [
  'Intro\n|1. a\n|2. b\nmore\n\nmore\n|3. c',
  '1. a\n3. b\n|2. c',
  '1. a\n|2. b\n|1. again\n|2. c',
  'Step 1: a\n|Step 2: b\n\n1. x\n2. y\n|Step 3: c',
  '**Step 1:** a\n|### Step 2\nb',
  '1) a\n|2) b\n1. c',
  '1. a\n   1. inner\n   2. inner\n|2. b',
  '2. no beginning\n3. none',
  '1.5 is no item\n2.5 neither',
  '1. a\n```\n2. code\n```\n|2. b',
  '步骤1：a\n|步骤2：b',
  'In\n1990. It rained',
  '**1.** a\n|**2.** b',
  '*Step 1*: a\n|*Step 2*: b',
  '1. a\n |2. b\n |3. c',
  '第一步：a\n|第二步：b\n第十步 c',
  '步骤一 a\n|步骤二 b',
  '第 9 步',
  '1、a\n|2、b\n1．5 米',
  '第1次 a\n第2次 b',
]);

cases('markers', strategyOf('marker'), [
  'a |⟨ки⟩\n|b |⟨ки⟩',
  'a |⟨<extra_0>⟩|b|⟨<extra_0>⟩',
  'a\n\n$$ b |⟨<prm>⟩\n\n|c',
  'руки и ноги',
]);
cases('own markers', strategyOf('marker', { markers: ['[STEP]'] }), ['a|⟨[STEP]⟩|b ки c']);

cases('cues', strategyOf('cue'), [
  'aa\n\nbb. |Wait, c\n\n|Hmm d',
  'Waiter came. Button. |But no',
  'But first. |Alternatively so',
  'x\n|Actually y. |Let me check. |Hold on.',
  '我想。|等等，不对。|不过也行。|或者，|让我看看'.replace('，|', '，'),
  'say "wait". `a. Wait` b',
  'One. |Hmmmm, two. |WAIT, three. BUTTER. |But',
]);
cases('own cues', strategyOf('cue', { cues: ['Now'] }), ['One. |Now two. Wait c']);

cases('turns', strategyOf('turns'), [
  'Thought 1: a\n\nb\n|Action 1: c\n|Observation 1: d',
  'User: a\n|Assistant: b',
  'Question: a\n|### Thought：b',
]);
cases('own tags', strategyOf('blank', { tags: [{ open: '«', close: '»', kind: 'thinking' }] }), [
  '⟨«⟩|a|⟨»⟩|b',
]);

cases('formulas join the paragraph before', strategyOf('blank', { joinFormulas: true }), [
  'so\n\n$$x$$\n\n|then',
  'so\n\n\\[\nx\n\\],\n\n|then',
  'so\n\n```\nx\n```\n\n|then',
  'so\n\n$x = 5$.\n\n|then',
  'so\n\n|$$x$$ holds',
  '$$x$$\n\n|then',
  'so\n\n`x = 1`\n\n|then',
  'so\n\n$x$, \\(y\\).\n\n|then',
  'so\n\n|$x$ and $y$\n\n|then',
]);
cases('headings join what follows', strategyOf('blank', { joinHeadings: true }), [
  '# A\n\ntext\n\n|more',
  '**Step 1: go**\n\ntext',
  '# A\n\n## B\n\ntext\n\n|# C',
]);
cases('short pieces join', strategyOf('blank', { joinShorter: 5 }), [
  'long enough\n\nOk.\n\n|long again',
  'Ok.\n\nlong enough\n\n|long again',
]);
cases('a list is one step', strategyOf('blank', { lists: 'one' }), [
  'we have:\n\n|1. a\n\n2. b\n\n   more\n\n|so',
  'we have:\n- a\n- b\n\n- c\n\n|so',
]);
cases('a list is one step among lines', strategyOf('line', { lists: 'one' }), ['a\n|- b\n- c\n  d\n|e']);
cases('a list is one step among sentences', strategyOf('sentence', { lists: 'one' }), [
  'One. |Two.\n|- One. Two.\n- Three. Four.\n|Five. |Six',
]);
cases('each item is a step', strategyOf('blank', { lists: 'items' }), [
  'we have:\n|- a\n|- b\nmore\n\n|so',
  '1. a\n   |1. x\n   |2. y\n|2. b',
  'In all\n12. Then',
  '(A) x\n|(B) y',
]);
