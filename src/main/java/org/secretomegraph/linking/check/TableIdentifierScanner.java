package org.secretomegraph.linking.check;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.linking.sssom.MappingSet;
import org.secretomegraph.report.Location;
import org.secretomegraph.vocab.PrefixRegistry;

/**
 * The identifiers of a table. A column holds identifiers when a column of labels stands beside it: {@code x} and {@code
 * x_label}, {@code x_id} and {@code x_label}, {@code x_ids} and {@code x_labels}, {@code id} and {@code label}. That
 * covers claim sheets, component sheets and SSSOM alike. The prefixes of an SSSOM file are those of its {@code
 * curie_map}.
 */
final class TableIdentifierScanner {
    /** A column of identifiers and its labels. */
    private record Pair(int id, int label, String name) {}

    private final CheckedFile file;
    private final ExpectedKinds kinds;
    private final List<IdentifierUse> uses = new ArrayList<>();
    private final boolean isMapping;
    private final PrefixRegistry prefixes;
    private Map<String, String> declared = Map.of();

    private TableIdentifierScanner(CheckedFile file, ExpectedKinds kinds, PrefixRegistry prefixes) {
        this.file = file;
        this.kinds = kinds;
        this.prefixes = prefixes;
        this.isMapping = file.name().endsWith(".sssom.tsv");
    }

    static List<IdentifierUse> read(CheckedFile file, ExpectedKinds kinds, PrefixRegistry prefixes) {
        TableIdentifierScanner sheet = new TableIdentifierScanner(file, kinds, prefixes);
        try (CsvReader<CsvRecord> records = CsvReader.builder().fieldSeparator('\t')
                .quoteCharacter(sheet.isMapping ? '"' : '\0').commentStrategy(CommentStrategy.READ)
                .skipEmptyLines(true).missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(Files.newBufferedReader(file.path()))) {
            StringBuilder header = new StringBuilder();
            List<String> heading = List.of();
            List<Pair> pairs = List.of();
            for (CsvRecord row : records) {
                if (row.isComment()) {
                    header.append(row.getField(0)).append('\n');
                } else if (heading.isEmpty()) {
                    heading = row.getFields().stream().map(f -> f.replaceFirst("^\uFEFF", "").strip()).toList();
                    pairs = pairs(heading);
                    sheet.declared = sheet.isMapping && !header.isEmpty()
                            ? MappingSet.prefixes(file.path(), header.toString()) : Map.of();
                } else {
                    sheet.row(row, heading, pairs);
                }
            }
            if (pairs.isEmpty()) {
                throw new InvalidInputException(
                        file.name() + ": no column of identifiers with a column of labels beside it, such as"
                                + " subject and subject_label");
            }
        } catch (IOException | CsvParseException e) {
            throw new InvalidInputException(
                    file.name() + ": no such file, or no table in UTF-8 with tabs between its cells", e);
        }
        return sheet.uses;
    }

    private static List<Pair> pairs(List<String> heading) {
        Map<String, Integer> at = new HashMap<>();
        for (int i = 0; i < heading.size(); i++) {
            at.putIfAbsent(heading.get(i), i);
        }
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < heading.size(); i++) {
            String name = heading.get(i);
            if (!name.matches("(.*_)?labels?")) {
                continue;
            }
            String stem = name.replaceFirst("_?labels?$", "");
            List<String> candidates = stem.isEmpty() ? List.of("id") : List.of(stem, stem + "_id", stem + "_ids");
            int label = i;
            candidates.stream().filter(at::containsKey).findFirst()
                    .ifPresent(id -> pairs.add(new Pair(Objects.requireNonNull(at.get(id)), label, id)));
        }
        return pairs;
    }

    private void row(CsvRecord row, List<String> heading, List<Pair> pairs) {
        int relation = heading.indexOf("relation");
        for (Pair pair : pairs) {
            List<String> ids = parts(row, pair.id());
            List<String> labels = parts(row, pair.label());
            ExpectedKind expected = kinds.expected(pair.name(), relation < 0 ? "" : cell(row, relation));
            Location place =
                    Location.inCell(file.name(), row.getStartingLineNumber(), pair.name(), Location.letter(pair.id()));
            for (int i = 0; i < ids.size(); i++) {
                Optional<String> label = ids.size() == labels.size() ? Optional.of(labels.get(i)) : Optional.empty();
                uses.add(new IdentifierUse(place, ids.get(i), label, expected, declaredIri(ids.get(i)), isMapping));
            }
        }
    }

    /** The IRI of a CURIE whose prefix the file's curie_map gives another namespace than this program. */
    private Optional<String> declaredIri(String curie) {
        int colon = curie.indexOf(':');
        String prefix = curie.substring(0, Math.max(colon, 0));
        return Optional.ofNullable(declared.get(prefix)).map(namespace -> namespace + curie.substring(colon + 1))
                .filter(iri -> !prefixes.iri(curie).equals(Optional.of(iri)));
    }

    private static List<String> parts(CsvRecord row, int column) {
        return Arrays.stream(cell(row, column).split("\\|")).map(String::strip).filter(p -> !p.isEmpty()).toList();
    }

    private static String cell(CsvRecord row, int column) {
        return column < row.getFieldCount() ? row.getField(column).strip() : "";
    }
}
