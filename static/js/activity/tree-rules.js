// The rules of the decision tree, the same as in app/domain/activities/tree.py. Nothing here touches the page.
// nodes: the three questions, first, after yes, after no; null asks nothing.

export const QUESTIONS = ["square", "horns", "stripes", "tail"];
const LEAVES = [0, 1, 2, 3];

// The leaf that a creature comes to: 0 yes-yes, 1 yes-no, 2 no-yes, 3 no-no.
export function leafOf(nodes, creature) {
  const side = !nodes[0] || creature.has.includes(nodes[0]) ? 0 : 1;
  const question = nodes[0] ? nodes[1 + side] : null;
  return 2 * side + (!question || creature.has.includes(question) ? 0 : 1);
}

// What each leaf answers after these examples; null where it knows no answer.
export function answers(nodes, examples) {
  return LEAVES.map((leaf) => most(examples.filter((one) => leafOf(nodes, one) === leaf).map((one) => one.home)));
}

function most(homes) {
  const counts = Array.from(new Set(homes)).map((home) => ({ home, count: homes.filter((one) => one === home).length }));
  counts.sort((one, other) => other.count - one.count);
  return counts.length && (counts.length === 1 || counts[0].count > counts[1].count) ? counts[0].home : null;
}

export const isSquare = (creature) => creature.has.includes("square");

// Each creature with its leaf, what the tree says, and whether that is its home.
export function sorted(nodes, examples, creatures) {
  const known = answers(nodes, examples);
  return creatures.map((creature) => {
    const leaf = leafOf(nodes, creature);
    return { leaf, said: known[leaf], hit: known[leaf] === creature.home };
  });
}

export function hits(nodes, examples, creatures) {
  return sorted(nodes, examples, creatures).filter((one) => one.hit).length;
}
