package org.secretomegraph.curation.check;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.secretomegraph.curation.read.ClaimColumn;
import org.secretomegraph.curation.read.ClaimRow;
import org.secretomegraph.curation.term.TermIndex;
import org.secretomegraph.table.CellError;
import org.secretomegraph.table.SheetRule;
import org.secretomegraph.vocab.NameNormalizer;

/**
 * Gene products as subject or object that the row's own words name nowhere: by label, synonym, another spelling, the
 * symbol of the family, or a word of the name that few names share. FGF7 beside a sentence on FGF2 is a slip that no
 * shape can see. Processes and conditions are left out: a sentence on hypertension of the eye is about glaucoma.
 */
final class GeneNameCheck implements CellCheck {
    private static final String GENE = "HGNC:";
    private static final ClaimColumn[] WORDS = {ClaimColumn.SUBJECT_AS_NAMED, ClaimColumn.FINDING, ClaimColumn.TITLE,
            ClaimColumn.MEASURE, ClaimColumn.MODEL};
    /** Words of so many names, or of cells, that they name no gene. */
    private static final Set<String> COMMON = Set.of("factor", "growth", "protein", "receptor", "member", "family",
            "alpha", "gamma", "chain", "subunit", "ligand", "kinase", "containing", "class", "group", "isoform",
            "associated", "binding", "related", "human", "homolog", "inducing", "derived", "cells", "antigen", "domain",
            "polypeptide", "precursor", "molecule", "superfamily", "soluble", "synthase", "microrna",
            "endothelial", "vascular", "fibroblast", "platelet", "hepatocyte", "epidermal");
    private static final int LETTERS_OF_A_WORD = 5;
    private static final int LETTERS_OF_A_FAMILY = 3;
    /** The number at the end of a symbol: FGF of FGF2, LET7B of MIRLET7B, MIR92A of MIR92A1. */
    private static final Pattern NUMBER = Pattern.compile("(?<=\\d[a-z])\\d+$|(?<=[a-z])\\d+[a-z]?$");

    private final TermIndex terms;

    GeneNameCheck(TermIndex terms) {
        this.terms = terms;
    }

    @Override
    public Optional<CellError> of(ClaimRow row, ClaimColumn column) {
        boolean isOfTriple = column == ClaimColumn.SUBJECT || column == ClaimColumn.OBJECT;
        String gene = row.text(column);
        if (!isOfTriple || !gene.startsWith(GENE) || !row.has(ClaimColumn.FINDING)) {
            return Optional.empty();
        }
        String text = Arrays.stream(WORDS).map(row::text).collect(Collectors.joining(" "));
        return isNamed(gene, text) ? Optional.empty() : Optional.of(CellError.of(SheetRule.NAMED,
                terms.labelled(gene) + " is named in none of the row's own words",
                "Correct the identifier, or write in subject_as_named or finding what the publication calls it.")
                .asWarning());
    }

    private boolean isNamed(String gene, String text) {
        String key = NameNormalizer.key(text);
        String lower = text.toLowerCase(Locale.ROOT);
        return terms.names(gene).stream().anyMatch(name -> spellings(NameNormalizer.key(name)).anyMatch(key::contains)
                || family(NameNormalizer.key(name)).filter(symbol -> isAlone(symbol, key)).isPresent()
                || words(name).anyMatch(lower::contains));
    }

    /** The name as one word, and that of a microRNA as publications write it: let7b, mir92a. */
    private static Stream<String> spellings(String key) {
        String mature = key.replaceFirst("^mirlet", "let").replaceFirst("(?<=\\d[a-z])\\d+$", "");
        return Stream.of(key, mature).filter(spelling -> spelling.length() > 1);
    }

    /** The symbol without its number; empty for a name that is no symbol. */
    private static Optional<String> family(String key) {
        String symbol = NUMBER.matcher(key).replaceFirst("");
        return Optional.of(symbol).filter(s -> s.length() >= LETTERS_OF_A_FAMILY && !s.equals(key) && !s.equals("mir"));
    }

    /** Whether the symbol stands somewhere without another member's number behind it. */
    private static boolean isAlone(String symbol, String text) {
        return Pattern.compile(Pattern.quote(symbol) + "(?!\\d)").matcher(text).find();
    }

    private static Stream<String> words(String name) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^a-z]+"))
                .filter(word -> word.length() >= LETTERS_OF_A_WORD && !COMMON.contains(word));
    }
}
