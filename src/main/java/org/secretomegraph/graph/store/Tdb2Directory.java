package org.secretomegraph.graph.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.secretomegraph.io.DiskFullException;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.io.Messages;

/** The folder of a durable store: how it is opened, and why it may not be. */
final class Tdb2Directory {
    /** How Jena reports the owner of a folder's lock. */
    private static final Pattern LOCK_OWNER = Pattern.compile("held by process (\\d+)");

    private Tdb2Directory() {}

    /**
     * Opens a folder, which is made when it is not there.
     *
     * @param made what is made of the dataset
     * @throws InvalidInputException when it is not a store, or cannot be used
     */
    static <T> T open(Path folder, Function<DatasetGraph, T> wrapper) {
        try {
            Files.createDirectories(folder);
            refuseOtherFiles(folder);
            refuseUnwritable(folder);
            DatasetGraph base = DatabaseMgr.connectDatasetGraph(folder.toString());
            base.getContext().set(TDB2.symUnionDefaultGraph, true);
            return wrapper.apply(base);
        } catch (InvalidInputException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw unusable(folder, e);
        }
    }

    /** Whether there is a store. */
    static boolean isStore(Path folder) {
        try (Stream<Path> inside = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return inside.anyMatch(Tdb2Directory::isGeneration);
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    /**
     * Writes the files of a store anew. Jena makes them in a folder beside the old ones and gives it its name when they
     * are complete: a process that is killed on the way leaves the store as it was.
     */
    static void compact(Path folder) {
        open(folder, base -> {
            try {
                DatabaseMgr.compact(base, true);
                return folder;
            } catch (RuntimeException | InternalError e) {
                if (DiskFullException.isMeantBy(e)) {
                    throw new InvalidInputException(
                            folder + ": cannot be compacted: the disk is full; the store is as it was", e);
                }
                throw e;
            } finally {
                close(base);
            }
        });
    }

    /** The files of a store as they were last written anew. */
    private static boolean isGeneration(Path inside) {
        return inside.getFileName().toString().matches("Data-\\d+");
    }

    /** Reads from a store for the first time: what goes wrong then is the fault of its files. */
    static <T> T firstRead(Path folder, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (RuntimeException e) {
            throw unusable(folder, e);
        }
    }

    private static InvalidInputException unusable(Path folder, Exception e) {
        return new InvalidInputException(folder + ": cannot be used as a TDB2 store: " + why(e), e);
    }

    private static String why(Exception e) {
        return switch (e) {
            case FileAlreadyExistsException file -> "it is a file; name a folder";
            case NoSuchFileException missing -> "the folder cannot be made";
            case AccessDeniedException denied -> "this user may not write there";
            default -> {
                Matcher other = LOCK_OWNER.matcher("" + e.getMessage());
                yield other.find() ? "process " + other.group(1) + " uses it; write to that server, or stop it first"
                        : Messages.oneLine("" + e.getMessage())
                                + "; if its files are damaged, put back a copy, or fill a"
                                + " new store from a dump (/dataset.nq.gz)";
            }
        };
    }

    /** Jena would put its files among those of somebody else. */
    private static void refuseOtherFiles(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            List<Path> files =
                    inside.filter(file -> !file.getFileName().toString().equals("tdb.lock")).sorted().toList();
            if (!files.isEmpty() && files.stream().noneMatch(Tdb2Directory::isGeneration)) {
                throw new InvalidInputException(
                        folder + ": is not a TDB2 store and not empty (it holds " + files.get(0).getFileName()
                                + "); choose an empty folder or a store");
            }
        }
    }

    /** Jena would report the lock only, and not that the user may not write. */
    private static void refuseUnwritable(Path folder) throws IOException {
        Path lock = folder.resolve("tdb.lock");
        if (!Files.isWritable(folder) || Files.exists(lock) && !Files.isWritable(lock)) {
            throw new AccessDeniedException(folder.toString());
        }
    }

    /** Closes a dataset of any kind; closing alone would keep the folder of a durable one locked. */
    static void close(DatasetGraph base) {
        if (DatabaseMgr.isTDB2(base)) {
            TDBInternal.expel(base);
        } else {
            base.close();
        }
    }
}
