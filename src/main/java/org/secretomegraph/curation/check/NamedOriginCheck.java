package org.secretomegraph.curation.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.secretomegraph.curation.read.ClaimColumn;
import org.secretomegraph.curation.read.ClaimRow;
import org.secretomegraph.table.CellError;
import org.secretomegraph.table.SheetRule;

/**
 * Species and tissues in the row's words that its columns contradict: a model in rats beside host species {@code Mus
 * musculus}, "adipose MSC" beside a cell of the bone marrow. A column that is empty contradicts nothing.
 */
final class NamedOriginCheck implements CellCheck {
    private static final Map<String, Pattern> SPECIES = patterns(Map.of(
            "NCBITaxon:10090", "mouse|mice|murine", "NCBITaxon:10116", "rats?",
            "NCBITaxon:9823", "pigs?|swine|porcine|piglets?|minipigs?", "NCBITaxon:9986", "rabbits?",
            "NCBITaxon:9615", "dogs?|canine", "NCBITaxon:9940", "sheep|lambs?|ovine",
            "NCBITaxon:9796", "horses?|equine", "NCBITaxon:9685", "cats?|feline"));
    /** Substances that are called after the animal that they were made in. */
    private static final Pattern REAGENT = Pattern.compile("(?i)\\b(anti|antibod\\w*|serum|gelatin|collagen)\\b");
    private static final Map<String, Pattern> TISSUES = patterns(Map.of(
            "bone marrow", "bone[- ]marrow|BM-?MSCs?", "adipose tissue", "adipose|AD-?MSCs?|ADSCs?",
            "umbilical cord", "umbilical[- ]cord(?! blood)|wharton\\W*s? jelly|UC-?MSCs?",
            "placenta", "placental?", "tooth", "dental[- ]pulp", "amnion", "amnio\\w+", "endometrium", "menstrual"));

    private static Map<String, Pattern> patterns(Map<String, String> words) {
        Map<String, Pattern> all = new TreeMap<>();
        words.forEach((name, pattern) -> all.put(name, Pattern.compile("(?i)\\b(" + pattern + ")\\b")));
        return all;
    }

    @Override
    public Optional<CellError> of(ClaimRow row, ClaimColumn column) {
        return switch (column) {
            case HOST_SPECIES -> row.has(column) ? species(row) : Optional.empty();
            case SOURCE_CELL -> row.has(column) ? tissue(row) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<CellError> species(ClaimRow row) {
        Set<String> stated = Stream.of(ClaimColumn.HOST_SPECIES, ClaimColumn.DONOR_SPECIES)
                .flatMap(column -> row.parts(column).stream()).collect(Collectors.toSet());
        for (ClaimColumn column : List.of(ClaimColumn.MODEL, ClaimColumn.FINDING)) {
            String text = row.text(column);
            Optional<String> other = REAGENT.matcher(text).find() ? Optional.empty()
                    : named(SPECIES, text).stream().filter(species -> !stated.contains(species)).findFirst();
            if (other.isPresent()) {
                return Optional.of(CellError.of(SheetRule.ORIGIN, column.heading() + " names "
                        + first(SPECIES, other.get(), text) + ", which is neither host nor donor",
                        "Correct host_species, donor_species or the text.").withSuggestion(other.get()).asWarning());
            }
        }
        return Optional.empty();
    }

    private static Optional<CellError> tissue(ClaimRow row) {
        String text = row.text(ClaimColumn.SUBJECT_AS_NAMED);
        Set<String> named = named(TISSUES, text);
        Set<String> stated =
                named(TISSUES,
                        row.text(ClaimColumn.SOURCE_CELL_LABEL) + " " + row.text(ClaimColumn.SOURCE_TISSUE_LABEL));
        boolean isOther = !named.isEmpty() && !stated.isEmpty() && named.stream().noneMatch(stated::contains);
        return isOther ? Optional.of(CellError.of(SheetRule.ORIGIN, "subject_as_named has "
                + String.join(" and ", named) + ", the cell is of " + String.join(" and ", stated),
                "Correct source_cell and source_tissue, or subject_as_named.").asWarning()) : Optional.empty();
    }

    private static Set<String> named(Map<String, Pattern> patterns, String text) {
        return patterns.entrySet().stream().filter(e -> e.getValue().matcher(text).find()).map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String first(Map<String, Pattern> patterns, String name, String text) {
        return patterns.entrySet().stream().filter(e -> e.getKey().equals(name)).map(e -> e.getValue().matcher(text))
                .filter(m -> m.find()).map(m -> "'" + m.group() + "'").findFirst().orElse(name);
    }
}
