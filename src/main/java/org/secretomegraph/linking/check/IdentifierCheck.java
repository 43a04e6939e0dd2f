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
    private final IdentifierSyntax syntax = new IdentifierSyntax(prefixes);
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Integer> unchecked = new TreeMap<>();
    private final TermSources termSources;

    /**
     * What came out.
     *
     * @param judgement the findings, sorted by place, and how many identifiers were looked at
     * @param unchecked prefixes that nobody could be asked about, and how often they are used
     * @param notes     what has to be known about the releases
     */
    public record Result(ValidationResult judgement, Map<String, Integer> unchecked, List<String> notes) {}

    private IdentifierCheck(List<IdentifierUse> uses, OntologySource bundle,
            List<? extends OntologySource> releases) {
        Set<String> terms = uses.stream().flatMap(m -> m.iri().or(() -> prefixes.iri(m.written())).stream())
                .collect(Collectors.toSet());
        Set<String> labels = uses.stream().flatMap(m -> m.label().stream()).collect(Collectors.toSet());
        this.termSources = TermSources.of(bundle, releases, terms, labels, prefixes);
    }

    /** @param releases what to check against; empty for the bundled slices */
    public static Result of(List<CheckedFile> files, Snapshot graph, List<? extends OntologySource> releases) {
        PrefixRegistry prefixes = PrefixRegistry.bundled();
        Graph ontology = graph.dataset().getGraph(NamedGraphs.ONTOLOGY);
        ExpectedKinds kinds = ExpectedKinds.of(ontology, prefixes);
        List<IdentifierUse> uses = files.stream().flatMap(f -> (f.name().matches("(?i).*\\.tsv(\\.gz)?")
                ? TableIdentifierScanner.read(f, kinds, prefixes) : RdfIdentifierScanner.read(f, kinds, prefixes))
                .stream())
                .toList();
        List<Graph> known = new ArrayList<>(new TermUsage(graph).slices());
        known.add(ontology);
        IdentifierCheck check = new IdentifierCheck(uses, new GraphSource("the bundled slices", known), releases);
        uses.forEach(check::check);
        check.findings.sort(BY_PLACE);
        return new Result(new ValidationResult(check.findings.stream().distinct().toList(), uses.size()),
                check.unchecked,
                check.termSources.notes());
    }

    private void check(IdentifierUse m) {
        if (m.iri().isPresent()) {
            known(m, m.iri().get());
            return;
        }
        Optional<Finding> fault = syntax.fault(m);
        if (fault.isPresent()) {
            findings.add(fault.get());
            return;
        }
        prefixes.iri(m.written()).ifPresentOrElse(iri -> known(m, iri),
                () -> unchecked.merge(m.written().substring(0, m.written().indexOf(':')), 1, Integer::sum));
    }

    private void known(IdentifierUse m, String iri) {
        String prefix = prefixes.prefix(iri);
        Optional<TermSource> termSource = termSources.of(prefix);
        if (termSource.isEmpty()) {
            unchecked.merge(prefix.isEmpty() ? m.written().replaceFirst(":.*", "") : prefix, 1, Integer::sum);
            return;
        }
        OntologySkeleton hierarchy = termSource.get().hierarchy();
        if (!hierarchy.knows(iri)) {
            if (hierarchy.header().isSubset() || m.foreign() && !termSources.areReleases()) {
                unchecked.merge(prefix, 1, Integer::sum);
                return;
            }
            findings.add(IdentifierFindings.unknown(m.place(), m.written(), termSource.get().name(),
                    m.label().flatMap(l -> termSources.labelled(l).stream().findFirst()).map(this::shown),
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
        m.label().ifPresent(label -> termSource.get().term(iri).ifPresent(term -> label(m, label, term)));
        kind(m, iri);
    }

    private void label(IdentifierUse m, String stated, Term term) {
        if (term.label().isEmpty() || term.isCalled(stated)) {
            return;
        }
        String now = term.label().get();
        List<String> others = termSources.labelled(stated).stream().filter(t -> !t.equals(term.iri())).toList();
        if (term.exact().stream().anyMatch(stated::equalsIgnoreCase)
                || term.other().stream().anyMatch(stated::equalsIgnoreCase)) {
            findings.add(IdentifierFindings.label(m.place(), m.written(), stated, "is called '" + now + "'; '" + stated
                    + "' is a synonym", "Write the label '" + now + "'."));
        } else {
            findings.add(IdentifierFindings
                    .label(m.place(), m.written(), stated, "is called '" + now + "', not '" + stated + "'",
                            "Correct the identifier, or write the label '" + now + "'.")
                    .withSuggestion(others.stream().findFirst().map(this::shown).orElse("")));
        }
    }

    private void kind(IdentifierUse m, String iri) {
        ExpectedKind expected = m.expected();
        boolean fits = expected.under().isEmpty() || termSources.isUnder(iri, expected.under());
        boolean barred = !expected.notUnder().isEmpty() && termSources.isUnder(iri, expected.notUnder());
        if (fits && !barred) {
            return;
        }
        Set<String> named = barred ? expected.notUnder() : expected.under();
        String list = named.stream().map(this::shown).sorted().collect(Collectors.joining(", "));
        findings.add(IdentifierFindings.kind(m.place(), m.written(),
                m.written() + m.label().map(l -> " (" + l + ")").orElse("")
                        + " is not " + expected.name() + ": it is " + (barred ? "under " : "under none of ") + list,
                barred ? "Give the term itself, not one under " + list + "." : "Give a term under " + list + "."));
    }

    private String shown(String iri) {
        return prefixes.curie(iri).orElse(iri);
    }
}
