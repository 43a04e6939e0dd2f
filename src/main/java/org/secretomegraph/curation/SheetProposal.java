package org.secretomegraph.curation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDFS;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.graph.Snapshot;
import org.secretomegraph.guard.Finding;
import org.secretomegraph.guard.Place;
import org.secretomegraph.guard.Proposed;
import org.secretomegraph.guard.Rulebook;
import org.secretomegraph.vocab.Curie;
import org.secretomegraph.vocab.Scso;

/** A claim sheet that is to be judged, not loaded: every bad cell is a finding, and the rest of the sheet is still read. */
public final class SheetProposal implements ClaimSink {
    private final Graph triples = GraphFactory.createDefaultGraph();
    private final List<Finding> bad = new ArrayList<>();
    private final Map<String, Long> rowOfKey = new HashMap<>();

    private SheetProposal() {}

    /** @param bundled what is known of relations and of terms */
    public static Proposed read(Path file, Snapshot bundled) {
        ClaimSheet sheet = ClaimSheet.read(file);
        SheetCodes codes = SheetCodes.in(bundled.dataset().getGraph(NamedGraphs.ONTOLOGY));
        SheetProposal proposal = new SheetProposal();
        for (ClaimRow row : sheet.rows()) {
            if (proposal.isFirstOfKey(sheet, row, bundled.union())) {
                new ClaimTriples(sheet, row, codes, proposal).emit();
            }
            proposal.labels(sheet, row, bundled.union());
        }
        return new Proposed(file.toString(), proposal.triples, true, List.copyOf(proposal.bad));
    }

    @Override
    public void say(Triple triple) {
        triples.add(triple);
    }

    @Override
    public void badCell(Finding finding) {
        bad.add(finding);
    }

    /** A key that is used already would melt two claims into one that says both: the second row is left out. */
    private boolean isFirstOfKey(ClaimSheet sheet, ClaimRow row, Graph known) {
        String key = row.text(ClaimColumn.CLAIM_KEY);
        Optional<String> other = Optional.ofNullable(rowOfKey.putIfAbsent(key, row.number())).map(n -> "row " + n)
                .or(() -> otherSheet(sheet, key, known));
        other.ifPresent(place -> bad.add(Finding.inText(Rulebook.NS + "Sheet-key",
                Place.inText(sheet.file().toString(), row.number(), ClaimColumn.CLAIM_KEY.heading()),
                "the key " + key + " is used in " + place + " already", "Choose another key in column key.")));
        return rowOfKey.get(key) == row.number();
    }

    private static Optional<String> otherSheet(ClaimSheet sheet, String key, Graph known) {
        String name = sheet.file().getFileName().toString();
        return known.stream(Scso.claim(key), Scso.sourceFile, Node.ANY)
                .map(t -> t.getObject().getLiteralLexicalForm()).filter(file -> !file.equals(name)).sorted().findFirst();
    }

    /** An identifier beside another term's label is the slip that no rule on the graph can see. */
    private void labels(ClaimSheet sheet, ClaimRow row, Graph known) {
        for (ClaimColumn column : ClaimColumn.values()) {
            if (column.content() != ClaimColumn.Content.TERM && column.content() != ClaimColumn.Content.TERMS) {
                continue;
            }
            List<String> ids = row.parts(column);
            List<String> labels = row.parts(column.labels());
            for (int i = 0; i < Math.min(ids.size(), labels.size()); i++) {
                disagreement(ids.get(i), labels.get(i), known).ifPresent(problem -> bad.add(Finding.inText(
                        Rulebook.NS + "Sheet-label",
                        Place.inText(sheet.file().toString(), row.number(), column.labels().heading()), problem,
                        "Correct column " + column.heading() + " or " + column.labels().heading() + ".")));
            }
        }
    }

    private static Optional<String> disagreement(String curie, String label, Graph known) {
        List<String> labels = Curie.expand(curie).map(NodeFactory::createURI).stream()
                .flatMap(term -> known.stream(term, RDFS.label.asNode(), Node.ANY))
                .map(t -> t.getObject().getLiteralLexicalForm()).sorted().toList();
        return labels.isEmpty() || labels.stream().anyMatch(label::equalsIgnoreCase) ? Optional.empty()
                : Optional.of(curie + " is " + labels.get(0) + ", but its label cell says " + label);
    }
}
