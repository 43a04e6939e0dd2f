package org.secretomegraph.report;

/** Writes findings as text: {@code file:row:column severity about value}, and below it problem, remedy and rule. */
final class TextReport {
    private static final int MAX_VALUE_LENGTH = 60;

    private TextReport() {}

    static String text(Finding f, AnsiColour colour) {
        Location place = f.place();
        String property = place.path().isEmpty() ? place.column() : NodeLabels.shortName(place.path());
        String about = place.focus().isEmpty() ? "" : " " + NodeLabels.shortName(place.focus())
                + (property.isEmpty() ? "" : " " + property);
        String address = place.address().isEmpty() ? "" : colour.strong(VisibleText.text(place.address())) + ": ";
        return address + colour.severity(f.severity(), f.severity().toString()) + VisibleText.text(about)
                + value(f) + "\n    " + VisibleText.text(f.problem()) + "\n    -> " + VisibleText.text(f.remedy())
                + (f.suggestion().isEmpty() ? ""
                        : colour.suggestion(" Did you mean " + VisibleText.text(f.suggestion()) + "?"))
                + colour.faint("  [" + f.ruleName() + "]");
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
