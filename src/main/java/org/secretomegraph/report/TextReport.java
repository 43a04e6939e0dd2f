package org.secretomegraph.report;

/** Findings for people: {@code file:row:column severity about value}, and below it problem, remedy and rule. */
final class TextReport {
    private static final int VALUE_AT_MOST = 60;

    private TextReport() {}

    static String text(Finding f, AnsiColour paint) {
        Location place = f.place();
        String what = place.path().isEmpty() ? place.column() : NodeLabels.shortName(place.path());
        String about = place.focus().isEmpty() ? "" : " " + NodeLabels.shortName(place.focus())
                + (what.isEmpty() ? "" : " " + what);
        String address = place.address().isEmpty() ? "" : paint.strong(VisibleText.text(place.address())) + ": ";
        return address + paint.severity(f.severity(), f.severity().toString()) + VisibleText.text(about)
                + value(f) + "\n    " + VisibleText.text(f.problem()) + "\n    -> " + VisibleText.text(f.remedy())
                + (f.suggestion().isEmpty() ? ""
                        : paint.good(" Did you mean " + VisibleText.text(f.suggestion()) + "?"))
                + paint.faint("  [" + f.ruleName() + "]");
    }

    /** In a sheet the value is what the eye looks for in the row; in RDF the problem names it. */
    private static String value(Finding f) {
        String value = f.valueText();
        if (f.place().letter().isEmpty() || value.isEmpty()) {
            return "";
        }
        String shown = f.value().filter(v -> v.isURI()).map(v -> NodeLabels.shortName(v.getURI())).orElse(value);
        return " \"" + VisibleText.text(shown, VALUE_AT_MOST) + "\"";
    }
}
