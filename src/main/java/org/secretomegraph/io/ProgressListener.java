package org.secretomegraph.io;

/** Is told how far a long work in a store has come. */
@FunctionalInterface
public interface ProgressListener {
    /** For what nobody watches. */
    ProgressListener SILENT = (step, done) -> {};

    /**
     * @param step what is done, as in "written"
     * @param done how many so far
     */
    void at(String step, long done);
}
