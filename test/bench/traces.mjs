// Generated files for the benchmarks: seeded, so every run measures the same bytes.
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

function* numbers(seed) {
  // mulberry32, Tommy Ettinger, public domain
  for (let a = seed; ;) {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    yield ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
}

const GENERATORS = ['R1-Distill-8B', 'Qwen2.5-72B', 'Llama-3.1-70B', 'QwQ-32B'];

/** One ProcessBench line: eight rollouts share a problem. */
function line(i, random) {
  const pick = (n) => Math.floor(random.next().value * n);
  const steps = Array.from({ length: 5 + pick(10) }, (_, k) => {
    const a = pick(900) + 100;
    const b = pick(900) + 100;
    return `Step ${k + 1}: adding gives $${a} + ${b} = ${a + b}$, which we carry over to the next line of the sum.`;
  });
  return JSON.stringify({
    id: `bench-${i}`,
    generator: GENERATORS[pick(GENERATORS.length)],
    problem: `Problem ${Math.floor(i / 8)}: what is the sum of the ${pick(90) + 10} numbers in row ${pick(5000)}?`,
    steps,
    final_answer_correct: pick(2) === 1,
    label: -1,
  });
}

/** A row as reasoning models write them: 2 to 16 KB of thought, eight rollouts of one problem. */
function rollout(i, random) {
  const pick = (n) => Math.floor(random.next().value * n);
  const sentence = () => {
    const a = pick(900) + 100;
    const b = pick(900) + 100;
    return [
      `Okay, so I need to find the sum of the first ${a} terms. Let me think about this carefully.`,
      `Wait, that is not right: if $n = ${a}$ then \\frac{n(n+1)}{2} = ${(a * (a + 1)) / 2}, and ${b} has to go.`,
      `Let me check it with smaller numbers. For $n = ${b}$ it gives ${(b * (b + 1)) / 2}, as it should.`,
      `Alternatively, it is \\sum_{i=1}^{${a}} i^2 \\equiv ${a % 7} \\pmod{7}, but I am not sure that helps here.`,
      `Hmm, the remainder of ${a * b} by ${b + 1} would have to be ${(a * b) % (b + 1)}, which seems "too easy".`,
    ][pick(5)];
  };
  const paragraph = () => Array.from({ length: 2 + pick(3) }, sentence).join(' ');
  const thought = Array.from({ length: 8 + pick(40) }, paragraph).join('\n\n');
  const problem = Math.floor(i / 8);
  return JSON.stringify({
    id: `rollout-${i}`,
    generator: GENERATORS[pick(GENERATORS.length)],
    is_correct: pick(2) === 1,
    messages: [
      { role: 'user', content: `Problem ${problem}: what is the sum of row ${problem % 5000}, modulo 7?` },
      {
        role: 'assistant',
        content: `<think>\n${thought}\n</think>\n\nThe answer is \\boxed{${pick(7)}}.`,
      },
    ],
  });
}

export const writeTraces = (path, options) => writeLines(path, line, options);

export const writeRollouts = (path, options) => writeLines(path, rollout, options);

async function writeLines(path, lineOf, { rows = Infinity, bytes = Infinity, seed = 1 }) {
  const out = createWriteStream(path);
  const random = numbers(seed);
  let written = 0;
  for (let i = 0; i < rows && written < bytes; i++) {
    const text = `${lineOf(i, random)}\n`;
    written += text.length;
    if (!out.write(text)) await new Promise((resolve) => out.once('drain', resolve));
  }
  out.end();
  await finished(out);
  return written;
}

/** One trace of many steps with maths, separated by blank lines. */
export function longTrace(steps) {
  const random = numbers(2);
  return traceOf(
    Array.from({ length: steps }, (_, k) => {
      const n = Math.floor(random.next().value * 1000);
      return `Now consider case ${k + 1}. Since $x_{${k}}^2 + ${n} = ${n + 4}$, we get $x_{${k}} = \\pm 2$.`;
    }),
  );
}

/** Steps as a model writes them: prose with formulas, a displayed one in each, no two alike in any seed. */
export function mathsSteps(count, seed = 3) {
  const random = numbers(seed);
  return Array.from({ length: count }, (_, k) => {
    const a = Math.floor(random.next().value * 90) + 10;
    const b = Math.floor(random.next().value * 900) + 100;
    return [
      `**Case ${k + 1}.** Let $p_{${k}} = \\frac{${a}}{${b}}$, $q = ${seed}$ and suppose $n \\equiv ${a} \\pmod{${b}}$. Then`,
      `$$\\sum_{i=1}^{n} \\left( p_{${k}} + \\frac{1}{i^2} \\right) = \\frac{${a} n}{${b}} + \\sqrt{${a}^2 + ${b}} \\le ${a * b}$$`,
      `so $x = \\sqrt{${a + b}}$, hence $x^2 \\ge ${b}$ and the bound on $\\lvert x - ${a} \\rvert$ holds.`,
    ].join('\n');
  });
}

export function traceOf(steps) {
  return JSON.stringify({
    messages: [
      { role: 'user', content: 'Solve all the cases.' },
      { role: 'assistant', content: steps.join('\n\n') },
    ],
  });
}
