package org.secretomegraph.link.intake;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.secretomegraph.guard.Place;
import org.secretomegraph.guard.SheetLayout;
import org.secretomegraph.sheet.Column;

/** Tables as findings on their triples see them. */
final class Layouts {
    private Layouts() {}

    /** @param columns which column a property of a claim comes from */
    static <C extends Enum<C> & Column> SheetLayout of(EnumMap<C, Integer> places, Map<Node, C> columns) {
        Map<String, String> letters = new HashMap<>();
        places.forEach((column, place) -> letters.put(column.heading(), Place.letter(place)));
        Map<String, String> byProperty = new HashMap<>();
        columns.forEach((property, column) -> byProperty.put(property.getURI(), column.heading()));
        return SheetLayout.of(letters, byProperty);
    }
}
