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

/** Suggestions for a path that has no entity. */
final class NearestEntities {
    private static final int MAX_LENGTH = 200;
    private static final int MAX_SUGGESTIONS = 3;

    private final Entities entities;

    NearestEntities(Entities entities) {
        this.entities = entities;
    }

    /** The most similar entities, the most probable first. */
    List<Node> to(String path) {
        String name = Representation.bySuffix(path).map(r -> path.substring(0, path.length() - r.suffix().length()))
                .orElse(path);
        if (name.length() > MAX_LENGTH) {
            return List.of();
        }
        TreeMap<String, Node> known = candidates(name);
        String text = name.replaceFirst("^/(term|claim|study|question)/", "").replaceFirst("^/", "");
        List<Node> nearest = new ArrayList<>();
        Optional.ofNullable(known.remove(text)).ifPresent(nearest::add);
        for (int i = nearest.size(); i < MAX_SUGGESTIONS; i++) {
            EditDistance.nearest(text, known.keySet()).map(known::remove).filter(n -> !nearest.contains(n))
                    .ifPresent(nearest::add);
        }
        return nearest;
    }

    private TreeMap<String, Node> candidates(String path) {
        TreeMap<String, Node> known = new TreeMap<>();
        if (path.startsWith("/claim/") || path.startsWith("/study/") || path.startsWith("/question/")) {
            String space = Scso.NS + path.substring(1, path.indexOf('/', 1) + 1);
            Node typical = path.startsWith("/claim/") ? Scso.subject : path.startsWith("/study/") ? Scso.reportedIn
                    : RDFS.comment.asNode();
            entities.asserted().stream(Node.ANY, typical, Node.ANY).map(Triple::getSubject)
                    .filter(n -> n.isURI() && n.getURI().startsWith(space))
                    .forEach(n -> known.put(n.getURI().substring(space.length()), n));
        } else {
            entities.asserted().stream(Node.ANY, RDFS.label.asNode(), Node.ANY)
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
