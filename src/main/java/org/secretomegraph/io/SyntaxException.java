package org.secretomegraph.io;

/** A file that is no RDF of the kind its name says: the data is wrong, and this is where. */
public final class SyntaxException extends InvalidInputException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final long line;
    private final long column;
    private final String problem;

    /** Line and column count from 1; 0 when not known. */
    public SyntaxException(String file, long line, long column, String problem) {
        super(at(file, line, column) + problem);
        this.file = file;
        this.line = line;
        this.column = column;
        this.problem = problem;
    }

    /** The same, with what a parser threw. */
    public SyntaxException(String file, long line, long column, String problem, Throwable cause) {
        super(at(file, line, column) + problem, cause);
        this.file = file;
        this.line = line;
        this.column = column;
        this.problem = problem;
    }

    private static String at(String file, long line, long column) {
        return file + (line > 0 ? ":" + line : "") + (column > 0 ? ":" + column : "") + ": ";
    }

    public String file() {
        return file;
    }

    public long line() {
        return line;
    }

    public long column() {
        return column;
    }

    /** What is wrong, without the place. */
    public String problem() {
        return problem;
    }
}
