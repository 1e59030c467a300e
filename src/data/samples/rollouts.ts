// Eight rollouts of one counting problem, written for Stepmark. Five reach 278 in three ways; three are wrong for
// different reasons: a least common multiple (352), "exactly one" read as "at least one" (389), a number that is
// counted although 9 divides it (279).
// In 1…1000: 250, 166, 111 multiples of 4, 6, 9; pairs 83, 27, 55; all three 27; 527 − 2 · 165 + 3 · 27 = 278.

const PROBLEM = String.raw`How many integers $n$ with $1 \le n \le 1000$ are divisible by exactly one of the numbers $4$, $6$ and $9$?`;

// Steps that several rollouts share, word for word.
const SETS = String.raw`Let $A$, $B$ and $C$ be the sets of integers from $1$ to $1000$ that are divisible by $4$, $6$ and $9$. We want the number of integers that lie in exactly one of the three sets.`;
const SIZES = String.raw`The sizes of the sets are $|A| = \lfloor 1000/4 \rfloor = 250$, $|B| = \lfloor 1000/6 \rfloor = 166$ and $|C| = \lfloor 1000/9 \rfloor = 111$.`;
const MULTIPLES = String.raw`An integer is divisible by two numbers exactly when it is divisible by their least common multiple, and $\operatorname{lcm}(4, 6) = 12$, $\operatorname{lcm}(4, 9) = 36$, $\operatorname{lcm}(6, 9) = 18$.`;
const PAIRS = String.raw`So $|A \cap B| = \lfloor 1000/12 \rfloor = 83$, $|A \cap C| = \lfloor 1000/36 \rfloor = 27$ and $|B \cap C| = \lfloor 1000/18 \rfloor = 55$.`;
const BLOCKS = String.raw`Whether $n$ is divisible by $4$, $6$ or $9$ depends only on $n$ modulo $\operatorname{lcm}(4, 6, 9) = 36$. So we can count in one block of $36$ consecutive integers and multiply.`;
const CASES = String.raw`We count case by case: integers divisible only by $4$, only by $6$, only by $9$. The three cases do not overlap.`;

const formula = [
  SETS,
  SIZES,
  MULTIPLES,
  PAIRS,
  String.raw`Divisible by all three means divisible by $\operatorname{lcm}(4, 6, 9) = 36$, so $|A \cap B \cap C| = 27$ too. Indeed every common multiple of $4$ and $9$ is a multiple of $6$.`,
  String.raw`In $|A| + |B| + |C|$ an integer of exactly two sets is counted twice, one of all three sets three times. Subtracting every pair twice removes the first kind and counts the second kind $3 - 6 = -3$ times, so we add the triple three times:
$$N = |A| + |B| + |C| - 2\bigl(|A \cap B| + |A \cap C| + |B \cap C|\bigr) + 3\,|A \cap B \cap C|.$$`,
  String.raw`The sums are $250 + 166 + 111 = 527$ and $83 + 27 + 55 = 165$.`,
  String.raw`Therefore
\[
N = 527 - 2 \cdot 165 + 3 \cdot 27 = 527 - 330 + 81 = 278.
\]`,
  String.raw`As a check of the formula, take $1$ to $36$ instead: $9 + 6 + 4 - 2(3 + 1 + 2) + 3 \cdot 1 = 10$, and the integers are $4, 6, 8, 9, 16, 20, 27, 28, 30, 32$, which are ten.`,
  String.raw`The answer is $\boxed{278}$.`,
];

