package org.secretomegraph.linking.slice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.linking.IdentifierFindings;
import org.secretomegraph.linking.Replacement;
import org.secretomegraph.linking.release.OntologyRelease;
import org.secretomegraph.report.Finding;
import org.secretomegraph.report.Severity;
import org.secretomegraph.vocab.PrefixRegistry;
import org.secretomegraph.vocab.Terms;

/**
 * Makes a slice from a release in two passes: the first keeps the skeleton and decides which terms are in, the second
 * reads those. What a slice may refer to is settled here too: terms of the ontology itself, and terms of others that
 * the graph knows; another ontology's part of a merged release is its own slice's business.
 */
public final class SliceExtractor {
    private final OntologyRelease release;
    private final TermUsage graph;
    private final PrefixRegistry prefixes = PrefixRegistry.bundled();
    private final OntologySkeleton hierarchy = new OntologySkeleton();
    private final String ownPrefix;
    private final String name;
    private final List<Finding> findings = new ArrayList<>();

    /** Reads the skeleton of the release. @throws InvalidInputException when the file says nothing of any term */
    public SliceExtractor(OntologyRelease release, TermUsage graph) {
        this.release = release;
        this.graph = graph;
        release.sendTo(hierarchy);
        if (hierarchy.size() == 0) {
            throw new InvalidInputException(
                    release.name() + ": read as " + release.format() + ", declares no class or property");
        }
        this.ownPrefix = hierarchy.mintedPrefix(prefixes);
        this.name = hierarchy.header().shortName().isEmpty() ? ownPrefix.toLowerCase(Locale.ROOT)
                : hierarchy.header().shortName();
    }

    /**
     * A slice as Turtle.
     *
     * @param text     empty when a term is unknown: half a slice would break the graph that uses it
     * @param findings unknown and withdrawn terms
     * @param terms    how many terms the slice holds
     */
    public record Result(Optional<String> text, List<Finding> findings, int terms) {}

    /** What a user of the slice has to know about the release. */
    public Optional<String> note() {
        return hierarchy.header().note(release.name());
    }

    /** The terms of this ontology that the graph uses. */
    public List<SeedTerm> used() {
        List<SeedTerm> wanted = graph.of(name, ofPrefixes(ownPrefixes()));
        if (wanted.isEmpty()) {
            throw new InvalidInputException(release.name() + ": the graph uses no term of " + ownPrefix);
        }
        return wanted;
    }

    /**
     * Makes the slice.
     *
     * @param top     where ancestors end; empty for the roots
     * @param sources where the release was found
     */
    public Result slice(List<SeedTerm> wanted, Set<String> top, List<String> sources) {
        Set<String> covered = ownPrefixes();
        wanted.forEach(term -> covered.add(prefixes.prefix(term.iri())));
        Predicate<String> own = ofPrefixes(covered);
        Set<String> seeds = new TreeSet<>();
        top.stream().filter(t -> !hierarchy.knows(t)).findFirst().ifPresent(t -> {
            throw new InvalidInputException(release.name() + ": has no term " + shown(t) + " to stop the ancestors at");
        });
        wanted.forEach(term -> seed(term, seeds));
        Set<String> members = hierarchy.closure(seeds, own.and(hierarchy::knows), top);
        Map<String, Term> terms = TermExtractor.read(release, members);
        List<Term> kept = terms.values().stream().map(t -> trimmed(t, members, own, top)).toList();
        findings.sort(Comparator.comparing((Finding f) -> f.place().file()).thenComparing(f -> f.place().line())
                .thenComparing(f -> f.place().focus()));
        boolean whole = findings.stream().noneMatch(f -> f.severity() == Severity.VIOLATION);
        return new Result(whole ? Optional.of(SliceWriter.of(slice(kept, sources), prefixes)) : Optional.empty(),
                List.copyOf(findings), kept.size());
    }

