package org.secretomegraph.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.Shapes;
import org.junit.jupiter.api.Test;

/** Judging what a change touches finds the same as judging everything: random shapes, graphs and changes. */
class IncrementalTest {
    private static final int CASES = Integer.getInteger("guard.cases", 1500);
    private static final int CHANGES = 4;

    @Test
    void findsWhatFullValidationFinds() {
        Set<String> kinds = new TreeSet<>();
        Set<String> seen = new TreeSet<>();
        int run = 0;
        for (long seed = 0; seed < CASES; seed++) {
            run += one(seed, kinds, seen);
        }
        System.out.println(run + " " + kinds + "\n" + seen);
    }

    static int one(long seed, Set<String> kinds, Set<String> seen) {
        return one(seed, shapes -> ReadIndex.of(shapes)::touched, kinds, seen);
    }

    static int one(long seed, Function<Shapes, Judge.Touched> index, Set<String> kinds, Set<String> seen) {
        Random random = new Random(seed);
        RandomShapes made = new RandomShapes(random, seed % 4 > 0);
        String turtle = made.turtle();
        Trial trial;
        String difference;
        try {
            Shapes shapes = Shapes.parse(RDFParser.fromString(turtle, Lang.TTL).toGraph());
            trial = new Trial(shapes, index.apply(shapes), new RandomGraphs(random, List.of()), random);
            difference = trial.differences(CHANGES);
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed + ": " + e + "\n" + turtle, e);
        }
        if (!difference.isEmpty()) {
            fail("seed " + seed + ": " + difference + "\n" + turtle);
        }
        kinds.addAll(made.kinds());
        seen.addAll(trial.checksSeen);
        return CHANGES;
    }
}
