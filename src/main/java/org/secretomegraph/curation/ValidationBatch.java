package org.secretomegraph.curation;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.secretomegraph.curation.check.KeyCheck;
import org.secretomegraph.findings.CandidateData;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.graph.view.DatasetOverlay;

/**
 * Files that are judged in one run. A sheet knows the terms of the RDF files beside it, and the keys and publications
 * of these and of the sheets before it. Of sheets that come later the earlier version is forgotten, so that a key may
 * move from one to the other; a key that two files use is reported at the later one.
 */
public final class ValidationBatch {
    /** Sheets have no slash in their names, so that no sheet can be called as a file of another kind is. */

    private final DatasetGraph existing;
    private final Graph terms;
    private final Clock clock;
    private final Set<Node> replaced = new HashSet<>();
    private final Map<Node, Graph> candidateGraphs = new HashMap<>();

    /**
     * @param existing what is known without the files
     * @param rdf      what the RDF files say
     * @param sheets   the sheets that will be read
     * @param clock    tells which day it is
     */
    public ValidationBatch(DatasetGraph existing, List<CandidateData> rdf, List<Path> sheets, Clock clock) {
        this.existing = existing;
        this.clock = clock;
        this.terms = CandidateData.overlay(existing.getDefaultGraph(), rdf);
        rdf.forEach(file -> candidateGraphs.put(unusedName(KeyCheck.OTHER_FILE + Path.of(file.source()).getFileName()),
                file.triples()));
        sheets.stream().map(SheetLoader::graphOf).forEach(replaced::add);
    }

    /** Reads a sheet. The next one will know it. */
    public CandidateData sheet(Path file) {
        Node named = SheetLoader.graphOf(file);
        boolean isFirst = !candidateGraphs.containsKey(named);
        Set<Node> unread = new HashSet<>(replaced);
        if (isFirst) {
            unread.remove(named);
        }
        Node own = isFirst ? named : unusedName(KeyCheck.name(named));
        SheetLoader.Read read = SheetLoader.read(file, DatasetOverlay.of(existing, terms, unread, candidateGraphs), own,
                Set.copyOf(candidateGraphs.keySet()), clock);
        candidateGraphs.put(own, read.proposed().triples());
        replaced.add(read.own());
        return read.proposed();
    }

    /** A name that no file of this run has: two folders may hold files of one name. */
    private Node unusedName(String name) {
        String free = name;
        for (int i = 2; candidateGraphs.containsKey(NamedGraphs.curation(free)); i++) {
            free = name + " (" + i + ")";
        }
        return NamedGraphs.curation(free);
    }
}
