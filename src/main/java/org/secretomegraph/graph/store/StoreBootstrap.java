package org.secretomegraph.graph.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.secretomegraph.graph.Source;
import org.secretomegraph.graph.store.StoreMetadata.Entry;
import org.secretomegraph.io.InvalidInputException;

/**
 * How a durable store begins, and how a program that may have changed since takes it up again. What is in a store
 * stays; only its derived graphs are made anew when the rules are others.
 *
 * @param sources    what a new store is filled with
 * @param materializer what follows from it
 * @param origin     tells the sources and shapes from others
 * @param notes      is told in a line what is not as expected
 */
public record StoreBootstrap(List<Source> sources, Materializer materializer, Origin origin, Consumer<String> notes) {

    /**
     * Where a graph comes from.
     *
     * @param own     whether the sources are the user's own files, and not those that travel with the program
     * @param content checksum of the sources
     * @param shapes  checksum of the shapes
     */
    public record Origin(boolean own, String content, String shapes) {
        private static final String USER_DATA = "own ";

        private String marked() {
            return own ? USER_DATA + content : content;
        }
    }

    /**
     * Opens a store, and fills it when it is new.
     *
     * @throws InvalidInputException when it cannot be used, or holds something else than the user's own files that it
     *                               is to begin with
     */
    public GraphStore open(Path folder) {
        return begin(folder, GraphStore.tdb2(folder));
    }

    /** The same for a program that will not search it for names: it takes less memory. */
    public GraphStore openUnsearched(Path folder) {
        return begin(folder, GraphStore.tdb2Unsearched(folder));
    }

    /**
     * Writes the files of a store anew, without what was overwritten and deleted since they were last written so.
     *
     * @throws InvalidInputException when it cannot be used or there is no room for them; it is as it was then
     */
    public void compact(Path folder) {
        if (Tdb2Directory.isStore(folder)) {
            Tdb2Directory.compact(folder);
            notes.accept(folder + " was compacted");
        }
    }

    private GraphStore begin(Path folder, GraphStore store) {
        try {
            if (Tdb2Directory.firstRead(folder, store::isNew)) {
                store.load(sources, materializer, this::recordOrigin);
            } else {
                reopen(folder, store);
            }
            return store;
        } catch (RuntimeException | InternalError e) {
            store.close();
            throw e;
        }
    }

    private void reopen(Path folder, GraphStore store) {
        Optional<String> content = store.readMetadata(metadata -> metadata.entry(Entry.CONTENT));
        if (origin.own() && !content.equals(Optional.of(origin.marked()))) {
            throw new InvalidInputException(folder
                    + ": was filled with something else, and --data fills only a new store; leave --data"
                    + " out to serve what is in it, send the files to the running server, or choose an empty folder");
        }
        if (content.isPresent() && !content.get().startsWith(Origin.USER_DATA)
                && !content.get().equals(origin.marked())) {
            notes.accept(folder + " was filled with the graph of another release of this program, and keeps it; to have"
                    + " the new one, fill an empty folder");
        }
        if (!store.<Boolean>readMetadata(this::isUpToDate)) {
            store.underWriteTransaction(writing -> bringUpToDate(folder, writing));
        }
    }

    private boolean isUpToDate(StoreMetadata metadata) {
        return metadata.exists() && metadata.entry(Entry.RULES).equals(Optional.of(materializer.checksum()))
                && metadata.entry(Entry.SHAPES).equals(Optional.of(origin.shapes()));
    }

    private Void bringUpToDate(Path folder, WriteTransaction writing) {
        StoreMetadata metadata = writing.metadata();
        if (!metadata.exists()) {
            metadata.count();
        }
        if (!metadata.entry(Entry.RULES).equals(Optional.of(materializer.checksum()))) {
            materializer.rebuild(writing);
            notes.accept(folder + " was derived by other rules: its links and entailments were made anew ("
                    + writing.delta().addedCount() + " triples more, " + writing.delta().removedCount() + " less)");
        }
        if (metadata.entry(Entry.SHAPES).filter(shapes -> !shapes.equals(origin.shapes())).isPresent()) {
            notes.accept(
                    folder + " was judged by other shapes: what is in it stays, and is judged by the new ones when it"
                            + " changes");
        }
        metadata.write(Entry.RULES, materializer.checksum());
        metadata.write(Entry.SHAPES, origin.shapes());
        writing.commit();
        return null;
    }

    private void recordOrigin(StoreMetadata metadata) {
        metadata.write(Entry.CONTENT, origin.marked());
        metadata.write(Entry.RULES, materializer.checksum());
        metadata.write(Entry.SHAPES, origin.shapes());
    }
}
