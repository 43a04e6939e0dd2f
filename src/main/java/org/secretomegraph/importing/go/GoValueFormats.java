package org.secretomegraph.importing.go;

import java.util.List;
import org.secretomegraph.importing.record.ImportRule;
import org.secretomegraph.table.SheetRule;
import org.secretomegraph.table.ValueFormat;
import org.secretomegraph.vocab.EditDistance;

/** What cells of GO annotation files hold. */
final class GoValueFormats {
    private static final String PREFIX = "[A-Za-z][A-Za-z0-9_.-]*";
    private static final String ID = PREFIX + ":[^\\s|,]+";

    static final ValueFormat DATABASE = ValueFormat.one("a name of a database", ImportRule.DATABASE, PREFIX,
            "Write a name of https://github.com/geneontology/go-site/blob/master/metadata/db-xrefs.yaml.");
    static final ValueFormat IDENTIFIER = ValueFormat.one("an identifier with its database", SheetRule.CURIE, ID,
            "Write DATABASE:identifier, for example UniProtKB:P12345.");
    static final ValueFormat LOCAL =
            ValueFormat.one("an identifier", SheetRule.CURIE, "\\S+", "Write it without spaces.");
    static final ValueFormat GO_TERM = ValueFormat.one("an identifier of a GO term", SheetRule.CURIE, "GO:\\d{7}",
            "Write GO: and seven digits.");
    static final ValueFormat REFERENCES = IDENTIFIER.partedBy("\\|");
    static final ValueFormat WITH_OR_FROM = IDENTIFIER.partedBy("[|,]");
    static final ValueFormat ASSIGNED_BY = ValueFormat.one("a name of a group", SheetRule.CODE, "[A-Za-z0-9][\\w.-]*",
            "Write the group's name in the Gene Ontology's list, without spaces.");

    private GoValueFormats() {}

    /** One of these words; another case of one, or a spelling near it, is taken for a slip. */
    static ValueFormat word(String what, List<String> words) {
        return ValueFormat.word(what, words)
                .withHint(written -> words.stream().filter(written.strip()::equalsIgnoreCase)
                        .findFirst().or(() -> EditDistance.nearest(written, words)));
    }

    /** Relations to terms, parted by | (or) and comma (and); the relation is named by what the pattern finds. */
    static ValueFormat extension(String relation, String example) {
        return ValueFormat.one("a relation with its target in parentheses", SheetRule.CODE, relation + "\\(" + PREFIX
                + ":[^\\s()|,]+\\)", "Write it as " + example + ".").partedBy("[|,]");
    }
}
