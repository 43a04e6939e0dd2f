package org.secretomegraph.linking.standing;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.secretomegraph.graph.Source;
import org.secretomegraph.io.AtomicFile;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.io.SyntaxException;
import org.secretomegraph.vocab.PublicationIris;
import org.secretomegraph.vocab.Scso;

/**
 * The table of how cited publications stand, one row for each that was looked up. Columns: {@code publication} (its IRI),
 * {@code standing} (a name of {@code scso:Standing}), {@code notice} (the notice as {@code doi:} or {@code pmid:}; of a
 * preprint the article that it became), {@code notice_date}, {@code checked} (the day of the check) and {@code source} (the
 * lists that were looked at).
 */
public record StandingTable(Path file) implements Source {
    private static final Node GRAPH = Scso.term("graph/standing");
    private static final String COLUMNS = "publication\tstanding\tnotice\tnotice_date\tchecked\tsource";
    private static final String HEADING = """
            # title: How the publications stand that claims cite
            # description: Written by 'secretome link check --standing LIST --record FILE'. What a curator read of a correction or a preprint is written by hand and stays, until a list has a notice.
            """;

    @Override
    public void addTo(DatasetGraph dataset) {
        rows().forEach((publication, row) -> {
            Node about = NodeFactory.createURI(publication);
            Standing standing = standing(row);
            dataset.add(GRAPH, about, Scso.standing, standing.node());
            if (!cell(row, "notice").isEmpty()) {
                dataset.add(GRAPH, about, standing == Standing.PREPRINT ? Scso.preprintOf : Scso.standingNotice,
                        PublicationIds.of(cell(row, "notice")).flatMap(id -> PublicationIds.iri(Set.of(id)))
                                .map(NodeFactory::createURI).orElseThrow(() -> wrong(row, "notice",
                                        "write doi:10.5555/notice or pmid:123")));
            }
            date(row, "notice_date", Scso.noticeDate, about, dataset);
            date(row, "checked", Scso.standingChecked, about, dataset);
            dataset.add(GRAPH, about, Scso.standingSource, NodeFactory.createLiteralString(cell(row, "source")));
        });
    }

    private void date(NamedCsvRecord row, String column, Node property, Node about, DatasetGraph dataset) {
        String day = cell(row, column);
        if (!day.isEmpty()) {
            if (!day.matches("\\d{4}-\\d{2}-\\d{2}")) {
                throw wrong(row, column, "write a day as 2026-11-30");
            }
            dataset.add(GRAPH, about, property, NodeFactory.createLiteralDT(day, XSDDatatype.XSDdate));
        }
    }

    private Standing standing(NamedCsvRecord row) {
        return Standing.named(cell(row, "standing")).orElseThrow(() -> wrong(row, "standing", "write one of "
                + Stream.of(Standing.values()).map(Standing::term).collect(Collectors.joining(", "))));
    }

    private Map<String, NamedCsvRecord> rows() {
        Map<String, NamedCsvRecord> rows = new TreeMap<>();
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder().fieldSeparator('\t').quoteCharacter('\0')
                .commentStrategy(CommentStrategy.SKIP).skipEmptyLines(true)
                .ofNamedCsvRecord(Files.newBufferedReader(file))) {
            for (NamedCsvRecord row : records) {
                if (!Arrays.asList(COLUMNS.split("\t")).equals(row.getHeader())) {
                    throw new SyntaxException(file.toString(), 0, 0,
                            "the columns are " + COLUMNS.replace("\t", ", ") + ", in this order");
                }
                String publication = cell(row, "publication");
                if (!publication.matches("https?://\\S+")) {
                    throw wrong(row, "publication",
                            "write the publication's address, such as https://doi.org/10.5555/example");
                }
                if (rows.put(PublicationIris.encoded(publication), row) != null) {
                    throw wrong(row, "publication", "it has a row already; keep one");
                }
            }
        } catch (IOException | CsvParseException e) {
            throw new InvalidInputException(file + ": no such file, or no table in UTF-8 with tabs between its cells",
                    e);
        }
        return rows;
    }

    private SyntaxException wrong(NamedCsvRecord row, String column, String remedy) {
        return new SyntaxException(file.toString(), row.getStartingLineNumber(), 0,
                "column " + column + ": '" + cell(row, column) + "': " + remedy);
    }

    private static String cell(NamedCsvRecord row, String column) {
        return row.getField(column).strip();
    }

    /**
     * Writes what a check found in place of what the table says. A notice that the table has and no list has stays: curators read of corrections
     * and preprints at the publication itself.
     *
     * @param checked the day of the check
     */
    public void write(Map<String, PublicationStanding> standings, LocalDate checked) {
        Map<String, String> lines = new TreeMap<>();
        standings.forEach((publication, s) -> lines.put(publication, String.join("\t", publication, s.standing().term(),
                s.notice().document(), s.notice().date().map(LocalDate::toString).orElse(""), checked.toString(),
                s.source())));
        if (Files.exists(file)) {
            rows().forEach((publication, row) -> {
                boolean hasNotice = Optional.ofNullable(standings.get(publication))
                        .filter(s -> s.standing() != Standing.NO_NOTICE).isPresent();
                if (standing(row) != Standing.NO_NOTICE && !hasNotice) {
                    lines.put(publication, String.join("\t", row.getFields()));
                }
            });
        }
        AtomicFile.replace(file, HEADING + COLUMNS + "\n" + String.join("\n", lines.values()) + "\n");
    }
}
