package org.secretomegraph.link.intake;

import org.secretomegraph.sheet.CellForm;
import org.secretomegraph.sheet.SheetRule;

/** What cells of GO annotation files hold. */
final class GoForms {
    private static final String PREFIX = "[A-Za-z][A-Za-z0-9_.-]*";
    private static final String ID = PREFIX + ":[^\\s|,]+";

    static final CellForm DATABASE = CellForm.one("a name of a database", ImportRule.DATABASE, PREFIX,
            "Write a name of https://github.com/geneontology/go-site/blob/master/metadata/db-xrefs.yaml.");
    static final CellForm IDENTIFIER = CellForm.one("an identifier with its database", SheetRule.CURIE, ID,
            "Write DATABASE:identifier, for example UniProtKB:P12345.");
    static final CellForm LOCAL = CellForm.one("an identifier", SheetRule.CURIE, "\\S+", "Write it without spaces.");
    static final CellForm GO_TERM = CellForm.one("an identifier of a GO term", SheetRule.CURIE, "GO:\\d{7}",
            "Write GO: and seven digits.");
    static final CellForm REFERENCES = IDENTIFIER.partedBy("\\|");
    static final CellForm WITH_OR_FROM = IDENTIFIER.partedBy("[|,]");
    static final CellForm ASSIGNED_BY = CellForm.one("a name of a group", SheetRule.CODE, "[A-Za-z0-9][\\w.-]*",
            "Write the group's name in the Gene Ontology's list, without spaces.");

    private GoForms() {}

    /** Relations to terms, parted by | (or) and comma (and); the relation is named by what the pattern finds. */
    static CellForm extension(String relation, String example) {
        return CellForm.one("a relation with its target in parentheses", SheetRule.CODE, relation + "\\(" + PREFIX
                + ":[^\\s()|,]+\\)", "Write it as " + example + ".").partedBy("[|,]");
    }
}
