package org.secretomegraph.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.secretomegraph.io.InvalidInputException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures what the guard costs: small changes of graphs of several sizes beside the same commit without a guard, beside
 * full validation and beside RDF4J's ShaclSail; and what loading costs. Never part of the tests;
 * {@code docs/benchmark.md} says how it is run.
 */
@Command(name = "benchmark", mixinStandardHelpOptions = true)
final class Benchmark implements Callable<Integer> {
    @Option(names = "--sizes", split = ",", defaultValue = "10000,100000,1000000",
            description = "Triples. ${DEFAULT-VALUE}")
    private List<Long> sizes;

    @Option(names = "--changes", defaultValue = "600",
            description = "Changes measured for each figure. ${DEFAULT-VALUE}")
    private int changes;

    @Option(names = "--seconds", defaultValue = "10",
            description = "So long at most each figure is measured, and half as long before it counts, and six times as long"
                    + " the program is warmed up. ${DEFAULT-VALUE}")
    private int seconds;

    @Option(names = "--only", split = ",", defaultValue = "guard,tdb2,full,rdf4j",
            description = "What to measure; growth is guard for all sizes in turn, load is loading a file."
                    + " ${DEFAULT-VALUE}")
    private Set<String> only;

    @Option(names = "--full-runs", defaultValue = "3", description = "Runs of each full validation. ${DEFAULT-VALUE}")
    private int fullRuns;

    @Option(names = "--full-up-to", defaultValue = "1000000",
            description = "Largest graph to be validated whole. ${DEFAULT-VALUE}")
    private long fullUpTo;

    @Option(names = "--tdb2-up-to", defaultValue = "1000000", description = "Largest graph in TDB2. ${DEFAULT-VALUE}")
    private long tdb2UpTo;

    @Option(names = "--out", defaultValue = "target",
            description = "Folder for benchmark.tsv and benchmark.json. ${DEFAULT-VALUE}")
    private Path out;

    public static void main(String[] args) {
        // What Maven hands over is one text.
        String[] words = Arrays.stream(args).flatMap(arg -> Arrays.stream(arg.trim().split("\\s+")))
                .filter(word -> !word.isEmpty()).toArray(String[]::new);
        System.exit(new CommandLine(new Benchmark()).execute(words));
    }

    /**
     * Only ours, and of all sizes at once: one after the other, what a machine does meanwhile makes half of the
     * difference.
     */
    private int growth(BenchmarkData material, Results results) throws IOException {
        List<BenchmarkRun> courses =
                sizes.stream().map(size -> new BenchmarkRun(size, material, results, changes, seconds)).toList();
        BenchmarkRun.growth(courses);
        courses.forEach(BenchmarkRun::close);
        write(results);
        return courses.stream().mapToInt(BenchmarkRun::wrongVerdicts).sum();
    }

    /** After each step, so that a run that is broken off was not in vain. */
    private void write(Results results) throws IOException {
        Files.createDirectories(out);
        results.write(out.resolve("benchmark.tsv"), out.resolve("benchmark.json"));
    }

    /** The first figures must not be those of a program that has only begun: so as many changes as the time allows. */
    private void warmUp(BenchmarkData material) {
        if ((only.contains("guard") || only.contains("growth")) && seconds > 1) {
            try (BenchmarkRun course =
                    new BenchmarkRun(sizes.get(0), material, new Results(System.out), Integer.MAX_VALUE, seconds)) {
                course.guard("memory");
            }
        }
    }

    /** From the smallest graph to the largest; what was needed for one measurement makes room for the next. */
    private int measure(long size, BenchmarkData material, Results results) throws IOException {
        try (BenchmarkRun course = new BenchmarkRun(size, material, results, changes, seconds)) {
            if (only.contains("guard")) {
                course.guard("memory");
                write(results);
            }
            if (only.contains("load")) {
                course.load();
                write(results);
            }
            if (only.contains("full") || only.contains("rdf4j")) {
                course.copy();
            }
            if (only.contains("full") && size <= fullUpTo) {
                course.full(fullRuns);
                write(results);
            }
            course.forgetStore();
            if (only.contains("rdf4j")) {
                course.rdf4j();
                write(results);
            }
            if (only.contains("tdb2") && size <= tdb2UpTo) {
                course.tdb2();
                write(results);
            }
            return course.wrongVerdicts();
        }
    }

    @Override
    public Integer call() throws IOException {
        Results results = new Results(System.out);
        results.machine();
        BenchmarkData material = BenchmarkData.open(out);
        warmUp(material);
        int wrong = only.contains("growth") ? growth(material, results) : 0;
        for (long size : only.equals(Set.of("growth")) ? List.<Long>of() : sizes) {
            wrong += measure(size, material, results);
        }
        results.ratios();
        if (wrong > 0) {
            throw new InvalidInputException(wrong + " verdicts were not what the change was made for");
        }
        return 0;
    }
}