    /** A wanted term, and for a withdrawn one what replaces it, so that both have a label in the graph. */
    private void seed(SeedTerm wanted, Set<String> seeds) {
        if (!hierarchy.knows(wanted.iri())) {
            // Terms of others that the slice held before (BFO in RO's) may have left the release: no reason to refuse
            // it.
            boolean isOwn =
                    prefixes.prefix(wanted.iri()).equals(ownPrefix) || !wanted.place().file().equals(TermUsage.GRAPH);
            findings.add(
                    IdentifierFindings.unknown(wanted.place(), shown(wanted.iri()), release.name(), Optional.empty(),
                            isOwn ? Severity.VIOLATION : Severity.WARNING));
            return;
        }
        seeds.add(wanted.iri());
        if (hierarchy.isObsolete(wanted.iri())) {
            Replacement replacement = hierarchy.replacement(wanted.iri());
            findings.add(IdentifierFindings.obsolete(wanted.place(), shown(wanted.iri()), replacement, this::shown,
                    other -> !hierarchy.header().isSubset() && !hierarchy.knows(other)
                            && prefixes.prefix(other).equals(ownPrefix),
                    Severity.WARNING));
            if (replacement instanceof Replacement.With with) {
                with.path().stream().filter(hierarchy::knows).forEach(seeds::add);
            }
        }
    }

    /** The term without what the slice may not refer to. */
    private Term trimmed(Term t, Set<String> members, Predicate<String> own, Set<String> top) {
        Predicate<String> kept = other -> members.contains(other)
                || (!own.test(other) && graph.isKnownOutside(name, other));
        Predicate<String> parent = top.contains(t.iri()) ? above -> false : kept;
        return new Term(t.iri(), t.type(), t.labels(), t.exact(), t.other(),
                t.isA().stream().filter(parent).filter(a -> !a.equals(t.iri())).toList(),
                t.partOf().stream().filter(parent).toList(), t.inverses().stream().filter(kept).toList(),
                t.obsolete(), t.replacedBy());
    }

    private Slice slice(List<Term> terms, List<String> sources) {
        ReleaseHeader header = hierarchy.header();
        Graph before = graph.slice(name);
        String ontology = "http://purl.obolibrary.org/obo/" + name + ".owl";
        Optional<String> version = header.version();
        String title = text(before, Terms.title).or(() -> header.title().map(t -> t + " slice"))
                .orElseGet(() -> ownPrefix + " slice");
        String origin =
                "Made from " + release.fileName() + " (" + release.format() + ", SHA-256 " + release.checksum() + ")"
                        + version.map(v -> " of the release " + v).orElse("") + ".";
        return new Slice(name,
                header.ontology().isEmpty() || header.ontology().startsWith("http://purl.obolibrary.org/obo/")
                        ? ontology : header.ontology(),
                title, header.license().or(() -> text(before, Terms.license)), version,
                origin, sources, terms);
    }

    private static Optional<String> text(Graph slice, Node property) {
        return slice.stream(Node.ANY, RDF.type.asNode(), OWL2.Ontology.asNode())
                .flatMap(header -> slice.stream(header.getSubject(), property, Node.ANY)).map(t -> t.getObject())
                .map(o -> o.isLiteral() ? o.getLiteralLexicalForm() : o.toString()).sorted().findFirst();
    }

    /** What the slice covers: the ontology's own terms, and what it held before. */
    private Set<String> ownPrefixes() {
        Set<String> covered = new TreeSet<>(Set.of(ownPrefix));
        graph.slice(name).stream(Node.ANY, RDFS.label.asNode(), Node.ANY)
                .filter(t -> t.getSubject().isURI())
                .forEach(t -> covered.add(prefixes.prefix(t.getSubject().getURI())));
        return covered;
    }

    private Predicate<String> ofPrefixes(Set<String> covered) {
        return iri -> covered.contains(prefixes.prefix(iri));
    }

    private String shown(String iri) {
        return prefixes.curie(iri).orElse(iri);
    }
}
