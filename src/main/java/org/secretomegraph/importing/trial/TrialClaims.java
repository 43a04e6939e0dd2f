package org.secretomegraph.importing.trial;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.secretomegraph.graph.change.DigestIndex;
import org.secretomegraph.importing.record.ImportReport;
import org.secretomegraph.importing.record.ImportRequest;
import org.secretomegraph.importing.record.ImportRule;
import org.secretomegraph.importing.record.ImportTerms;
import org.secretomegraph.importing.record.Provenance;
import org.secretomegraph.importing.record.RecordClaim;
import org.secretomegraph.importing.record.StableKeys;
import org.secretomegraph.importing.record.TripleBuilder;
import org.secretomegraph.report.Severity;
import org.secretomegraph.vocab.Scso;
import org.secretomegraph.vocab.Terms;

/**
 * Registered studies, described as far as the register says, and claims that something is studied for a condition,
 * where both have names that the graph knows.
 */
final class TrialClaims {
    private static final Node EVIDENCE = NodeFactory.createURI("http://purl.obolibrary.org/obo/ECO_0000180");
    private static final Node STUDIED_FOR = Scso.term("studiedFor");
    private static final int DAY = 10;

    private final ImportRequest request;
    private final ImportTerms known;
    private final ImportReport findings;
    private final String prefix;
    private final Node graph;
    private final Consumer<Triple> out;
    private final Node[] subjects;
    private final Node[] conditions;
    private final DigestIndex taken = new DigestIndex();
    private boolean hasAgent;
    private long count;

    TrialClaims(ImportRequest request, ImportTerms known, ImportReport findings, String prefix, Node graph,
            Consumer<Triple> out) {
        this.request = request;
        this.known = known;
        this.findings = findings;
        this.prefix = prefix;
        this.graph = graph;
        this.out = out;
        this.subjects = known.kinds(STUDIED_FOR, Scso.term("subjectKind"));
        this.conditions = known.kinds(STUDIED_FOR, Scso.term("objectKind"));
    }

    /** How many claims were written. */
    long count() {
        return count;
    }

    /** Writes the study and its claims, unless it is to be left out. */
    void take(TrialRecord study) {
        if (!study.check(findings)) {
            return;
        }
        String nct = study.text(TrialField.NCT_ID);
        if (!taken.add(nct)) {
            findings.tally(ImportRule.REPEATED, Severity.INFO, study.number(), TrialField.NCT_ID.heading(),
                    "records left out of"
                            + " studies that stand in the file before",
                    nct, "Nothing needs to be done.");
            return;
        }
        if (study.texts(TrialField.CONDITIONS).isEmpty()) {
            findings.tally(ImportRule.NO_STATEMENT, Severity.INFO, study.number(), TrialField.CONDITIONS.heading(),
                    "studies left out that state no condition", nct, "Nothing needs to be done.");
            return;
        }
        Map<Node, String> given = given(study);
        if (given.isEmpty() && !request.everything()) {
            findings.tally(ImportRule.SUBJECT, Severity.INFO, study.number(), TrialField.INTERVENTIONS.heading(),
                    "studies left"
                            + " out whose interventions have no name that the graph knows",
                    nct, "Import them too with --all.");
            return;
        }
        Node registered = describe(study, nct);
        Set<Node> treated = treated(study);
        given.forEach((what, name) -> treated.forEach(condition -> claim(study, registered, what, name, condition)));
        count += (long) given.size() * treated.size();
    }

    /**
     * What is given, and how the record names it. A thing that is in no experimental arm is compared with, not studied.
     */
    private Map<Node, String> given(TrialRecord study) {
        Map<Node, String> found = new LinkedHashMap<>();
        Set<String> experimental = study.arms("EXPERIMENTAL");
        for (TrialRecord.Intervention intervention : study.interventions()) {
            boolean isCompared = !experimental.isEmpty() && !intervention.arms().isEmpty()
                    && intervention.arms().stream().noneMatch(experimental::contains);
            Optional<Node> term = named(intervention);
            if (isCompared && term.isPresent()) {
                findings.tally(ImportRule.NO_STATEMENT, Severity.INFO, study.number(),
                        TrialField.INTERVENTIONS.heading(),
                        "interventions left out that are in no experimental arm", intervention.name(),
                        "Nothing needs to be done.");
            } else {
                term.ifPresent(t -> found.putIfAbsent(t, intervention.name()));
            }
        }
        return found;
    }

    private Optional<Node> named(TrialRecord.Intervention intervention) {
        return known.named(intervention.name(), subjects).or(() -> {
            Set<Node> others = new LinkedHashSet<>();
            intervention.otherNames().forEach(name -> known.named(name, subjects).ifPresent(others::add));
            return others.size() == 1 ? Optional.of(others.iterator().next()) : Optional.empty();
        });
    }

