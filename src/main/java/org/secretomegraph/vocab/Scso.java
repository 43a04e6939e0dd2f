package org.secretomegraph.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * The record vocabulary of the Stem Cell Secretome Ontology: what a claim, a publication and a study are made of.
 * Domain terms have numbers and labels and are not spelt here; they are data.
 */
public final class Scso {
    public static final String NS = "https://w3id.org/scso/";

    public static final Node Claim = term("Claim");
    public static final Node ParticipationClaim = term("ParticipationClaim");
    public static final Node SecretionClaim = term("SecretionClaim");
    public static final Node EffectClaim = term("EffectClaim");
    public static final Node ModulationClaim = term("ModulationClaim");
    public static final Node ExpressionClaim = term("ExpressionClaim");
    public static final Node SafetyClaim = term("SafetyClaim");
    public static final Node MethodClaim = term("MethodClaim");
    public static final Node OfferingClaim = term("OfferingClaim");
    public static final Node HypothesisClaim = term("HypothesisClaim");
    public static final Node Publication = term("Publication");
    public static final Node Study = term("Study");
    public static final Node DerivedLink = term("DerivedLink");

    public static final Node Outcome = term("Outcome");
    public static final Node Setting = term("Setting");
    public static final Node EvidenceLevel = term("EvidenceLevel");
    public static final Node StudyKind = term("StudyKind");
    public static final Node ReadingDepth = term("ReadingDepth");
    public static final Node Comparison = term("Comparison");
    public static final Node OutcomeRole = term("OutcomeRole");
    public static final Node EndpointResult = term("EndpointResult");

    public static final Node claimKind = term("claimKind");
    public static final Node subjectKind = term("subjectKind");
    public static final Node objectKind = term("objectKind");
    public static final Node subject = term("subject");
    public static final Node relation = term("relation");
    public static final Node object = term("object");
    public static final Node outcome = term("outcome");
    public static final Node subjectAsNamed = term("subjectAsNamed");
    public static final Node sourceCell = term("sourceCell");
    public static final Node sourceTissue = term("sourceTissue");
    public static final Node donorSpecies = term("donorSpecies");
    public static final Node preparation = term("preparation");
    public static final Node isolation = term("isolation");
    public static final Node preconditioning = term("preconditioning");
    public static final Node preconditioningDetail = term("preconditioningDetail");
    public static final Node setting = term("setting");
    public static final Node hostSpecies = term("hostSpecies");
    public static final Node model = term("model");
    public static final Node regimen = term("regimen");
    public static final Node measure = term("measure");
    public static final Node assay = term("assay");
    public static final Node comparison = term("comparison");
    public static final Node outcomeRole = term("outcomeRole");
    public static final Node endpointResult = term("endpointResult");
    public static final Node treatedNumber = term("treatedNumber");
    public static final Node controlNumber = term("controlNumber");
    public static final Node effectSize = term("effectSize");
    public static final Node interval = term("interval");
    public static final Node pValue = term("pValue");
    public static final Node recipientCell = term("recipientCell");
    public static final Node matureMirna = term("matureMirna");
    public static final Node evidence = term("evidence");
    public static final Node evidenceLevel = term("evidenceLevel");
    public static final Node studyKind = term("studyKind");
    public static final Node publication = term("publication");
    public static final Node registration = term("registration");
    public static final Node finding = term("finding");
    public static final Node readingDepth = term("readingDepth");
    public static final Node seenAt = term("seenAt");
    public static final Node sourceFile = term("sourceFile");
    public static final Node sourceRow = term("sourceRow");
    public static final Node pmcid = term("pmcid");
    public static final Node standing = term("standing");
    public static final Node retracted = term("retracted");
    public static final Node standingNotice = term("standingNotice");
    public static final Node noticeDate = term("noticeDate");
    public static final Node standingChecked = term("standingChecked");
    public static final Node standingSource = term("standingSource");
    public static final Node preprintOf = term("preprintOf");
    public static final Node reportedIn = term("reportedIn");
    public static final Node registeredAs = term("registeredAs");
    public static final Node reportsItem = term("reportsItem");
    public static final Node trialStatus = term("trialStatus");
    public static final Node phase = term("phase");
    public static final Node startDate = term("startDate");
    public static final Node completionDate = term("completionDate");
    public static final Node sponsorClass = term("sponsorClass");
    public static final Node hasResults = term("hasResults");
    public static final Node conditionAsNamed = term("conditionAsNamed");
    public static final Node interventionAsNamed = term("interventionAsNamed");
    public static final Node disputedBy = term("disputedBy");
    public static final Node rank = term("rank");

    private Scso() {}

    /** The IRI of a name of this vocabulary, for example {@code promotes} or {@code inVitro}. */
    public static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }

    /** The permanent IRI of a claim. */
    public static Node claim(String key) {
        return term("claim/" + key);
    }

    /** The IRI of a study record, named after the publication or registration that it stands for. */
    public static Node study(String key) {
        return term("study/" + key);
    }
}
