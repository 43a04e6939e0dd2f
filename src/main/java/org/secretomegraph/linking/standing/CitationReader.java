package org.secretomegraph.linking.standing;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.linking.check.CheckedFile;
import org.secretomegraph.report.Location;
import org.secretomegraph.vocab.Scso;

/** Which claims of a file rest on which publications. */
final class CitationReader {
    private static final List<String> COLUMNS = List.of("doi", "pmid", "pmcid", "url");

    private CitationReader() {}

    /** The rows of a claim sheet; none of a table without a column for publications. */
    static List<PublicationCitation> ofTable(CheckedFile file) {
        try (CsvReader<CsvRecord> records = CsvReader.builder().fieldSeparator('\t').quoteCharacter('\0')
                .commentStrategy(CommentStrategy.SKIP).skipEmptyLines(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE).extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(Files.newBufferedReader(file.path()))) {
            List<String> heading = List.of();
            List<PublicationCitation> all = new ArrayList<>();
            for (CsvRecord row : records) {
                if (heading.isEmpty()) {
                    heading = row.getFields().stream().map(f -> f.replaceFirst("^\uFEFF", "").strip()).toList();
                } else {
                    row(row, heading, file.name()).ifPresent(all::add);
                }
            }
            return all;
        } catch (IOException | CsvParseException e) {
            throw new InvalidInputException(
                    file.name() + ": no such file, or no table in UTF-8 with tabs between its cells", e);
        }
    }

    private static Optional<PublicationCitation> row(CsvRecord row, List<String> heading, String file) {
        Map<String, String> cells = new LinkedHashMap<>();
        COLUMNS.forEach(column -> {
            String text = cell(row, heading, column);
            if (!text.isEmpty()) {
                cells.put(column, text);
            }
        });
        if (cells.isEmpty()) {
            return Optional.empty();
        }
        TreeSet<String> ids = new TreeSet<>();
        cells.forEach(
                (column, text) -> (column.equals("pmid") ? PublicationIds.ofPubMed(text) : PublicationIds.of(text))
                        .ifPresent(ids::add));
        String column = cells.keySet().iterator().next();
        String publication = PublicationIds.iri(ids).orElse(cells.values().iterator().next());
        return Optional.of(new PublicationCitation(cell(row, heading, "key"),
                Location.inCell(file, row.getStartingLineNumber(),
                        column, Location.letter(heading.indexOf(column))),
                publication, ids,
                cell(row, heading, "read").equals("record")));
    }

    private static String cell(CsvRecord row, List<String> heading, String column) {
        int at = heading.indexOf(column);
        return at < 0 || at >= row.getFieldCount() ? "" : row.getField(at).strip();
    }

    /** The claims of a graph. */
    static List<PublicationCitation> ofGraph(String file, Graph graph) {
        return graph.stream(Node.ANY, Scso.publication, Node.ANY)
                .filter(t -> t.getSubject().isURI() && t.getObject().isURI())
                .map(t -> new PublicationCitation(t.getSubject().getURI(),
                        Location.inGraph(file, t.getSubject().getURI(), Scso.publication.getURI()),
                        t.getObject().getURI(), PublicationIds.of(t.getObject(), graph),
                        graph.contains(t.getSubject(), Scso.readingDepth, Scso.term("record"))))
                .toList();
    }
}
