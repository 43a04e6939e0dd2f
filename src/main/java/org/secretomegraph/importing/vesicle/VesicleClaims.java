package org.secretomegraph.importing.vesicle;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.secretomegraph.graph.change.DigestIndex;
import org.secretomegraph.importing.record.Citation;
import org.secretomegraph.importing.record.GeneProducts;
import org.secretomegraph.importing.record.GoDatabases;
import org.secretomegraph.importing.record.ImportFormat;
import org.secretomegraph.importing.record.ImportReport;
import org.secretomegraph.importing.record.ImportRequest;
import org.secretomegraph.importing.record.ImportRule;
import org.secretomegraph.importing.record.ImportTerms;
import org.secretomegraph.importing.record.Provenance;
import org.secretomegraph.importing.record.RecordClaim;
import org.secretomegraph.importing.record.StableKeys;
import org.secretomegraph.importing.record.TableRow;
import org.secretomegraph.importing.record.TripleBuilder;
import org.secretomegraph.report.Severity;
import org.secretomegraph.vocab.Scso;
import org.secretomegraph.vocab.Terms;

/** Rows of cargo as claims that something is cargo of a kind of vesicle, and why a row does not become one. */
final class VesicleClaims {
    /** Experimental evidence: the databases list what experiments identified, not always how. */
    private static final Node EVIDENCE = NodeFactory.createURI("http://purl.obolibrary.org/obo/ECO_0000006");
    private static final Set<String> YEARS = Set.of("19", "20");

    private final ImportRequest request;
    private final ImportTerms known;
    private final Experiments experiments;
    private final ImportReport findings;
    private final VesicleFile file;
    private final Node graph;
    private final Consumer<Triple> out;
    private final GeneProducts products;
    private final VesicleTerms words;
    private final DigestIndex taken = new DigestIndex();
    private final DigestIndex described = new DigestIndex();

    VesicleClaims(ImportRequest request, ImportTerms known, Experiments experiments, ImportReport findings,
            VesicleFile file,
            Node graph, Consumer<Triple> out) {
        this.request = request;
        this.known = known;
        this.experiments = experiments;
        this.findings = findings;
        this.file = file;
        this.graph = graph;
        this.out = out;
        this.products = new GeneProducts(known, request.everything(), GoDatabases.bundled());
        this.words = new VesicleTerms(known);
    }

    /** Says the row as a claim, and returns whether it could be one. */
    boolean take(TableRow<VesicleColumn> row) {
        Optional<GeneProducts.Product> cargo = cargo(row);
        if (cargo.isEmpty()) {
            return false;
        }
        Optional<Experiment> experiment = experiments.of(row.text(VesicleColumn.EXPERIMENT_ID));
        if (experiment.isEmpty()) {
            return leftOut(row, VesicleColumn.EXPERIMENT_ID, ImportRule.EXPERIMENT, Severity.WARNING, "rows left out of"
                    + " experiments that the table of experiments lacks", "Take both tables of the same version.");
        }
        if (experiment.get().pmid().isEmpty()) {
            return leftOut(row, VesicleColumn.EXPERIMENT_ID, ImportRule.PUBLICATION, Severity.INFO, "rows left out of"
                    + " experiments without a publication", "Nothing can be done about it here.");
        }
        Optional<Node> vesicle = vesicle(experiment.get());
        if (vesicle.isEmpty()) {
            findings.tally(ImportRule.NAME, Severity.INFO, row.row(), VesicleColumn.EXPERIMENT_ID.heading(),
                    "rows left out of"
                            + " experiments on particles that are not vesicles of the graph",
                    String.join("/", experiment.get().types()),
                    "Curate what they say by hand.");
            return false;
        }
        if (!taken.add(cargo.get().node() + " " + type(row) + " " + experiment.get().id())) {
            return leftOut(row, VesicleColumn.EXPERIMENT_ID, ImportRule.REPEATED, Severity.INFO,
                    "rows left out that say again"
                            + " what an earlier row says",
                    "Nothing needs to be done.");
        }
        write(row, cargo.get(), experiment.get(), vesicle.get());
        return true;
    }

    private boolean leftOut(TableRow<VesicleColumn> row, VesicleColumn column, ImportRule rule, Severity severity,
            String problem,
            String remedy) {
        findings.tally(rule, severity, row.row(), column.heading(), problem, row.text(column), remedy);
        return false;
    }

    private static String type(TableRow<VesicleColumn> row) {
        return row.text(VesicleColumn.CONTENT_TYPE).toLowerCase(Locale.ROOT).replace("rna", "RNA");
    }

    private Optional<GeneProducts.Product> cargo(TableRow<VesicleColumn> row) {
        return switch (file.table()) {
            case LIPIDS -> named(row, VesicleColumn.LIPID, words::chemical);
            case MIRNAS -> hasOneGene(row) ? gene(row, VesicleColumn.GENE_OF_MIRNA) : named(row, VesicleColumn.MIRNA,
                    name -> words.microRna(name, row.values(VesicleColumn.SPECIES)));
            default -> gene(row, VesicleColumn.GENE);
        };
    }

    /** Where several genes have the same microRNA, Vesiclepedia has a row for each and calls the mapping ambiguous. */
    private static boolean hasOneGene(TableRow<VesicleColumn> row) {
        return row.text(VesicleColumn.GENE_OF_MIRNA).matches("[1-9]\\d*")
                && !row.text(VesicleColumn.COMMENTS).toLowerCase(Locale.ROOT).contains("ambiguous");
    }

