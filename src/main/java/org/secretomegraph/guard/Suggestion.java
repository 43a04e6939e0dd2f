package org.secretomegraph.guard;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.engine.constraint.ClassConstraint;
import org.apache.jena.shacl.engine.constraint.ClosedConstraint;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.secretomegraph.vocab.Scso;

/** What was probably meant, where that is cheap to tell: the nearest known name, or a known term with the same number. */
final class Suggestion {
    private static final int LIST_AT_MOST = 15;

    private final Graph data;

    Suggestion(Graph data) {
        this.data = data;
    }

    /** The name or term that was probably meant, or nothing. */
    String of(ReportEntry entry, Optional<Node> value) {
        if (entry.constraint() instanceof ClosedConstraint closed && entry.resultPath() != null) {
            String used = entry.resultPath().toString().replaceAll("[<>]", "");
            return nearest(used, Stream.concat(closed.getExpected().stream(), closed.getIgnoredProperties().stream()));
        }
        if (value.isEmpty() || !value.get().isURI()) {
            return "";
        }
        String used = value.get().getURI();
        if (entry.constraint() instanceof ClassConstraint enumeration) {
            return nearest(used, instances(enumeration.getExpectedClass()).stream());
        }
        if (known(value.get())) {
            return "";
        }
        return isName(used) ? nearest(used, vocabulary()) : sameNumber(used);
    }

    /** All that is allowed, when it is few, as a sentence. */
    String allowed(ReportEntry entry, Optional<Node> value) {
        if (value.isEmpty() || !(entry.constraint() instanceof ClassConstraint enumeration)) {
            return "";
        }
        List<Node> allowed = instances(enumeration.getExpectedClass());
        return allowed.size() > LIST_AT_MOST ? "" : allowed.stream().map(n -> Names.shortName(n.getURI()))
                .collect(Collectors.joining(", ", "Known are ", "."));
    }

    private List<Node> instances(Node type) {
        return data.stream(Node.ANY, RDF.type.asNode(), type).map(Triple::getSubject).filter(Node::isURI)
                .sorted((a, b) -> a.getURI().compareTo(b.getURI())).toList();
    }

    /** The readable names of the record vocabulary: relations, classes, values. */
    private Stream<Node> vocabulary() {
        return data.stream(Node.ANY, RDFS.label.asNode(), Node.ANY).map(Triple::getSubject)
                .filter(term -> term.isURI() && term.getURI().startsWith(Scso.NS)
                        && term.getURI().substring(Scso.NS.length()).matches("[A-Za-z]+"));
    }

    private boolean known(Node term) {
        return data.contains(term, RDFS.label.asNode(), Node.ANY);
    }

    private static boolean isName(String iri) {
        return local(iri).matches("[A-Za-z]+");
    }

    private static String nearest(String used, Stream<Node> known) {
        return Spelling.nearest(local(used), known.map(n -> local(n.getURI())).sorted().toList())
                .orElse("");
    }

    /** GO:001525 or CL:0001525 for GO:0001525: the same number under another prefix or with other zeros. */
    private String sameNumber(String used) {
        String number = number(used);
        if (number.isEmpty()) {
            return "";
        }
        return data.stream(Node.ANY, RDFS.label.asNode(), Node.ANY)
                .filter(t -> t.getSubject().isURI() && number.equals(number(t.getSubject().getURI())))
                .map(t -> t.getObject().getLiteralLexicalForm() + " (" + Names.shortName(t.getSubject().getURI()) + ")")
                .sorted().limit(3).reduce((a, b) -> a + " or " + b).orElse("");
    }

    private static String number(String iri) {
        String local = local(iri).replaceFirst("^[A-Za-z]+[_:]", "");
        return local.matches("0*[1-9]\\d{2,}") ? local.replaceFirst("^0+", "") : "";
    }

    private static String local(String iri) {
        return iri.replaceFirst("^.*[/#]", "");
    }
}
