package org.secretomegraph.importing.record;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.secretomegraph.io.ReadProgress;

/**
 * What is to be imported.
 *
 * @param format     the format
 * @param files      the files, or for trials folders of files
 * @param everything whether rows about what the graph does not know are taken too
 * @param source     where the files were downloaded; empty for the publisher's page
 * @param licence    what may be done with them, if it differs from what the publisher states
 * @param clock      tells when the import was made
 * @param progress   told how far reading has come
 */
public record ImportRequest(ImportFormat format, List<Path> files, boolean everything, Optional<String> source,
        Optional<String> licence, Clock clock, ReadProgress progress) {

    /** The address that claims lead back to. */
    public String seenAt() {
        return source.orElse(format.publisher());
    }
}
