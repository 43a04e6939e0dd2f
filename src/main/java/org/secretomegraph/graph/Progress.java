package org.secretomegraph.graph;

/** Is told how far a long work in a store has come. */
@FunctionalInterface
public interface Progress {
    /** For what nobody watches. */
    Progress SILENT = (step, done) -> { };

    /**
     * @param step what is done, as in "written"
     * @param done how many so far
     */
    void at(String step, long done);
}
