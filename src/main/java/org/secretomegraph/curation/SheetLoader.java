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
 * A claim sheet that is to be judged, not loaded: every bad cell is a finding, and the rest of the sheet is still read.
 */
public final class SheetLoader implements ClaimSink {
    private static final Pattern TABLE = Pattern.compile("(?i)\\.(tsv|tab|txt|csv|xlsx?|xlsm|ods|numbers)(\\.gz)?$");

    private final Graph triples = GraphFactory.createDefaultGraph();
    private final SheetErrors faults;

    private SheetLoader(SheetErrors faults) {
        this.faults = faults;
    }

    /**
     * A sheet that is to be laid over a graph for judging. What it says of a claim replaces what the graph says of it,
     * so
     * that a changed copy of a sheet may have another name.
     *
     * @param believed what is known of relations, terms, publications and keys; its default graph is the union
     * @param clock    tells which day it is: what has not come yet cannot have been published
     */
    public static CandidateData read(Path file, DatasetGraph believed, Clock clock) {
        return read(file, believed, graphOf(file), Set.of(), clock).proposed();
    }

    /**
     * The same for one of several sheets.
     *
     * @param named  the graph that the sheet is kept in if it is no version of another
     * @param others graphs of other sheets that this one cannot be a version of
     */
    static Read read(Path file, DatasetGraph believed, Node named, Set<Node> others, Clock clock) {
        SheetErrors faults = new SheetErrors(file.toString());
        ClaimSheet sheet = SheetReader.read(file, faults);
        Node own = KeyCheck.version(sheet.rows(), named, believed, others);
        return new Read(proposed(sheet, new Setting(believed, own, Optional.empty(), clock), faults), own);
    }

    /** @param own the graph that the sheet is a version of */
    record Read(CandidateData proposed, Node own) {}

    /**
     * A sheet that is to be written in place of this graph, with its header: a key in any other graph is in use.
     */
    public static CandidateData read(Path file, DatasetGraph believed, Node graph, Clock clock) {
        SheetErrors faults = new SheetErrors(file.toString());
        return proposed(SheetReader.read(file, faults), new Setting(believed, graph, Optional.of(graph), clock),
                faults);
    }

    /**
     * @param own     the graph that the sheet is a version of
     * @param written the graph that it will be written to, if it will
     */
    private record Setting(DatasetGraph believed, Node own, Optional<Node> written, Clock clock) {}

    private static CandidateData proposed(ClaimSheet sheet, Setting at, SheetErrors faults) {
        CodeMapping codes = CodeMapping.in(at.believed().getDefaultGraph());
        List<ClaimRow> rows =
                SheetCheck.check(sheet, at.believed(), at.own(), codes, LocalDate.now(at.clock()), faults);
        SheetLoader proposal = new SheetLoader(faults);
        at.written().ifPresent(g -> HeaderMapper.of(sheet, g).forEach(proposal::say));
        rows.forEach(row -> new ClaimMapper(sheet, row, faults.broken(row), codes, proposal).emit());
        Map<String, Node> meant = proposal.studiesOfSpoilt(rows);
        Set<Long> read = rows.stream().map(ClaimRow::number).collect(Collectors.toSet());
        sheet.rows().stream().filter(row -> !read.contains(row.number()))
                .forEach(lost -> proposal.studyOfLost(lost, meant));
        return new CandidateData(sheet.file().toString(), proposal.triples, Optional.of(faults.layout()),
                faults.findings(),
                withdrawn(proposal.triples, at.believed(), at.own()));
    }

    /** Records that only the version to be replaced speaks of. */
    private static Set<Node> withdrawn(Graph now, DatasetGraph believed, Node own) {
        Set<Node> gone = new HashSet<>();
        believed.getGraph(own).stream(Node.ANY, RDF.type.asNode(), Node.ANY).map(Triple::getSubject)
                .filter(record -> !now.contains(record, Node.ANY, Node.ANY) && believed.stream(Node.ANY, record,
                        RDF.type.asNode(), Node.ANY).allMatch(q -> q.getGraph().equals(own) || q.isDefaultGraph()))
                .forEach(gone::add);
        return gone;
    }

    /**
     * A row whose key or publication cannot be read still shows what its study reports: otherwise each other row of the
     * study would seem to lack it. What else the row says of the publication tells which one was meant.
     */
    private Map<String, Node> studiesOfSpoilt(List<ClaimRow> rows) {
        Map<String, Node> meant = new HashMap<>();
        Set<Node> studies = new HashSet<>();
        rows.stream().filter(row -> !isSpoilt(row))
                .forEach(row -> ClaimMapper.publicationOf(row).ifPresent(publication -> {
                    signs(row).forEach(sign -> meant.put(sign, publication));
                    faults.cites(row, publication.getURI());
                    if (StudyMapper.hasStudy(row)) {
                        studies.add(publication);
                    }
                }));
        rows.stream().filter(this::isSpoilt)
                .forEach(row -> signs(row).map(meant::get).filter(Objects::nonNull).findFirst()
                        .ifPresent(publication -> {
                            faults.cites(row, publication.getURI());
                            if (studies.contains(publication)) {
                                new StudyMapper(row, publication, this::say).items();
                            }
                        }));
        return meant;
    }

    /** A row whose cells have moved still holds, somewhere, what its publication is known by. */
    private void studyOfLost(ClaimRow lost, Map<String, Node> meant) {
        Stream.of(ClaimColumn.DOI, ClaimColumn.PMID, ClaimColumn.PMCID, ClaimColumn.TITLE)
                .flatMap(column -> lost.cells().values()
                        .stream().map(text -> meant.get(column + text)))
                .filter(Objects::nonNull).findFirst()
                .filter(publication -> triples.contains(Node.ANY, Scso.reportedIn, publication))
                .ifPresent(publication -> StudyMapper.allItems(lost, publication, this::say));
    }

    /** What a publication can be known by, each with the name of its column before it. */
    private Stream<String> signs(ClaimRow row) {
        return Stream.of(ClaimColumn.DOI, ClaimColumn.PMID, ClaimColumn.PMCID, ClaimColumn.URL, ClaimColumn.TITLE)
                .filter(column -> !faults.meant(row, column).isEmpty())
                .map(column -> column + faults.meant(row, column));
    }

    private boolean isSpoilt(ClaimRow row) {
        return faults.has(row, ClaimColumn.STUDY_KIND) || ClaimMapper.publicationOf(row).isEmpty()
                || faults.broken(row).stream().anyMatch(column -> column.identifiesPublication()
                        || column == ClaimColumn.CLAIM_KEY);
    }

    /** Whether the file's name is that of a table. What is a workbook or has commas is told so when it is read. */
    public static boolean isSheet(Path file) {
        return TABLE.matcher(file.toString()).find();
    }

    /** The graph that a sheet is kept in, named after the file. */
    public static Node graphOf(Path file) {
        return NamedGraphs.curation(
                TABLE.matcher(Optional.ofNullable(file.getFileName()).orElse(file).toString()).replaceFirst(""));
    }

    @Override
    public void say(Triple triple) {
        triples.add(triple);
    }

    @Override
    public void badCell(ClaimRow row, ClaimColumn column, CellError fault) {
        faults.cell(row, column, fault);
    }
}