const wrongMultiple = [
  SETS,
  SIZES,
  String.raw`For the overlaps we need least common multiples. $4$ and $6$ share a factor $2$, so $\operatorname{lcm}(4, 6) = 12$. $4$ and $9$ share none, so $\operatorname{lcm}(4, 9) = 36$. Finally $\operatorname{lcm}(6, 9) = 6 \cdot 9 = 54$.`,
  String.raw`This gives $|A \cap B| = 83$, $|A \cap C| = 27$ and $|B \cap C| = \lfloor 1000/54 \rfloor = 18$.`,
  String.raw`An integer that is divisible by all three is a multiple of $36$, so $|A \cap B \cap C| = 27$.`,
  String.raw`Exactly one set: $N = |A| + |B| + |C| - 2\bigl(|A \cap B| + |A \cap C| + |B \cap C|\bigr) + 3\,|A \cap B \cap C|$.`,
  String.raw`Here $|A| + |B| + |C| = 527$ and the pairs sum to $83 + 27 + 18 = 128$.`,
  String.raw`So $N = 527 - 256 + 81 = 352$.`,
  String.raw`The answer is $\boxed{352}$.`,
];

const onlyEach = [
  SETS,
  SIZES,
  MULTIPLES,
  PAIRS,
  String.raw`The least common multiple of all three is $36$, hence $|A \cap B \cap C| = \lfloor 1000/36 \rfloor = 27$.`,
  String.raw`Only in $A$: $250 - 83 - 27 + 27 = 167$. We add the triple back because it was taken away with both pairs.`,
  String.raw`Only in $B$: $166 - 83 - 55 + 27 = 55$.`,
  String.raw`Only in $C$: $111 - 27 - 55 + 27 = 56$.`,
  String.raw`Together $167 + 55 + 56 = 278$, so the answer is $\boxed{278}$.`,
];

const blocks = [
  SETS,
  BLOCKS,
  String.raw`In $1, \dots, 36$ the multiples of $4$ are $4, 8, 12, 16, 20, 24, 28, 32, 36$, those of $6$ are $6, 12, 18, 24, 30, 36$, and those of $9$ are $9, 18, 27, 36$.`,
  String.raw`Integers on more than one list are $12$, $18$, $24$ and $36$. Without them $4, 8, 16, 20, 28, 32$ remain on the first list, $6, 30$ on the second and $9, 27$ on the third. That is $6 + 2 + 2 = 10$ per block.`,
  String.raw`Since $1000 = 27 \cdot 36 + 28$, there are $27$ full blocks with $27 \cdot 10 = 270$ such integers.`,
  String.raw`The last $28$ integers, $973$ to $1000$, behave like $1$ to $28$. There we have $4, 6, 8, 9, 16, 20, 27, 28$, which are $8$.`,
  String.raw`In total $270 + 8 = 278$.`,
  String.raw`$$\boxed{278}$$`,
];

const longCases = [
  CASES,
  String.raw`**Only by 4.** Such a number is $4k$ with $1 \le k \le 250$.`,
  String.raw`$4k$ is divisible by $6$ exactly when $3 \mid k$, and by $9$ exactly when $9 \mid k$. The second implies the first, so it is enough to leave out the $k$ that are multiples of $3$.`,
  String.raw`There are $\lfloor 250/3 \rfloor = 83$ of them, so $250 - 83 = 167$ numbers are divisible only by $4$.`,
  String.raw`Let me double-check: $3 \cdot 83 = 249 \le 250$ and $3 \cdot 84 = 252 > 250$, so $83$ is right.`,
  String.raw`**Only by 6.** Such a number is $6k$ with $1 \le k \le 166$, because $6 \cdot 166 = 996$ and $6 \cdot 167 = 1002$.`,
  String.raw`$6k$ is divisible by $4$ exactly when $k$ is even, and by $9$ exactly when $3 \mid k$. So $k$ must be divisible by neither $2$ nor $3$.`,
  String.raw`Up to $166$ there are $83$ even numbers, $55$ multiples of $3$ and $27$ multiples of $6$. That leaves $166 - 83 - 55 + 27 = 55$.`,
  String.raw`So far we have $167$ numbers that are divisible only by $4$ and $55$ that are divisible only by $6$. It remains to find those that are divisible only by $9$.`,
  String.raw`**Only by 9.** Such a number is $9k$ with $1 \le k \le 111$.`,
  String.raw`$9k$ is divisible by $4$ exactly when $4 \mid k$, and by $6$ exactly when $k$ is even. Again one condition implies the other: only odd $k$ remain.`,
  String.raw`From $1$ to $111$ there are $56$ odd numbers.`,
  String.raw`The sum is $167 + 55 + 56 = 278$.`,
  String.raw`Hence the number of integers is $\boxed{278}$.`,
];

