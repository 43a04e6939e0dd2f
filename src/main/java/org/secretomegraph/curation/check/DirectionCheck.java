package org.secretomegraph.curation.check;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.secretomegraph.curation.read.ClaimColumn;
import org.secretomegraph.curation.read.ClaimRow;
import org.secretomegraph.table.CellError;
import org.secretomegraph.table.SheetRule;

/**
 * Findings whose words contradict the relation or the outcome: "increased apoptosis" beside {@code inhibits}, a
 * difference beside {@code noEffect}, no difference beside {@code supports}. A sentence that compares, negates or
 * blocks something can be read either way and is left alone.
 */
final class DirectionCheck implements CellCheck {
    private static final Set<String> UPWARD = Set.of("promotes", "increasesSecretionOf", "increasesExpressionOf",
            "exacerbates");
    private static final Set<String> DOWNWARD = Set.of("inhibits", "decreasesSecretionOf", "decreasesExpressionOf",
            "ameliorates");
    private static final Pattern RISE = verb("increas|rais|enhanc|promot|boost|stimulat|accelerat|elevat|upregulat"
            + "|augment");
    private static final Pattern FALL = verb("decreas|reduc|lower|inhibit|suppress|diminish|attenuat|downregulat");
    /** Words by which a sentence says that something did not happen, or compares. */
    private static final Pattern RESERVED = Pattern.compile("(?i)\\b(no|not|nor|neither|without|fail\\w*|unchanged"
            + "|similar\\w*|same|equal\\w*|lost|gone|none|never|only|alone|less|unaffected|alike|nothing|little|lack\\w*"
            + "|vanish\\w*|absent|undetect\\w*|nobody|independent\\w*|missed|short of|cannot|comparable|just|hardly|barely"
            + "|indistinguishable|insignificant|unaltered|neutral|worse|than|ineffective|unable|matched|stay\\w*"
            + "|remain\\w*|still|disappoint\\w*|small|as \\w+ (as|with|in|under|after|on)|stopped)\\b|n't\\b");
    /** Taking something away turns the direction of a sentence round. */
    private static final Pattern REMOVED =
            Pattern.compile("(?i)\\b(block\\w*|knock\\w*|silenc\\w*|inhibitors?|antibod\\w*"
                    + "|antagonist\\w*|deplet\\w*|delet\\w*|remov\\w*|loss|deficien\\w*|neutrali\\w*|withdraw\\w*)\\b");
    private static final Pattern NO_DIFFERENCE = Pattern.compile("(?i)\\b(had no (effect|influence)|made no difference"
            + "|no difference between|did not differ|did not change|no effect on)\\b");
    private static final Pattern CLAUSES = Pattern.compile("[,;]|\\b(but|while|whereas|and|when|after|once)\\b");
    /** Words of labels that do not say which process is meant. */
    private static final Set<String> COMMON = Set.of("cell", "cells", "process", "protein", "factor", "response",
            "regulation", "positive", "negative", "disease", "disorder");
    private static final int WORDS_BEHIND = 4;
    private static final int LETTERS = 6;

    private static Pattern verb(String stems) {
        return Pattern.compile("\\b(?:" + stems + ")\\w*((?: [\\w-]+){0," + WORDS_BEHIND + "})");
    }

    @Override
    public Optional<CellError> of(ClaimRow row, ClaimColumn column) {
        String finding = row.text(ClaimColumn.FINDING);
        if (finding.isEmpty()) {
            return Optional.empty();
        }
        return switch (column) {
            case OUTCOME -> outcome(row, finding);
            case RELATION -> relation(row, finding);
            default -> Optional.empty();
        };
    }

    private static Optional<CellError> outcome(ClaimRow row, String finding) {
        String relation = row.text(ClaimColumn.RELATION);
        String outcome = row.text(ClaimColumn.OUTCOME);
        boolean hasDirection = UPWARD.contains(relation) || DOWNWARD.contains(relation);
        boolean isEffect = outcome.equals("noEffect") && !RESERVED.matcher(finding).find()
                && (RISE.matcher(lower(finding)).find() || FALL.matcher(lower(finding)).find());
        boolean isNoEffect = outcome.equals("supports") && hasDirection && NO_DIFFERENCE.matcher(finding).find()
                && !CLAUSES.matcher(finding).find() && !REMOVED.matcher(finding).find();
        return isEffect || isNoEffect ? contradiction("the finding states " + (isEffect ? "an effect" : "no effect")
                + ", the outcome is " + outcome, "Correct column outcome or the finding.") : Optional.empty();
    }

    private static Optional<CellError> relation(ClaimRow row, String finding) {
        String relation = row.text(ClaimColumn.RELATION);
        boolean isPlain = row.text(ClaimColumn.OUTCOME).equals("supports") && !RESERVED.matcher(finding).find()
                && !REMOVED.matcher(finding).find();
        List<String> object = stems(row.text(ClaimColumn.OBJECT_LABEL));
        boolean rises = isSaidOf(RISE, finding, object);
        boolean falls = isSaidOf(FALL, finding, object);
        boolean isContrary = DOWNWARD.contains(relation) && rises && !falls
                || UPWARD.contains(relation) && falls && !rises;
        return isPlain && isContrary ? contradiction("the finding says that the object " + (rises ? "rises" : "falls")
                + ", the relation is " + relation, "Correct column relation or the finding.") : Optional.empty();
    }

    /** Whether the object follows the verb directly. */
    private static boolean isSaidOf(Pattern verb, String finding, List<String> object) {
        if (object.isEmpty()) {
            return false;
        }
        Matcher found = verb.matcher(lower(finding));
        while (found.find()) {
            if (stems(found.group(1)).containsAll(object)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> stems(String text) {
        return Arrays.stream(lower(text).split("[^a-z0-9]+"))
                .filter(word -> word.length() > 3 && !COMMON.contains(word))
                .map(word -> word.substring(0, Math.min(LETTERS, word.length()))).toList();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static Optional<CellError> contradiction(String problem, String remedy) {
        return Optional.of(CellError.of(SheetRule.DIRECTION, problem, remedy).asWarning());
    }
}