    /** Conditions by their names, or by MeSH where the name is a heading of it that one term of the graph refers to. */
    private Set<Node> treated(TrialRecord study) {
        Set<Node> found = new LinkedHashSet<>();
        for (String name : study.texts(TrialField.CONDITIONS)) {
            Optional<Node> term = known.named(name, conditions).or(() -> byMesh(name, study.meshes()));
            term.ifPresentOrElse(found::add, () -> findings.tally(ImportRule.NAME, Severity.INFO, study.number(),
                    TrialField.CONDITIONS.heading(),
                    "conditions kept as text: no label, exact synonym or MeSH reference of the"
                            + " graph is theirs",
                    name, "Add the name as a synonym where it belongs, if it is one."));
        }
        return found;
    }

    private Optional<Node> byMesh(String name, List<TrialRecord.Mesh> meshes) {
        Set<Node> found = new LinkedHashSet<>();
        meshes.stream().filter(m -> m.term().equalsIgnoreCase(name))
                .forEach(m -> known.referring("MESH:" + m.id()).stream()
                        .filter(t -> known.isUnder(t, conditions)).forEach(found::add));
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }

    private Node describe(TrialRecord study, String nct) {
        TripleBuilder builder = new TripleBuilder(Scso.study(nct), out).a(Scso.Study).text(Scso.registeredAs, nct)
                .text(Terms.title, study.text(TrialField.TITLE))
                .text(Scso.trialStatus, study.text(TrialField.STATUS))
                .text(Scso.sponsorClass, study.text(TrialField.SPONSOR_CLASS));
        study.texts(TrialField.PHASES).forEach(phase -> builder.text(Scso.phase, phase));
        study.texts(TrialField.CONDITIONS).forEach(c -> builder.text(Scso.conditionAsNamed, c));
        study.interventions().forEach(i -> builder.text(Scso.interventionAsNamed, i.name()));
        date(builder, Scso.startDate, study.text(TrialField.START));
        date(builder, Scso.completionDate, study.text(TrialField.COMPLETION));
        if (!study.text(TrialField.HAS_RESULTS).isEmpty()) {
            builder.typed(Scso.hasResults, study.text(TrialField.HAS_RESULTS), XSDDatatype.XSDboolean);
        }
        return builder.about();
    }

    private static void date(TripleBuilder builder, Node property, String date) {
        if (!date.isEmpty()) {
            builder.typed(property, date, date.length() == DAY ? XSDDatatype.XSDdate
                    : date.length() == 4 ? XSDDatatype.XSDgYear : XSDDatatype.XSDgYearMonth);
        }
    }

    private void claim(TrialRecord study, Node registered, Node what, String name, Node condition) {
        String nct = study.text(TrialField.NCT_ID);
        Node page = page(study, nct);
        String finding = "The registered study " + nct + " gives " + name + " for " + known.label(condition)
                + "; its status is "
                + study.text(TrialField.STATUS).toLowerCase(Locale.ROOT).replace('_', ' ') + ".";
        new RecordClaim(prefix + "-" + StableKeys.slug(nct) + "-" + StableKeys.digest(what + " " + condition),
                Scso.OfferingClaim, what,
                STUDIED_FOR, condition, false, EVIDENCE, RecordClaim.Standing.REGISTER, page, finding, "")
                .write(new RecordClaim.Place(page.getURI(), study.file(), Optional.of(study.number())), out)
                .is(Scso.registration, registered).text(Scso.subjectAsNamed, name)
                .date(Terms.created, updated(study))
                .is(Terms.wasAttributedTo, Provenance.agent(graph, "ClinicalTrials.gov", hasAgent ? t -> {} : out));
        hasAgent = true;
    }

    private LocalDate updated(TrialRecord study) {
        String date = study.text(TrialField.LAST_UPDATED);
        return date.length() == DAY ? LocalDate.parse(date)
                : LocalDate.ofInstant(request.clock().instant(), ZoneOffset.UTC);
    }

    /** The register's page of the study, as a publication. */
    private Node page(TrialRecord study, String nct) {
        Node page = NodeFactory.createURI("https://clinicaltrials.gov/study/" + nct);
        if (!known.isDescribed(page)) {
            TripleBuilder builder = RecordClaim.publication(page, RecordClaim.Standing.REGISTER, out)
                    .text(Terms.title, study.text(TrialField.TITLE));
            String posted = study.text(TrialField.FIRST_POSTED);
            if (!posted.isEmpty()) {
                builder.typed(Terms.issued, posted.substring(0, 4), XSDDatatype.XSDgYear);
            }
        }
        return page;
    }
}