    private Optional<GeneProducts.Product> gene(TableRow<VesicleColumn> row, VesicleColumn column) {
        return products.find("NCBIGene:" + row.text(column), row.row(), column.heading(), findings);
    }

    private Optional<GeneProducts.Product> named(TableRow<VesicleColumn> row, VesicleColumn column,
            Function<String, Optional<Node>> words) {
        Optional<GeneProducts.Product> found =
                words.apply(row.text(column)).map(n -> new GeneProducts.Product(n, false));
        if (found.isEmpty()) {
            leftOut(row, column, ImportRule.NAME, Severity.INFO,
                    "rows left out whose name is not a label or exact synonym in the"
                            + " graph",
                    "Add the name as a synonym where it belongs, if it is one.");
        }
        return found;
    }

    /** ExoCarta lists exosomes; in Vesiclepedia a kind that is not stated is any extracellular vesicle. */
    private Optional<Node> vesicle(Experiment experiment) {
        return experiment.types().isEmpty()
                ? Optional.of(request.format() == ImportFormat.EXOCARTA ? VesicleTerms.EXOSOME
                        : VesicleTerms.VESICLE)
                : words.vesicle(experiment.types());
    }

    private void write(TableRow<VesicleColumn> row, GeneProducts.Product cargo, Experiment experiment, Node vesicle) {
        Node publication = Citation.ofPubMed(experiment.pmid(), known).iri();
        publication(publication, experiment);
        String name = name(row);
        if (cargo.isNew() && described.add(cargo.node().getURI())) {
            GeneProducts.describe(cargo.node(), "NCBIGene:" + row.text(file.table() == VesicleTable.MIRNAS
                    ? VesicleColumn.GENE_OF_MIRNA : VesicleColumn.GENE), name, out);
        }
        String database = request.format() == ImportFormat.EXOCARTA ? "ExoCarta" : "Vesiclepedia";
        String type = type(row);
        StringJoiner unread = new StringJoiner(" ");
        TripleBuilder claim = new RecordClaim(StableKeys.prefix(request.format(), file.file().fileName()) + "-"
                + StableKeys.slug(type) + "-" + row.text(VesicleColumn.CONTENT_ID) + "-" + experiment.id(),
                Scso.SecretionClaim, cargo.node(), Scso.term("cargoOf"), vesicle, false, EVIDENCE,
                RecordClaim.Standing.DATABASE, publication, "The " + type + " " + name + " is listed as cargo of "
                        + known.label(vesicle) + " in experiment " + experiment.id() + " of " + database + ".",
                "")
                .write(new RecordClaim.Place(request.seenAt(), file.file().fileName(), Optional.of(row.row())), out)
                .date(Terms.created, LocalDate.ofInstant(request.clock().instant(), ZoneOffset.UTC))
                .is(Terms.wasAttributedTo,
                        Provenance.agent(graph, database, described.add(graph.getURI()) ? out : t -> {}))
                .text(Scso.subjectAsNamed, name + (type.equals("protein") || type.equals("lipid") ? "" : " " + type));
        if (row.has(VesicleColumn.SPECIES)) {
            words.species(row.text(VesicleColumn.SPECIES)).ifPresentOrElse(s -> claim.is(Scso.donorSpecies, s),
                    () -> unread.add("Species: " + row.text(VesicleColumn.SPECIES) + "."));
        }
        sample(claim, experiment.sample());
        several(claim, Scso.isolation, "Isolation", experiment.isolation(), words::isolation, unread);
        several(claim, Scso.assay, "Method", row.values(VesicleColumn.METHODS), words::assay, unread);
        claim.text(RDFS.comment.asNode(), unread.toString());
    }

    private void publication(Node publication, Experiment experiment) {
        if (known.isDescribed(publication) || !described.add(publication.getURI())) {
            return;
        }
        TripleBuilder builder = RecordClaim.publication(publication, RecordClaim.Standing.DATABASE, out)
                .text(Terms.pmid, experiment.pmid());
        if (experiment.year().length() == 4 && YEARS.contains(experiment.year().substring(0, 2))) {
            builder.typed(Terms.issued, experiment.year(), XSDDatatype.XSDgYear);
        }
    }

    private String name(TableRow<VesicleColumn> row) {
        return row.text(switch (file.table()) {
            case MIRNAS -> VesicleColumn.MIRNA;
            case LIPIDS -> VesicleColumn.LIPID;
            default -> VesicleColumn.SYMBOL;
        });
    }

    /** A sample that is no term is told as the culture or material that it is. */
    private void sample(TripleBuilder claim, String sample) {
        if (sample.isEmpty()) {
            return;
        }
        Optional<Node> cell = words.cell(sample);
        Optional<Node> tissue = words.tissue(sample);
        cell.ifPresent(c -> claim.is(Scso.sourceCell, c));
        tissue.ifPresent(t -> claim.is(Scso.sourceTissue, t));
        if (cell.isEmpty() && tissue.isEmpty()) {
            claim.text(Scso.model, sample);
        }
    }

    private static void several(TripleBuilder claim, Node property, String name, List<String> values,
            Function<String, Optional<Node>> words, StringJoiner unread) {
        values.stream().filter(v -> !v.isEmpty() && !v.equals("-")).distinct()
                .forEach(value -> words.apply(value).ifPresentOrElse(
                        term -> claim.is(property, term), () -> unread.add(name + ": " + value + ".")));
    }
}
