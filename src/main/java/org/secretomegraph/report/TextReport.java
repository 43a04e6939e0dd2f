package org.secretomegraph.report;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes findings as text: {@code file:row:column severity about value}, and below it problem, remedy and rule. */
final class TextReport {
    private static final int MAX_VALUE_LENGTH = 60;
    private static final Pattern IRI_IN_PATH = Pattern.compile("<([^>]*)>");

    private TextReport() {}

    /** One finding for each rule, location and value, though several constraints of the rule may have failed. */
    static List<Finding> eachOnce(List<Finding> findings) {
        Set<List<Object>> seen = new HashSet<>();
        return findings.stream().filter(f -> seen.add(List.of(f.rule(), f.place(), f.value()))).toList();
    }

    static String text(Finding f, AnsiColour colour) {
        Location place = f.place();
        String property = place.path().isEmpty() ? place.column() : shortPath(place.path());
        String about = place.focus().isEmpty() ? "" : " " + NodeLabels.shortName(place.focus())
                + (property.isEmpty() ? "" : " " + property);
        String address = place.address().isEmpty() ? "" : colour.strong(VisibleText.text(place.address())) + ": ";
        return address + colour.severity(f.severity(), f.severity().toString()) + VisibleText.text(about)
                + value(f) + "\n    " + VisibleText.text(f.problem()) + "\n    -> " + VisibleText.text(f.remedy())
                + (f.suggestion().isEmpty() ? ""
                        : colour.suggestion(" Did you mean " + VisibleText.text(f.suggestion()) + "?"))
                + (f.rule().startsWith("_:") ? "" : colour.faint("  [" + f.ruleName() + "]"));
    }

    /** The path with short names: {@code scso:subject/rdfs:subClassOf*}. */
    private static String shortPath(String path) {
        return path.indexOf('<') < 0 ? NodeLabels.shortName(path) : IRI_IN_PATH.matcher(path)
                .replaceAll(iri -> Matcher.quoteReplacement(NodeLabels.shortName(iri.group(1))));
    }

    /** The value, for a finding in a sheet, to find it in the row; in RDF the problem names it. */
    private static String value(Finding f) {
        String value = f.valueText();
        if (f.place().letter().isEmpty() || value.isEmpty()) {
            return "";
        }
        String shown = f.value().filter(v -> v.isURI()).map(v -> NodeLabels.shortName(v.getURI())).orElse(value);
        return " \"" + VisibleText.text(shown, MAX_VALUE_LENGTH) + "\"";
    }
}
