package org.secretomegraph.guard;

/** Findings for people: {@code file:row:column severity about value}, and below it problem, remedy and rule. */
final class PlainFindings {
    private static final int VALUE_AT_MOST = 60;

    private PlainFindings() {}

    static String text(Finding f, Paint paint) {
        Place place = f.place();
        String what = place.path().isEmpty() ? place.column() : Names.shortName(place.path());
        String about = place.focus().isEmpty() ? "" : " " + Names.shortName(place.focus())
                + (what.isEmpty() ? "" : " " + what);
        String address = place.address().isEmpty() ? "" : paint.strong(Visible.text(place.address())) + ": ";
        return address + paint.severity(f.severity(), f.severity().toString()) + Visible.text(about)
                + value(f) + "\n    " + Visible.text(f.problem()) + "\n    -> " + Visible.text(f.remedy())
                + (f.suggestion().isEmpty() ? "" : paint.good(" Did you mean " + Visible.text(f.suggestion()) + "?"))
                + paint.faint("  [" + f.ruleName() + "]");
    }

    /** In a sheet the value is what the eye looks for in the row; in RDF the problem names it. */
    private static String value(Finding f) {
        String value = f.valueText();
        if (f.place().letter().isEmpty() || value.isEmpty()) {
            return "";
        }
        String shown = f.value().filter(v -> v.isURI()).map(v -> Names.shortName(v.getURI())).orElse(value);
        return " \"" + Visible.text(shown, VALUE_AT_MOST) + "\"";
    }
}
