package org.secretomegraph.curation;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.secretomegraph.curation.check.KeyCheck;
import org.secretomegraph.curation.check.SheetCheck;
import org.secretomegraph.curation.rdf.ClaimMapper;
import org.secretomegraph.curation.rdf.ClaimSink;
import org.secretomegraph.curation.rdf.HeaderMapper;
import org.secretomegraph.curation.rdf.StudyMapper;
import org.secretomegraph.curation.read.ClaimColumn;
import org.secretomegraph.curation.read.ClaimRow;
import org.secretomegraph.curation.read.ClaimSheet;
import org.secretomegraph.curation.read.SheetErrors;
import org.secretomegraph.curation.read.SheetReader;
import org.secretomegraph.curation.term.CodeMapping;
import org.secretomegraph.findings.CandidateData;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.table.CellError;
import org.secretomegraph.vocab.Scso;

/**
 * A claim sheet that is to be judged, not loaded: every bad cell is a finding, and the rest of the sheet is still
 * read.
 */
public final class SheetLoader implements ClaimSink {
    private static final Pattern TABLE = Pattern.compile("(?i)\\.(tsv|tab|txt|csv|xlsx?|xlsm|ods|numbers)(\\.gz)?$");

    private final Graph triples = GraphFactory.createDefaultGraph();
    private final SheetErrors errors;

    private SheetLoader(SheetErrors errors) {
        this.errors = errors;
    }

    /**
     * A sheet that is to be laid over a graph for judging. What it says of a claim replaces what the graph says of it,
     * so that a changed copy of a sheet may have another name.
     *
     * @param existing what is known of relations, terms, publications and keys; its default graph is the union
     * @param clock    tells which day it is: what has not come yet cannot have been published
     */
    public static CandidateData read(Path file, DatasetGraph existing, Clock clock) {
        return read(file, existing, graphOf(file), Set.of(), clock).proposed();
    }

    /**
     * The same for one of several sheets.
     *
     * @param named  the graph that the sheet is kept in if it is no version of another
     * @param others graphs of other sheets that this one cannot be a version of
     */
    static Read read(Path file, DatasetGraph existing, Node named, Set<Node> others, Clock clock) {
        SheetErrors errors = new SheetErrors(file.toString());
        ClaimSheet sheet = SheetReader.read(file, errors);
        Node own = KeyCheck.version(sheet.rows(), named, existing, others);
        return new Read(proposed(sheet, new Setting(existing, own, Optional.empty(), clock), errors), own);
    }

    /** @param own the graph that the sheet is a version of */
    record Read(CandidateData proposed, Node own) {}

    /**
     * A sheet that is to be written in place of this graph, with its header: a key in any other graph is in use.
     */
    public static CandidateData read(Path file, DatasetGraph existing, Node graph, Clock clock) {
        SheetErrors errors = new SheetErrors(file.toString());
        return proposed(SheetReader.read(file, errors), new Setting(existing, graph, Optional.of(graph), clock),
                errors);
    }

    /**
     * @param own     the graph that the sheet is a version of
     * @param written the graph that it will be written to, if it will
     */
    private record Setting(DatasetGraph existing, Node own, Optional<Node> written, Clock clock) {}

    private static CandidateData proposed(ClaimSheet sheet, Setting at, SheetErrors errors) {
        CodeMapping codes = CodeMapping.in(at.existing().getDefaultGraph());
        List<ClaimRow> rows =
                SheetCheck.check(sheet, at.existing(), at.own(), codes, LocalDate.now(at.clock()), errors);
        SheetLoader proposal = new SheetLoader(errors);
        at.written().ifPresent(g -> HeaderMapper.of(sheet, g).forEach(proposal::add));
        rows.forEach(row -> new ClaimMapper(sheet, row, errors.unusable(row), codes, proposal).emit());
        Map<String, Node> publications = proposal.addStudiesOfUnusableRows(rows);
        Set<Long> read = rows.stream().map(ClaimRow::number).collect(Collectors.toSet());
        sheet.rows().stream().filter(row -> !read.contains(row.number()))
                .forEach(lost -> proposal.addStudyOfShiftedRow(lost, publications));
        return new CandidateData(sheet.file().toString(), proposal.triples, Optional.of(errors.cellIndex()),
                errors.findings(),
                withdrawn(proposal.triples, at.existing(), at.own()));
    }

