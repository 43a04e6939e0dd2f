package org.secretomegraph.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.secretomegraph.bench.BenchmarkData.Cut;

/** Times by graph, shapes, system and case; shown as they come in, written as a table, compared at the end. */
final class Results {
    /** All changes of ten triples together. */
    static final String TEN = "10 triples";
    private static final List<String> COLUMNS =
            List.of("triples", "shapes", "system", "case", "n", "p10", "median", "p90",
                    "p99", "worst");

    private record Key(long size, Cut cut, String system, String what) {}

    private final Map<Key, Timings> all = new LinkedHashMap<>();
    private final PrintStream out;
    private final long begin = System.nanoTime();

    Results(PrintStream out) {
        this.out = out;
    }

    void machine() {
        say(System.getProperty("java.vm.name") + " " + Runtime.version() + ", "
                + Runtime.getRuntime().availableProcessors()
                + " processors, heap of at most " + (Runtime.getRuntime().maxMemory() >> 20) + " MB");
    }

    /** How far it is. */
    void say(String what) {
        out.printf(Locale.ROOT, "[%4d s] %s%n", (System.nanoTime() - begin) / 1_000_000_000L, what);
    }

    void add(long size, Cut cut, String system, String what, long nanos) {
        all.computeIfAbsent(new Key(size, cut, system, what), k -> new Timings()).add(nanos);
    }

    /** Milliseconds, as TSV and JSON. */
    void write(Path tsv, Path json) {
        List<List<String>> rows = all.entrySet().stream().map(e -> row(e.getKey(), e.getValue())).toList();
        JsonArray list = new JsonArray();
        for (List<String> row : rows) {
            JsonObject one = new JsonObject();
            for (int i = 0; i < COLUMNS.size(); i++) {
                one.put(COLUMNS.get(i), row.get(i));
            }
            list.add(one);
        }
        try {
            Files.write(tsv,
                    Stream.concat(Stream.of(COLUMNS), rows.stream()).map(row -> String.join("\t", row)).toList());
            Files.writeString(json, list + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> row(Key key, Timings t) {
        return List.of(Long.toString(key.size()), key.cut().name(), key.system(), key.what(),
                Integer.toString(t.count()),
                Timings.shown(t.percentile(10)), Timings.shown(t.median()), Timings.shown(t.percentile(90)),
                Timings.shown(t.percentile(99)), Timings.shown(t.percentile(100)));
    }

    /** The table, and what is to be compared. */
    void ratios() {
        out.println(String.join("\t", COLUMNS));
        all.forEach((key, times) -> out.println(String.join("\t", row(key, times))));
        out.println();
        out.println("Compared (medians)");
        TreeSet<Long> sizes = new TreeSet<>(all.keySet().stream().map(Key::size).toList());
        for (long size : sizes) {
            for (Cut cut : Cut.values()) {
                compare(size, cut);
            }
        }
        if (sizes.size() > 1) {
            for (Cut cut : Cut.values()) {
                grown(sizes.first(), sizes.last(), cut, TEN);
            }
            for (GeneratedChange.Case kind : GeneratedChange.Case.values()) {
                grown(sizes.first(), sizes.last(), Cut.ALL, kind.name());
            }
        }
    }

    private void grown(long from, long to, Cut cut, String what) {
        shown("guard at " + to + " / guard at " + from + ", " + cut + ", " + what,
                median(to, cut, "guard, memory", what) / median(from, cut, "guard, memory", what), "");
    }

    private void compare(long size, Cut cut) {
        String at = " at " + size + ", " + cut;
        for (String store : List.of("memory", "TDB2")) {
            shown("guarded - unguarded, " + store + at, median(size, cut, "guard, " + store, TEN)
                    - median(size, cut, "unguarded, " + store, TEN), " ms");
        }
        shown("RDF4J / guard" + at, median(size, cut, "RDF4J", TEN) / median(size, cut, "guard, memory", TEN), "");
        int threads = Runtime.getRuntime().availableProcessors();
        double many = median(size, cut, "full, " + threads + " threads", "whole graph");
        double one = median(size, cut, "full, 1 thread", "whole graph");
        shown("full: 1 thread / " + threads + " threads" + at, one / many, "");
        shown("full: gain of " + threads + " threads that share nothing" + at,
                threads * one / median(size, cut, "full, " + threads + " at once", "whole graph"), "");
        shown("full: " + threads + " threads / jena-shacl" + at,
                many / median(size, cut, "full, jena-shacl", "whole graph"), "");
    }

    private double median(long size, Cut cut, String system, String what) {
        return all.getOrDefault(new Key(size, cut, system, what), new Timings()).median();
    }

    private void shown(String what, double value, String unit) {
        if (!Double.isNaN(value)) {
            out.printf(Locale.ROOT, "%-60s %9.3f%s%n", what, value, unit);
        }
    }
}
