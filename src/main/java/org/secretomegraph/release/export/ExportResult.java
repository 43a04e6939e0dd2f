package org.secretomegraph.release.export;

import java.util.List;

/**
 * What an export made.
 *
 * @param files one, or several that belong together
 * @param notes what the format could not hold, with its number; empty when nothing was lost
 */
public record ExportResult(List<ExportFile> files, List<String> notes) {
    static ExportResult single(String name, String text) {
        return new ExportResult(List.of(new ExportFile(name, text)), List.of());
    }
}
