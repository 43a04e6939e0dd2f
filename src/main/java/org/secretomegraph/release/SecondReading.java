package org.secretomegraph.release;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.io.ResourceTable;

/**
 * How often the claims are wrong, as a second reader found who did not write them: {@code ontology/readings.tsv} has a
 * row for each claim and field that was compared with the publication.
 *
 * @param drawn     how many claims were drawn by chance
 * @param readAgain of these, how many could be compared, because the publication could be opened again
 * @param wrong     of these, how many have a triple (with its outcome) that says what the publication does not
 * @param slips     of those compared, how many have a slip in another field
 */
record SecondReading(int drawn, int readAgain, int wrong, int slips) {
    private static final String TRIPLE = "triple";
    private static final String NOT_FOUND = "notFound";
    private static final String RIGHT = "right";
    /** The 97.5 % quantile of the normal distribution, for intervals of 95 %. */
    private static final double Z = 1.959964;

    /** Reads the table of readings: columns key, field, verdict, note, date. */
    static SecondReading of(Path table) {
        try {
            Map<String, List<NamedCsvRecord>> byClaim = ResourceTable.read(Files.newBufferedReader(table)).stream()
                    .collect(Collectors.groupingBy(row -> row.getField("key"), TreeMap::new, Collectors.toList()));
            List<List<NamedCsvRecord>> compared = byClaim.values().stream()
                    .filter(rows -> rows.stream().noneMatch(isVerdict(NOT_FOUND))).toList();
            return new SecondReading(byClaim.size(), compared.size(),
                    count(compared, isTriple().and(isVerdict(RIGHT).negate())),
                    count(compared, isTriple().or(isVerdict(RIGHT)).negate()));
        } catch (IOException e) {
            throw new InvalidInputException(table + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The rates in words, each with its interval. */
    String text() {
        return drawn + " claims were drawn by chance and read a second time; the publication of " + readAgain
                + " could be opened again.\n"
                + "Triples that say what the publication does not: " + rate(wrong) + ".\n"
                + "Claims with a slip in another field: " + rate(slips) + ".\n";
    }

    private String rate(int count) {
        double[] interval = interval(count, readAgain);
        return String.format(Locale.ROOT, "%d of %d (%.1f %%, 95 %% interval %.1f to %.1f)", count, readAgain,
                100.0 * count / readAgain, 100 * interval[0], 100 * interval[1]);
    }

    /**
     * Wilson's score interval of 95 % for a proportion, which holds for small counts too.
     *
     * @return lower and upper limit, between 0 and 1
     */
    static double[] interval(int count, int of) {
        double p = (double) count / of;
        double centre = p + Z * Z / (2 * of);
        double half = Z * Math.sqrt(p * (1 - p) / of + Z * Z / (4.0 * of * of));
        double scale = 1 + Z * Z / of;
        return new double[] {Math.max(0, (centre - half) / scale), Math.min(1, (centre + half) / scale)};
    }

    private static int count(List<List<NamedCsvRecord>> claims, Predicate<NamedCsvRecord> has) {
        return (int) claims.stream().filter(rows -> rows.stream().anyMatch(has)).count();
    }

    private static Predicate<NamedCsvRecord> isTriple() {
        return row -> row.getField("field").equals(TRIPLE);
    }

    private static Predicate<NamedCsvRecord> isVerdict(String verdict) {
        return row -> row.getField("verdict").equals(verdict);
    }
}
