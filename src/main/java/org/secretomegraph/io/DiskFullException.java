package org.secretomegraph.io;

/** A store could not be written because its disk is full. Nothing was changed. */
public final class DiskFullException extends InvalidInputException {
    private static final long serialVersionUID = 1L;

    public DiskFullException(Throwable cause) {
        super("the store cannot be written: the disk is full; nothing was changed", cause);
    }

    private DiskFullException() {
        super("the store takes no changes since its disk was full; make room and start the server again; nothing was changed");
    }

    /** Whether it was an earlier change that met the full disk. */
    public boolean isOver() {
        return getCause() == null;
    }

    /** Told to all who write after the first one that met the full disk. */
    public static DiskFullException before() {
        return new DiskFullException();
    }

    /**
     * Whether that is what a failure means. TDB2 writes through mapped memory, where the JVM tells it as a fault of
     * memory.
     */
    public static boolean isMeantBy(Throwable failure) {
        for (Throwable cause = failure; cause != null && cause != cause.getCause(); cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (cause instanceof InternalError && message.contains("memory access")
                    || message.contains("No space left on device") || message.contains("Disk quota exceeded")
                    || message.contains("not enough space on the disk")) {
                return true;
            }
        }
        return false;
    }
}
