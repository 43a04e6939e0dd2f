package org.secretomegraph.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.Shapes;
import org.junit.jupiter.api.Test;
import org.secretomegraph.Scale;
import org.secretomegraph.shacl.incremental.DependencyIndex;

/**
 * Validating what a change affects finds the same as validating everything: random shapes, random graphs, random
 * changes. The seeds are the same in each run, fewer in the daily one; {@code -Dguard.seeds=FROM-TO} runs others.
 */
class IncrementalValidationTest {
    private static final String SEEDS = System.getProperty("guard.seeds", "0-" + Scale.of(300, 2400));
    private static final int RARELY = Scale.of(1, 10);
    private static final int CHECKS = Scale.of(20, 28);
    private static final int CHANGES = 5;
    private static final Path FAILED_ONCE = Path.of("src/test/resources/guard/failing-seeds.txt");

    @Test
    void findsWhatFullValidationFinds() throws IOException {
        Map<String, Integer> kinds = new ConcurrentSkipListMap<>();
        Set<String> seen = new ConcurrentSkipListSet<>();
        long from = Long.parseLong(SEEDS.replaceFirst("-.*", ""));
        long to = Long.parseLong(SEEDS.replaceFirst(".*-", ""));
        long[] seeds = LongStream.concat(failedOnce(), LongStream.range(from, to)).toArray();
        LongStream.of(seeds).parallel()
                .mapToObj(seed -> run(seed, shapes -> DependencyIndex.of(shapes)::affectedFocusNodes))
                .peek(run -> {
                    run.kinds().forEach(kind -> kinds.merge(kind, 1, Integer::sum));
                    seen.addAll(run.added());
                }).filter(run -> !run.difference().isEmpty()).findFirst().ifPresent(run -> fail("add this seed to "
                        + FAILED_ONCE + ": " + run.seed() + "\n" + run.difference() + "\n" + run.shapes()));
        assertEquals(45, kinds.size(), () -> "kinds of target, path and constraint that were made: " + kinds);
        assertTrue(kinds.values().stream().allMatch(n -> n >= RARELY), () -> "made too rarely: " + kinds);
        assertTrue(seen.size() >= CHECKS, () -> "checks that a change made fail: " + seen);
    }

    /**
     * What one seed gave.
     *
     * @param difference between the two validators; empty when there is none
     * @param added      checks that some change made fail
     */
    record Run(long seed, String difference, String shapes, Set<String> kinds, Set<String> added) {}

    /** The shapes and graphs of a seed, validated with an index that may have a planted fault. */
    static Run run(long seed, Function<Shapes, ChangeValidator.AffectedFocusNodes> index) {
        Random random = new Random(seed);
        // A third aims at one kind of constraint, a third at queries, a sixth has lean shapes, a sixth rich ones.
        RandomShapes made = new RandomShapes(random, seed % 2 > 0);
        String turtle = switch ((int) (seed % 3)) {
            case 0 -> made.aimedAtQuery((int) seed / 3);
            case 2 -> made.aimed((int) seed / 3);
            default -> made.turtle();
        };
        try {
            Shapes shapes = Shapes.parse(RDFParser.fromString(turtle, Lang.TTL).toGraph());
            RandomCase trial = new RandomCase(shapes, index.apply(shapes), new RandomGraphs(random, List.of()), random,
                    visitBudget(new Random(~seed)));
            return new Run(seed, trial.differences(CHANGES, i -> i % 3 > 0), turtle, made.kinds(), trial.checksSeen);
        } catch (RuntimeException e) {
            return new Run(seed, e + " at " + List.of(e.getStackTrace()), turtle, Set.of(), Set.of());
        }
    }

    /** One in four searches for affected nodes is given up at once or half-way. */
    static long visitBudget(Random random) {
        return random.nextInt(4) > 0 ? Long.MAX_VALUE : random.nextBoolean() ? 0 : random.nextInt(20);
    }

    private static LongStream failedOnce() throws IOException {
        return Files.readAllLines(FAILED_ONCE).stream().filter(line -> line.matches("\\d.*"))
                .mapToLong(line -> Long.parseLong(line.replaceFirst("\\s.*", "")));
    }
}