const atLeastOne = [
  SETS,
  SIZES,
  MULTIPLES,
  String.raw`Counting multiples of these gives $|A \cap B| = 83$ and $|B \cap C| = 55$; for $A \cap C$ we get $\lfloor 1000/36 \rfloor = 27$.`,
  String.raw`Multiples of all three are multiples of $36$, so there are $27$.`,
  String.raw`By inclusion–exclusion the number we look for is $|A| + |B| + |C| - |A \cap B| - |A \cap C| - |B \cap C| + |A \cap B \cap C|$.`,
  String.raw`Putting in the numbers: $527 - 165 + 27 = 389$.`,
  String.raw`So $\boxed{389}$ integers are divisible by exactly one of the three numbers.`,
];

const wrongRest = [
  SETS,
  BLOCKS,
  String.raw`In one block there are $9$ multiples of $4$, $6$ multiples of $6$ and $4$ multiples of $9$.`,
  String.raw`Of these, $12, 24, 36$ are multiples of $4$ and $6$, and $18, 36$ are multiples of $6$ and $9$; only $36$ is a multiple of $4$ and $9$.`,
  String.raw`So a block has $9 - 3 = 6$ integers divisible only by $4$, $6 - 4 = 2$ only by $6$ and $4 - 2 = 2$ only by $9$: $10$ altogether.`,
  String.raw`$1000 = 27 \cdot 36 + 28$, so the full blocks contribute $270$ and the residues $1$ to $28$ remain.`,
  String.raw`Among $1, \dots, 28$ we find $4, 8, 16, 20, 28$ for $4$ alone, $6, 18$ for $6$ alone and $9, 27$ for $9$ alone. These are $9$.`,
  String.raw`Together $270 + 9 = 279$.`,
  String.raw`$$\boxed{279}$$`,
];

const shortCases = [
  CASES,
  String.raw`A multiple of $4$, say $4k$ with $k \le 250$, is also a multiple of $6$ or $9$ exactly when $3 \mid k$. That leaves $250 - 83 = 167$.`,
  String.raw`A multiple of $6$, say $6k$ with $k \le 166$, needs $k$ coprime to $6$. Up to $162 = 27 \cdot 6$ there are $27 \cdot 2 = 54$ such $k$, and of $163, 164, 165, 166$ only $163$ is one. That makes $55$.`,
  String.raw`A multiple of $9$, say $9k$ with $k \le 111$, needs $k$ odd, which leaves $56$.`,
  String.raw`Adding up, $167 + 55 + 56 = 278$.`,
  String.raw`The answer is $\boxed{278}$.`,
];

const ROWS: [id: string, generator: string, isCorrect: boolean, steps: string[]][] = [
  ['r1', 'solver-32b', true, formula],
  ['r2', 'solver-7b', false, wrongMultiple],
  ['r3', 'solver-32b', true, onlyEach],
  ['r4', 'solver-7b', true, blocks],
  ['r5', 'solver-32b', true, longCases],
  ['r6', 'solver-7b', false, atLeastOne],
  ['r7', 'solver-7b', false, wrongRest],
  ['r8', 'solver-32b', true, shortCases],
];

export const ROLLOUTS = {
  name: 'sample-rollouts.jsonl',
  jsonl: ROWS.map(([id, generator, isCorrect, steps]) => {
    const messages = [
      { role: 'user', content: PROBLEM },
      { role: 'assistant', content: steps.join('\n\n') },
    ];
    return `${JSON.stringify({ id, problem: PROBLEM, answer: '278', generator, is_correct: isCorrect, messages })}\n`;
  }).join(''),
};
