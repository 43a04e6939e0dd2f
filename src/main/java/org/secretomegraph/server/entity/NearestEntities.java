package org.secretomegraph.server.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.secretomegraph.vocab.Curie;
import org.secretomegraph.vocab.EditDistance;
import org.secretomegraph.vocab.Scso;

/** What may have been meant by an address where nothing is. */
final class NearestEntities {
    private static final int LONGEST = 200;
    private static final int AT_MOST = 3;

    private final Entities things;

    NearestEntities(Entities things) {
        this.things = things;
    }

    /** The nearest things, the most probable first. */
    List<Node> to(String path) {
        String asked = Representation.endOf(path).map(r -> path.substring(0, path.length() - r.suffix().length()))
                .orElse(path);
        if (asked.length() > LONGEST) {
            return List.of();
        }
        TreeMap<String, Node> known = candidates(asked);
        String written = asked.replaceFirst("^/(term|claim|study|question)/", "").replaceFirst("^/", "");
        List<Node> nearest = new ArrayList<>();
        Optional.ofNullable(known.remove(written)).ifPresent(nearest::add);
        for (int i = nearest.size(); i < AT_MOST; i++) {
            EditDistance.nearest(written, known.keySet()).map(known::remove).filter(n -> !nearest.contains(n))
                    .ifPresent(nearest::add);
        }
        return nearest;
    }

    private TreeMap<String, Node> candidates(String path) {
        TreeMap<String, Node> known = new TreeMap<>();
        if (path.startsWith("/claim/") || path.startsWith("/study/") || path.startsWith("/question/")) {
            String space = Scso.NS + path.substring(1, path.indexOf('/', 1) + 1);
            Node telling = path.startsWith("/claim/") ? Scso.subject : path.startsWith("/study/") ? Scso.reportedIn
                    : RDFS.comment.asNode();
            things.asserted().stream(Node.ANY, telling, Node.ANY).map(Triple::getSubject)
                    .filter(n -> n.isURI() && n.getURI().startsWith(space))
                    .forEach(n -> known.put(n.getURI().substring(space.length()), n));
        } else {
            things.asserted().stream(Node.ANY, RDFS.label.asNode(), Node.ANY)
                    .filter(t -> t.getSubject().isURI() && t.getObject().isLiteral())
                    .forEach(t -> add(t, path.startsWith("/term/"), known));
        }
        return known;
    }

    private static void add(Triple label, boolean byCurie, TreeMap<String, Node> known) {
        Node term = label.getSubject();
        if (byCurie) {
            Curie.compact(term.getURI()).ifPresent(curie -> known.put(curie, term));
        } else if (term.getURI().startsWith(Scso.NS)) {
            known.put(term.getURI().substring(Scso.NS.length()), term);
            known.putIfAbsent(label.getObject().getLiteralLexicalForm().replace(' ', '-'), term);
        }
    }
}
