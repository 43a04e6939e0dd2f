package org.secretomegraph.linking.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.secretomegraph.graph.NamedGraphs;
import org.secretomegraph.graph.store.Snapshot;
import org.secretomegraph.linking.IdentifierFindings;
import org.secretomegraph.linking.release.GraphSource;
import org.secretomegraph.linking.release.OntologySource;
import org.secretomegraph.linking.slice.OntologySkeleton;
import org.secretomegraph.linking.slice.Term;
import org.secretomegraph.linking.slice.TermUsage;
import org.secretomegraph.report.Finding;
import org.secretomegraph.report.Severity;
import org.secretomegraph.report.ValidationResult;
import org.secretomegraph.vocab.PrefixRegistry;

/** Checks every identifier of some files: its form, whether the term is there and in force, its label and its kind. */
public final class IdentifierCheck {
    private static final Comparator<Finding> BY_PLACE = Comparator.comparing((Finding f) -> f.place().file())
            .thenComparing(f -> f.place().line()).thenComparing(f -> f.place().focus())
            .thenComparing(f -> f.place().column()).thenComparing(f -> f.place().path())
            .thenComparing(Finding::severity).thenComparing(Finding::rule).thenComparing(Finding::valueText);

    private final PrefixRegistry prefixes = PrefixRegistry.bundled();
    private final IdentifierSyntax form = new IdentifierSyntax(prefixes);
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Integer> unchecked = new TreeMap<>();
    private final TermSources authorities;

    /**
     * What came out.
     *
     * @param judgement the findings, sorted by place, and how many identifiers were looked at
     * @param unchecked prefixes that nobody could be asked about, and how often they are used
     * @param notes     what has to be known about the releases
     */
    public record Result(ValidationResult judgement, Map<String, Integer> unchecked, List<String> notes) {}

    private IdentifierCheck(List<IdentifierUse> mentions, OntologySource bundle,
            List<? extends OntologySource> releases) {
        Set<String> terms = mentions.stream().flatMap(m -> m.iri().or(() -> prefixes.iri(m.written())).stream())
                .collect(Collectors.toSet());
        Set<String> labels = mentions.stream().flatMap(m -> m.label().stream()).collect(Collectors.toSet());
        this.authorities = TermSources.of(bundle, releases, terms, labels, prefixes);
    }

    /** @param releases what to check against; empty for the bundled slices */
    public static Result of(List<CheckedFile> files, Snapshot graph, List<? extends OntologySource> releases) {
        PrefixRegistry prefixes = PrefixRegistry.bundled();
        Graph ontology = graph.dataset().getGraph(NamedGraphs.ONTOLOGY);
        ExpectedKinds kinds = ExpectedKinds.of(ontology, prefixes);
        List<IdentifierUse> mentions = files.stream().flatMap(f -> (f.name().matches("(?i).*\\.tsv(\\.gz)?")
                ? TableIdentifierScanner.read(f, kinds, prefixes) : RdfIdentifierScanner.read(f, kinds, prefixes)).stream())
                .toList();
        List<Graph> known = new ArrayList<>(new TermUsage(graph).slices());
        known.add(ontology);
        IdentifierCheck check = new IdentifierCheck(mentions, new GraphSource("the bundled slices", known), releases);
        mentions.forEach(check::check);
        check.findings.sort(BY_PLACE);
        return new Result(new ValidationResult(check.findings.stream().distinct().toList(), mentions.size()),
                check.unchecked,
                check.authorities.notes());
    }

    private void check(IdentifierUse m) {
        if (m.iri().isPresent()) {
            known(m, m.iri().get());
            return;
        }
        Optional<Finding> fault = form.fault(m);
        if (fault.isPresent()) {
            findings.add(fault.get());
            return;
        }
        prefixes.iri(m.written()).ifPresentOrElse(iri -> known(m, iri),
                () -> unchecked.merge(m.written().substring(0, m.written().indexOf(':')), 1, Integer::sum));
    }

    private void known(IdentifierUse m, String iri) {
        String prefix = prefixes.prefix(iri);
        Optional<TermSource> authority = authorities.of(prefix);
        if (authority.isEmpty()) {
            unchecked.merge(prefix.isEmpty() ? m.written().replaceFirst(":.*", "") : prefix, 1, Integer::sum);
            return;
        }
        OntologySkeleton hierarchy = authority.get().hierarchy();
        if (!hierarchy.knows(iri)) {
            if (hierarchy.header().isSubset() || m.foreign() && !authorities.areReleases()) {
                unchecked.merge(prefix, 1, Integer::sum);
                return;
            }
            findings.add(IdentifierFindings.unknown(m.place(), m.written(), authority.get().name(),
                    m.label().flatMap(l -> authorities.labelled(l).stream().findFirst()).map(this::shown),
                    Severity.VIOLATION));
            return;
        }
        if (hierarchy.isObsolete(iri)) {
            findings.add(IdentifierFindings.obsolete(m.place(), m.written(), hierarchy.replacement(iri), this::shown,
                    other -> !hierarchy.header().isSubset() && !hierarchy.knows(other) && prefixes.prefix(other)
                            .equals(prefix),
                    Severity.VIOLATION));
            return;
        }
        m.label().ifPresent(label -> authority.get().term(iri).ifPresent(term -> label(m, label, term)));
        kind(m, iri);
    }

    private void label(IdentifierUse m, String said, Term term) {
        if (term.label().isEmpty() || term.isCalled(said)) {
            return;
        }
        String now = term.label().get();
        List<String> others = authorities.labelled(said).stream().filter(t -> !t.equals(term.iri())).toList();
        if (term.exact().stream().anyMatch(said::equalsIgnoreCase)
                || term.other().stream().anyMatch(said::equalsIgnoreCase)) {
            findings.add(IdentifierFindings.label(m.place(), m.written(), said, "is called '" + now + "'; '" + said
                    + "' is a synonym", "Write the label '" + now + "'."));
        } else {
            findings.add(IdentifierFindings
                    .label(m.place(), m.written(), said, "is called '" + now + "', not '" + said + "'",
                            "Correct the identifier, or write the label '" + now + "'.")
                    .withSuggestion(others.stream().findFirst().map(this::shown).orElse("")));
        }
    }

    private void kind(IdentifierUse m, String iri) {
        ExpectedKind asked = m.asked();
        boolean fits = asked.under().isEmpty() || authorities.isUnder(iri, asked.under());
        boolean barred = !asked.notUnder().isEmpty() && authorities.isUnder(iri, asked.notUnder());
        if (fits && !barred) {
            return;
        }
        Set<String> named = barred ? asked.notUnder() : asked.under();
        String list = named.stream().map(this::shown).sorted().collect(Collectors.joining(", "));
        findings.add(IdentifierFindings.kind(m.place(), m.written(),
                m.written() + m.label().map(l -> " (" + l + ")").orElse("")
                        + " is not " + asked.name() + ": it is " + (barred ? "under " : "under none of ") + list,
                barred ? "Give the term itself, not one under " + list + "." : "Give a term under " + list + "."));
    }

    private String shown(String iri) {
        return prefixes.curie(iri).orElse(iri);
    }
}
