package org.secretomegraph.io;

/** Is told how much of a file has been read. */
@FunctionalInterface
public interface ReadProgress {
    /** For output that nobody watches. */
    ReadProgress SILENT = (file, read, size) -> {};

    /** @param read bytes so far; equal to the size when the file is done */
    void at(String file, long read, long size);
}
