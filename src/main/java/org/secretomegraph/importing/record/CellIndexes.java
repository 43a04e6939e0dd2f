package org.secretomegraph.importing.record;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.secretomegraph.findings.CellIndex;
import org.secretomegraph.report.Location;
import org.secretomegraph.table.Column;

/** Tables as findings on their triples see them. */
public final class CellIndexes {
    private CellIndexes() {}

    /** @param columns which column a property of a claim comes from */
    public static <C extends Enum<C> & Column> CellIndex of(EnumMap<C, Integer> places, Map<Node, C> columns) {
        Map<String, String> letters = new HashMap<>();
        places.forEach((column, place) -> letters.put(column.heading(), Location.letter(place)));
        Map<String, String> byProperty = new HashMap<>();
        columns.forEach((property, column) -> byProperty.put(property.getURI(), column.heading()));
        return CellIndex.of(letters, byProperty);
    }
}