    /** Records that only the version to be replaced speaks of. */
    private static Set<Node> withdrawn(Graph now, DatasetGraph existing, Node own) {
        Set<Node> gone = new HashSet<>();
        existing.getGraph(own).stream(Node.ANY, RDF.type.asNode(), Node.ANY).map(Triple::getSubject)
                .filter(record -> !now.contains(record, Node.ANY, Node.ANY) && existing.stream(Node.ANY, record,
                        RDF.type.asNode(), Node.ANY).allMatch(q -> q.getGraph().equals(own) || q.isDefaultGraph()))
                .forEach(gone::add);
        return gone;
    }

    /**
     * A row whose publication or kind of study cannot be used still shows what its study reports: otherwise each other
     * row of the study would seem to lack it. The row's other identifiers show which publication it is.
     */
    private Map<String, Node> addStudiesOfUnusableRows(List<ClaimRow> rows) {
        Map<String, Node> publications = new HashMap<>();
        Set<Node> studies = new HashSet<>();
        rows.stream().filter(row -> !hasUnusablePublication(row))
                .forEach(row -> ClaimMapper.publicationOf(row).ifPresent(publication -> {
                    identifiers(row).forEach(identifier -> publications.put(identifier, publication));
                    errors.addCitation(row, publication.getURI());
                    if (StudyMapper.hasStudy(row) && !errors.hasError(row, ClaimColumn.STUDY_KIND)) {
                        studies.add(publication);
                    }
                }));
        rows.stream().filter(this::isUnusable)
                .forEach(row -> identifiers(row).map(publications::get).filter(Objects::nonNull).findFirst()
                        .ifPresent(publication -> {
                            errors.addCitation(row, publication.getURI());
                            if (studies.contains(publication)) {
                                new StudyMapper(row, publication, this::add).items();
                            }
                        }));
        return publications;
    }

    /** A row whose cells have moved still holds, somewhere, what its publication is known by. */
    private void addStudyOfShiftedRow(ClaimRow lost, Map<String, Node> publications) {
        Stream.of(ClaimColumn.DOI, ClaimColumn.PMID, ClaimColumn.PMCID, ClaimColumn.TITLE)
                .flatMap(column -> lost.cells().values()
                        .stream().map(text -> publications.get(column + text)))
                .filter(Objects::nonNull).findFirst()
                .filter(publication -> triples.contains(Node.ANY, Scso.reportedIn, publication))
                .ifPresent(publication -> StudyMapper.allItems(lost, publication, this::add));
    }

    /** What a publication can be known by, each with the name of its column before it. */
    private Stream<String> identifiers(ClaimRow row) {
        return Stream.of(ClaimColumn.DOI, ClaimColumn.PMID, ClaimColumn.PMCID, ClaimColumn.URL, ClaimColumn.TITLE)
                .filter(column -> !errors.intended(row, column).isEmpty())
                .map(column -> column + errors.intended(row, column));
    }

    private boolean isUnusable(ClaimRow row) {
        return errors.hasError(row, ClaimColumn.STUDY_KIND) || hasUnusablePublication(row);
    }

    private boolean hasUnusablePublication(ClaimRow row) {
        return ClaimMapper.publicationOf(row).isEmpty()
                || errors.unusable(row).stream().anyMatch(ClaimColumn::identifiesPublication);
    }

    /** Whether the file's name is that of a table. What is a workbook or has commas is reported when it is read. */
    public static boolean isSheet(Path file) {
        return TABLE.matcher(file.toString()).find();
    }

    /** The graph that a sheet is kept in, named after the file. */
    public static Node graphOf(Path file) {
        return NamedGraphs.curation(
                TABLE.matcher(Optional.ofNullable(file.getFileName()).orElse(file).toString()).replaceFirst(""));
    }

    @Override
    public void add(Triple triple) {
        triples.add(triple);
    }

    @Override
    public void reject(ClaimRow row, ClaimColumn column, CellError error) {
        errors.add(row, column, error);
    }
}
