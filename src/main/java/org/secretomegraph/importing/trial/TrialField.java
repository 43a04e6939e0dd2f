package org.secretomegraph.importing.trial;

import java.util.List;
import org.secretomegraph.table.Column;
import org.secretomegraph.table.SheetRule;
import org.secretomegraph.table.ValueFormat;

/**
 * The fields of a study of ClinicalTrials.gov that are read, by their paths in the JSON of API version 2. Paths and
 * types: https://clinicaltrials.gov/data-api/about-api/study-data-structure and the schema of GET /studies/{nctId}
 * (https://clinicaltrials.gov/data-api/api); values of the status:
 * https://biolink.github.io/biolink-model/ClinicalTrialStatusEnum. A value that is not listed here is told and kept.
 */
enum TrialField implements Column {
    NCT_ID("protocolSection.identificationModule.nctId", true, ValueFormat.one("a number of ClinicalTrials.gov",
            SheetRule.CURIE, "NCT\\d{8}", "Write NCT and eight digits."), "the study's number"),
    TITLE("protocolSection.identificationModule.briefTitle", true, ValueFormat.TEXT, "its title"),
    STATUS("protocolSection.statusModule.overallStatus", true,
            ValueFormat.word("a status", List.of("ACTIVE_NOT_RECRUITING",
                    "APPROVED_FOR_MARKETING", "AVAILABLE", "COMPLETED", "ENROLLING_BY_INVITATION",
                    "NO_LONGER_AVAILABLE",
                    "NOT_YET_RECRUITING", "RECRUITING", "SUSPENDED", "TEMPORARILY_NOT_AVAILABLE", "TERMINATED",
                    "UNKNOWN",
                    "WITHDRAWN")),
            "how far it is"),
    START("protocolSection.statusModule.startDateStruct.date", false, partialDate(), "when it begins"),
    COMPLETION("protocolSection.statusModule.completionDateStruct.date", false, partialDate(), "when it ends"),
    FIRST_POSTED("protocolSection.statusModule.studyFirstPostDateStruct.date", false, partialDate(),
            "when it was first posted"),
    LAST_UPDATED("protocolSection.statusModule.lastUpdatePostDateStruct.date", false, partialDate(),
            "when the record was last changed"),
    SPONSOR("protocolSection.sponsorCollaboratorsModule.leadSponsor.name", false, ValueFormat.TEXT, "who leads it"),
    SPONSOR_CLASS("protocolSection.sponsorCollaboratorsModule.leadSponsor.class", false,
            ValueFormat.one("a class of sponsors",
                    SheetRule.CODE, "[A-Z_]+", "Give the record as it was downloaded."),
            "what kind of organisation that is"),
    STUDY_TYPE("protocolSection.designModule.studyType", false,
            ValueFormat.word("a type of study", List.of("INTERVENTIONAL",
                    "OBSERVATIONAL", "EXPANDED_ACCESS")),
            "whether it treats or observes"),
    PHASES("protocolSection.designModule.phases", false,
            ValueFormat.word("a phase", List.of("NA", "EARLY_PHASE1", "PHASE1",
                    "PHASE2", "PHASE3", "PHASE4")),
            "its phases"),
    CONDITIONS("protocolSection.conditionsModule.conditions", false, ValueFormat.TEXT, "what is treated"),
    INTERVENTIONS("protocolSection.armsInterventionsModule.interventions", false, ValueFormat.TEXT, "what is given"),
    ARMS("protocolSection.armsInterventionsModule.armGroups", false, ValueFormat.TEXT, "to whom"),
    MESH("derivedSection.conditionBrowseModule.meshes", false, ValueFormat.TEXT, "the conditions as MeSH headings"),
    VERSION("derivedSection.miscInfoModule.versionHolder", false, partialDate(), "the day of the registry's data"),
    HAS_RESULTS("hasResults", false, ValueFormat.word("true or false", List.of("true", "false")),
            "whether results are posted");

    private final Declared declared;

    TrialField(String heading, boolean required, ValueFormat form, String meaning) {
        this.declared = new Declared(heading, required, form, meaning);
    }

    @Override
    public Declared declared() {
        return declared;
    }

    private static ValueFormat partialDate() {
        return ValueFormat.one("a date", SheetRule.DATE, "\\d{4}(-\\d{2}(-\\d{2})?)?",
                "Write it as 2026-11-23, 2026-11 or 2026.");
    }

    /** Whether a value that is not listed leaves the record usable. */
    boolean isOpen() {
        return this == STATUS || this == PHASES || this == STUDY_TYPE;
    }
}
